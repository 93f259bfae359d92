#include "daemon/cli/archive/diff_command.hpp"

#include "daemon/cli/archive/marked_text.hpp"
#include "daemon/cli/archive/stored_article_json.hpp"
#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "daemon/store/revisions.hpp"

#include <fmt/format.h>

#include <array>

namespace khabar::cli {

namespace {

struct Pair {
    std::int64_t from = 0, to = 0;
    store::StoredArticle before, after;
};

// What a reader sees changed: a field, and how.
struct Difference {
    std::string_view field;
    diff::TextDiff texts;
};

// The fields a reader sees, in the order he sees them.
using Texts = std::array<std::pair<std::string_view, std::string>, 6>;
Texts texts_of(const store::StoredArticle& article) {
    return {{{"title", article.title},
             {"authors", joined(article.authors)},
             {"published", article.published},
             {"credit", article.credit},
             {"lead", article.lead},
             {"text", article.text}}};
}

// Of the fields that differ.
std::vector<Difference> differences(const Pair& pair) {
    std::vector<Difference> found;
    const Texts before = texts_of(pair.before), after = texts_of(pair.after);
    for (std::size_t i = 0; i < before.size(); ++i) {
        diff::TextDiff texts = diff::diff(before[i].second, after[i].second);
        if (!texts.same()) found.push_back({before[i].first, std::move(texts)});
    }
    return found;
}

tl::expected<Pair, int> find_pair(const store::Database& database, const DiffOptions& options) {
    const auto revisions = store::list_revisions(database, options.id);
    if (revisions.empty()) return tl::unexpected<int>(no_article(options.id));
    if (revisions.size() == 1 && !options.from) {
        fmt::print(stderr, "khabar: article {} has one revision; nothing to compare\n", options.id);
        return tl::unexpected<int>(exit_failed);
    }
    Pair pair;
    pair.to = options.to.value_or(revisions.back().number);
    pair.from = options.from ? *options.from : revisions[revisions.size() - 2].number;
    for (const auto& [number, into] : {std::pair(pair.from, &pair.before), std::pair(pair.to, &pair.after)}) {
        auto found = store::find_revision(database, options.id, number);
        if (!found) return tl::unexpected<int>(no_revision(options.id, number));
        *into = std::move(*found);
    }
    return pair;
}

void print_json(const Pair& pair, std::int64_t article) {
    boost::json::object object{{"article", article},
                               {"from", pair.from},
                               {"to", pair.to},
                               {"from_seen_at", moment_json(pair.before.fetched_at)},
                               {"to_seen_at", moment_json(pair.after.fetched_at)}};
    std::size_t added = 0, removed = 0;
    boost::json::object fields;
    for (const Difference& each : differences(pair)) {
        added += each.texts.added;
        removed += each.texts.removed;
        fields[each.field] = pieces_json(each.texts);
    }
    object["words_added"] = added;
    object["words_removed"] = removed;
    object["changes"] = std::move(fields);
    print_json_line(object);
}

void print_text(const Pair& pair, std::int64_t article) {
    const bool colours = output_takes_bold();
    fmt::print("article {}, revision {} ({}) against {} ({})\n\n", article, pair.from,
               absolute(pair.before.fetched_at), pair.to, absolute(pair.after.fetched_at));
    const std::vector<Difference> found = differences(pair);
    for (const Difference& each : found)
        fmt::print("{}:{}{}\n", each.field, each.field == "text" ? "\n\n" : " ", marked(each.texts, colours));
    if (found.empty()) fmt::print("no difference that a reader would see\n");
}

} // namespace

int run_diff(const DiffOptions& options) {
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    const auto pair = find_pair(archive->database, options);
    if (!pair) return pair.error();
    options.json ? print_json(*pair, options.id) : print_text(*pair, options.id);
    return exit_ok;
}

} // namespace khabar::cli
