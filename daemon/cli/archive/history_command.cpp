#include "daemon/cli/archive/history_command.hpp"

#include "daemon/cli/archive/stored_article_json.hpp"
#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "daemon/store/revisions.hpp"
#include "daemon/store/visits.hpp"
#include "parsers/text/fold.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>

namespace khabar::cli {

namespace {

namespace json = boost::json;

json::object to_json(const store::Revision& revision, std::int64_t article) {
    return {{"article", article},
            {"revision", revision.number},
            {"seen_at", moment_json(revision.seen_at)},
            {"via", store::name(revision.via)},
            {"bytes", revision.bytes},
            {"changed", json::array(revision.changed.begin(), revision.changed.end())},
            {"words_added", revision.added},
            {"words_removed", revision.removed}};
}

// "title, text; +12 −3 words".
std::string what_changed(const store::Revision& revision) {
    if (revision.changed.empty()) return revision.number == 1 ? "first seen" : "";
    std::string line = joined(revision.changed);
    if (revision.added + revision.removed > 0)
        line.append(fmt::format("; +{} -{} words", revision.added, revision.removed));
    return line;
}

std::string page_line(const std::optional<store::Visit>& visit) {
    if (!visit) return {};
    if (visit->retracted_at)
        return fmt::format("retracted: the page is gone since {}\n",
                           absolute(visit->missing_at.value_or(*visit->retracted_at)));
    return fmt::format("the page was last looked at {}\n", absolute(visit->checked_at));
}

} // namespace

int run_history(const HistoryOptions& options) {
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    const auto article = store::find_article(archive->database, options.id);
    if (!article) return no_article(options.id);
    const auto revisions = store::list_revisions(archive->database, options.id);
    if (options.json) {
        for (const store::Revision& revision : revisions)
            print_json_line(to_json(revision, options.id));
        return exit_ok;
    }
    using Align = Table::Align;
    Table table({{"REVISION", Align::right}, {"SEEN"}, {"BYTES", Align::right}, {"VIA"}, {"CHANGED"}});
    for (const store::Revision& revision : revisions)
        table.add({std::to_string(revision.number), absolute(revision.seen_at),
                   std::to_string(revision.bytes), std::string(store::name(revision.via)),
                   what_changed(revision)});
    fmt::print("{}\n{}{}", text::clean_field(article->title), table.render(output_columns()),
               page_line(store::find_visit(archive->database, options.id)));
    return exit_ok;
}

} // namespace khabar::cli
