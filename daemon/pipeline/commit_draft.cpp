#include "daemon/pipeline/commit_draft.hpp"

#include "daemon/store/articles.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/site_traits.hpp"
#include "parsers/date/date_time.hpp"
#include "parsers/url/canonical.hpp"

namespace khabar::pipeline {

namespace {

// A later text this much shorter is a broken transfer or a removed body rather than an edit; the stored one
// stays.
constexpr double shortest_update = 0.6;

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

bool is_update(const store::StoredArticle& stored, const store::NewArticle& row) {
    if (stored.via == store::Via::page && row.via == store::Via::feed) return false;
    if (stored.text == row.text && stored.title == row.title) return false;
    return stored.via == store::Via::feed ||
           static_cast<double>(row.text.size()) >= shortest_update * static_cast<double>(stored.text.size());
}

Committed commit_known(store::Database& database, story::StoryIndex& stories, std::int64_t id,
                       const store::NewArticle& row, const Commit& commit) {
    const auto stored = store::find_article(database, id);
    Committed committed;
    committed.article = id;
    if (stored && is_update(*stored, row)) {
        store::update_article(database, id, row);
        committed.kind = CommitKind::updated;
        committed.placement = place(stories, id, row, commit);
        return committed;
    }
    committed.kind = CommitKind::unchanged;
    committed.placement = stories.find(id).value_or(story::Placement());
    return committed;
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

} // namespace

std::string_view name(CommitKind kind) noexcept {
    switch (kind) {
    case CommitKind::stored:
        return "stored";
    case CommitKind::updated:
        return "updated";
    case CommitKind::unchanged:
        return "unchanged";
    case CommitKind::dropped:
        break;
    }
    return "dropped copy";
}

Committed commit_draft(store::Database& database, story::StoryIndex& stories, const Commit& commit) {
    const store::NewArticle row = article_row(commit);
    const store::InsertedArticle inserted = store::insert_article(database, row);
    Committed committed;
    if (inserted.inserted) {
        committed.article = inserted.id;
        committed.placement = place(stories, inserted.id, row, commit);
        remember_page(database, commit);
    } else {
        committed = commit_known(database, stories, inserted.id, row, commit);
    }
    const bool copy = inserted.inserted && committed.placement.duplicate_of.has_value();
    if (copy && commit.duplicates == settings::DuplicatePolicy::drop) {
        stories.remove(inserted.id);
        store::remove_article(database, inserted.id);
        committed.kind = CommitKind::dropped;
        committed.article = *committed.placement.duplicate_of;
    }
    if (commit.link) store::link_done(database, *commit.link, committed.article, page_failure(commit));
    return committed;
}

} // namespace khabar::pipeline
