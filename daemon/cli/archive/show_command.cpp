#include "daemon/cli/archive/show_command.hpp"

#include "daemon/cli/archive/stored_article_json.hpp"
#include "daemon/cli/archive/story_lookup.hpp"
#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "daemon/store/revisions.hpp"
#include "daemon/store/visits.hpp"
#include "parsers/text/fold.hpp"

#include <fmt/format.h>

namespace khabar::cli {

namespace {

void append_field(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    constexpr std::size_t name_width = 11;
    out.append(name).append(name_width - name.size(), ' ').append(text::clean_field(value)).append("\n");
}

std::string story_line(const std::optional<StoryPlace>& place) {
    if (!place) return {};
    if (!place->duplicate_of) return fmt::format("{}", place->story);
    return fmt::format("{}, the same as article {} (similarity {:.2f})", place->story, *place->duplicate_of,
                       place->similarity);
}

std::string origin_line(const store::StoredArticle& article) {
    std::string line = article.source_id.empty() ? "stored by hand" : article.source_id;
    line.append(", fetched ").append(absolute(article.fetched_at));
    if (article.via != store::Via::feed) return line;
    line.append(", from the feed's own text");
    if (!article.via_reason.empty()) line.append("; the page: ").append(article.via_reason);
    return line;
}

std::string fields(const store::StoredArticle& article, const std::optional<StoryPlace>& place) {
    std::string out;
    append_field(out, "url", article.url);
    append_field(out, "authors", joined(article.authors));
    append_field(out, "published", article.published);
    append_field(out, "updated", article.updated);
    append_field(out, "site", article.site);
    append_field(out, "credit", article.credit);
    append_field(out, "language", article.language);
    append_field(out, "tags", joined(article.tags));
    append_field(out, "source", origin_line(article));
    append_field(out, "story", story_line(place));
    return out;
}

// Empty for a text that never changed and whose page is there.
std::string history_line(std::int64_t number, const std::vector<store::Revision>& revisions,
                         const std::optional<store::Time>& retracted) {
    std::string line;
    if (revisions.size() > 1) line = fmt::format("revision {} of {}", number, revisions.back().number);
    if (retracted)
        line.append(line.empty() ? "" : "; ").append("retracted, gone since ").append(absolute(*retracted));
    return line;
}

std::string as_text(const store::StoredArticle& article, const std::optional<StoryPlace>& place,
                    const std::string& history) {
    std::string out = text::clean_field(article.title) + "\n\n" + fields(article, place);
    append_field(out, "history", history);
    out.append("\n");
    return out.append(clean_lines(article.text)).append("\n");
}

std::string as_markdown(const store::StoredArticle& article) {
    return clean_lines(article.markdown.empty() ? article.text : article.markdown) + "\n";
}

} // namespace

int run_show(const ShowOptions& options) {
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    auto& database = archive->database;
    const auto revisions = store::list_revisions(database, options.id);
    if (revisions.empty()) return no_article(options.id);
    const std::int64_t number = options.revision.value_or(revisions.back().number);
    const auto article = store::find_revision(database, options.id, number);
    if (!article) return no_revision(options.id, number);
    const auto visit = store::find_visit(database, options.id);
    const auto retracted = visit ? visit->retracted_at : std::nullopt;
    const auto place = StoryLookup(database).find(options.id);
    if (options.json) {
        auto object = to_json(*article);
        add_story(object, place);
        object["revision"] = number;
        object["revisions"] = revisions.size();
        object["retracted_at"] = moment_json(retracted);
        print_json_line(object);
    } else {
        fmt::print("{}", options.format == "markdown"
                             ? as_markdown(*article)
                             : as_text(*article, place, history_line(number, revisions, retracted)));
    }
    return exit_ok;
}

} // namespace khabar::cli
