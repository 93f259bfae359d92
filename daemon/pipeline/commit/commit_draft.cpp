#include "daemon/pipeline/commit/commit_draft.hpp"

#include "daemon/store/articles.hpp"
#include "daemon/store/changes.hpp"
#include "daemon/store/dropped_copies.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/revisions.hpp"
#include "daemon/store/site_traits.hpp"
#include "daemon/store/visits.hpp"
#include "parsers/date/date_time.hpp"
#include "parsers/diff/reading.hpp"
#include "parsers/url/canonical.hpp"

#include <bit>

namespace khabar::pipeline {

namespace {

std::string key_of(const std::string& url) {
    const auto parsed = url::Url::parse(url);
    return parsed ? url::canonical_key(*parsed) : url;
}

store::NewArticle article_row(const Commit& commit) {
    const article::Article& from = commit.draft.article;
    store::NewArticle row;
    row.url = from.url.empty() ? commit.url : from.url;
    row.key = key_of(commit.url);
    row.title = from.title;
    row.authors = from.authors;
    if (from.published) {
        row.published = date::to_iso8601(*from.published);
        row.published_at = from.published->instant(commit.offset);
    }
    if (from.updated) {
        row.updated = date::to_iso8601(*from.updated);
        row.updated_at = from.updated->instant(commit.offset);
    }
    row.language = from.language;
    row.site = from.site;
    row.lead = from.lead;
    row.text = commit.draft.text;
    row.markdown = article::markdown(from);
    row.image = from.image;
    row.tags = from.tags;
    row.credit = from.credit;
    row.source_id = commit.source_id;
    row.entry_id = commit.entry_id;
    row.fetched_at = commit.fetched_at;
    row.via = commit.draft.from_feed ? store::Via::feed : store::Via::page;
    return row;
}

story::Placement place(story::StoryIndex& stories, std::int64_t id, const store::NewArticle& row,
                       const Commit& commit) {
    story::Document document;
    document.print = commit.draft.print;
    document.article = id;
    document.title = row.title;
    document.text = row.text;
    document.source = row.source_id;
    document.published = row.published_at;
    document.fetched = row.fetched_at;
    return stories.place(document);
}

store::LinkFailure page_failure(const Commit& commit) {
    store::LinkFailure failure;
    if (!commit.page_error) return failure;
    failure.error = name(commit.page_error->code);
    failure.detail = commit.page_error->detail;
    return failure;
}

void remember_page(store::Database& database, const Commit& commit) {
    const auto parsed = url::Url::parse(commit.url);
    if (parsed && !commit.draft.from_feed)
        store::add_page(database, url::registrable_domain(parsed->host()), commit.draft.traits);
}

store::Change change(store::ChangeKind kind, const Commit& commit, const Committed& committed) {
    store::Change change;
    change.at = commit.fetched_at;
    change.kind = kind;
    change.article = committed.article;
    if (committed.placement.story != 0) change.story = committed.placement.story;
    return change;
}

void record_merges(store::Database& database, const Commit& commit, const Committed& committed) {
    for (const std::int64_t other : committed.placement.merged) {
        store::Change merged = change(store::ChangeKind::merged, commit, committed);
        merged.other_story = other;
        store::record_change(database, merged);
    }
}

bool is_shortened(const store::NewArticle& stored, const store::NewArticle& row) {
    return stored.via == row.via &&
           static_cast<double>(row.text.size()) < shortest_update * static_cast<double>(stored.text.size());
}

// Whether the shortened text was seen before, long enough ago; remembers it where it was not.
bool is_confirmed(store::Visit& visit, const store::NewArticle& stored, const store::NewArticle& row) {
    const auto hash = std::bit_cast<std::int64_t>(store::content_hash(row));
    if (visit.shorter != hash) {
        visit.shorter = hash;
        visit.shorter_at = row.fetched_at;
    }
    return row.fetched_at >= *visit.shorter_at + shortening_confirmed &&
           !diff::is_beginning(row.text, stored.text);
}

void forget_shortening(store::Visit& visit) {
    visit.shorter.reset();
    visit.shorter_at.reset();
}

// What a look at the page of a stored article says.
CommitKind judge(store::Visit& visit, const store::StoredArticle& stored, const store::NewArticle& row) {
    if (stored.via == store::Via::page && row.via == store::Via::feed) return CommitKind::unchanged;
    if (store::reading_changes(stored, row).empty()) {
        forget_shortening(visit);
        return CommitKind::unchanged;
    }
    if (is_shortened(stored, row) && !is_confirmed(visit, stored, row)) return CommitKind::doubted;
    forget_shortening(visit);
    return CommitKind::updated;
}

store::Visit visit_of(const store::Database& database, std::int64_t article, store::Time now) {
    store::Visit visit = store::find_visit(database, article).value_or(store::Visit());
    visit.article = article;
    visit.checked_at = now;
    ++visit.visits;
    return visit;
}

void see_it_is_there(store::Database& database, const Commit& commit, const Committed& committed,
                     store::Visit& visit) {
    visit.missing_at.reset();
    if (!visit.retracted_at) return;
    visit.retracted_at.reset();
    store::record_change(database, change(store::ChangeKind::restored, commit, committed));
}

Committed commit_known(store::Database& database, story::StoryIndex& stories, const Commit& commit,
                       std::int64_t id, const store::NewArticle& row) {
    const auto stored = store::find_article(database, id);
    Committed committed;
    committed.article = id;
    committed.placement = stories.find(id).value_or(story::Placement());
    store::Visit visit = visit_of(database, id, row.fetched_at);
    committed.kind = judge(visit, *stored, row);
    if (row.via == store::Via::page) see_it_is_there(database, commit, committed, visit);
    if (committed.kind == CommitKind::updated) {
        committed.revision = store::revise_article(database, id, row);
        committed.placement = place(stories, id, row, commit);
        store::Change revised = change(store::ChangeKind::revised, commit, committed);
        revised.revision = committed.revision;
        store::record_change(database, revised);
        record_merges(database, commit, committed);
    }
    if (row.via == store::Via::page) keep_validators(visit, commit.validators);
    store::save_visit(database, visit);
    return committed;
}

// So that the first look at the page again may be conditional.
void remember_validators(store::Database& database, const Commit& commit, std::int64_t article) {
    const bool none = commit.validators.etag.empty() && commit.validators.last_modified.empty();
    if (commit.revisit.empty() || commit.draft.from_feed || none) return;
    store::Visit visit;
    visit.article = article;
    visit.checked_at = commit.fetched_at;
    keep_validators(visit, commit.validators);
    store::save_visit(database, visit);
}

// The link ends; where its page is to be looked at again, until then.
void end_link(store::Database& database, const Commit& commit, std::optional<store::Time> published,
              Committed& committed) {
    if (!commit.link) return;
    store::link_done(database, *commit.link, committed.article, page_failure(commit));
    if (committed.kind == CommitKind::dropped) return;
    committed.next_visit = next_visit(commit.revisit, commit.found_at, published, commit.fetched_at);
    if (committed.next_visit) store::revisit_link(database, *commit.link, *committed.next_visit);
}

// The policy keeps the first of a story: of this one only that it was there.
Committed drop_copy(store::Database& database, story::StoryIndex& stories, const Commit& commit,
                    Committed committed, const store::NewArticle& row) {
    const std::int64_t copy = committed.article;
    committed.kind = CommitKind::dropped;
    committed.article = *committed.placement.duplicate_of;
    stories.remove(copy);
    store::remove_article(database, copy);
    store::add_dropped_copy(database, committed.article, row);
    record_merges(database, commit, committed);
    return committed;
}

Committed commit_new(store::Database& database, story::StoryIndex& stories, const Commit& commit,
                     std::int64_t id, const store::NewArticle& row) {
    Committed committed;
    committed.article = id;
    committed.placement = place(stories, id, row, commit);
    remember_page(database, commit);
    if (committed.placement.duplicate_of && commit.duplicates == settings::DuplicatePolicy::drop)
        return drop_copy(database, stories, commit, std::move(committed), row);
    remember_validators(database, commit, id);
    store::record_change(database, change(store::ChangeKind::added, commit, committed));
    record_merges(database, commit, committed);
    return committed;
}

// A copy that was dropped before: nothing to do again.
std::optional<Committed> dropped_before(const store::Database& database, story::StoryIndex& stories,
                                        const store::NewArticle& row) {
    const auto kept = store::find_dropped_copy(database, row.key);
    if (!kept) return std::nullopt;
    Committed committed;
    committed.kind = CommitKind::dropped;
    committed.article = *kept;
    committed.placement = stories.find(*kept).value_or(story::Placement());
    return committed;
}

Committed store_row(store::Database& database, story::StoryIndex& stories, const Commit& commit,
                    const store::NewArticle& row) {
    if (auto dropped = dropped_before(database, stories, row)) return std::move(*dropped);
    const store::InsertedArticle inserted = store::insert_article(database, row);
    return inserted.inserted ? commit_new(database, stories, commit, inserted.id, row)
                             : commit_known(database, stories, commit, inserted.id, row);
}

// Retention did not wait for the page: what it removed is not new, and has no visits.
std::optional<Committed> removed_meanwhile(const store::Database& database, const Commit& commit) {
    if (!commit.link || !store::is_forgotten(database, *commit.link)) return std::nullopt;
    Committed committed;
    committed.kind = CommitKind::removed;
    return committed;
}

} // namespace

std::string_view name(CommitKind kind) noexcept {
    switch (kind) {
    case CommitKind::stored:
        return "stored";
    case CommitKind::updated:
        return "updated";
    case CommitKind::unchanged:
        return "unchanged";
    case CommitKind::doubted:
        return "doubted";
    case CommitKind::dropped:
        return "dropped copy";
    case CommitKind::removed:
        break;
    }
    return "removed meanwhile";
}

Committed commit_draft(store::Database& database, story::StoryIndex& stories, const Commit& commit) {
    if (const auto removed = removed_meanwhile(database, commit)) return *removed;
    const store::NewArticle row = article_row(commit);
    Committed committed = store_row(database, stories, commit, row);
    end_link(database, commit, row.published_at, committed);
    return committed;
}

Committed commit_unmodified(store::Database& database, story::StoryIndex& stories, const Commit& commit,
                            std::int64_t article) {
    if (const auto removed = removed_meanwhile(database, commit)) return *removed;
    Committed committed;
    committed.kind = CommitKind::unchanged;
    committed.article = article;
    committed.placement = stories.find(article).value_or(story::Placement());
    store::Visit visit = visit_of(database, article, commit.fetched_at);
    see_it_is_there(database, commit, committed, visit);
    store::save_visit(database, visit);
    const auto stored = store::find_summary(database, article);
    end_link(database, commit, stored ? stored->published_at : std::nullopt, committed);
    return committed;
}

} // namespace khabar::pipeline
