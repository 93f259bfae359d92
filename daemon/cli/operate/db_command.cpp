#include "daemon/cli/operate/db_command.hpp"

#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/check.hpp"
#include "daemon/store/search.hpp"
#include "parsers/text/fold.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace khabar::cli {

namespace {

struct Findings {
    std::vector<std::string> damage;
    std::vector<store::Disagreement> disagreements;
    [[nodiscard]] bool none() const noexcept { return damage.empty() && disagreements.empty(); }
};

// Tables are compared only in a file that is whole: a torn one gives any answer.
Findings look(const store::Database& database) {
    Findings found{store::find_damage(database), {}};
    if (found.damage.empty()) found.disagreements = store::find_disagreements(database);
    return found;
}

void print_json(const Findings& found, const std::string& file, std::int64_t articles) {
    boost::json::array damage, disagreements;
    for (const std::string& line : found.damage)
        damage.emplace_back(line);
    for (const store::Disagreement& each : found.disagreements)
        disagreements.push_back({{"what", each.what}, {"rows", each.rows}});
    const boost::json::object object{{"file", file},
                                     {"articles", articles},
                                     {"ok", found.none()},
                                     {"damage", std::move(damage)},
                                     {"disagreements", std::move(disagreements)}};
    print_json_line(object);
}

void print_text(const Findings& found, const std::string& file, std::int64_t articles) {
    if (found.none()) fmt::print("{}: ok, {} articles\n", file, articles);
    for (const std::string& line : found.damage)
        fmt::print("{}: damaged: {}\n", file, text::escape_for_log(line));
    if (!found.damage.empty())
        fmt::print(
            "stop khabar and put the last backup in its place (`khabar backup` makes one); what can still be "
            "read is saved by: sqlite3 {} .recover | sqlite3 saved.db\n",
            file);
    bool index = false;
    for (const store::Disagreement& each : found.disagreements) {
        fmt::print("{}: {} {}\n", file, each.rows, each.what);
        index = index || each.index;
    }
    if (index) fmt::print("`khabar db check --repair` makes the search index anew from the articles\n");
}

int repair_index(const std::string& file) {
    store::Database database(file);
    store::Transaction transaction(database);
    store::rebuild_search_index(database);
    transaction.commit();
    fmt::print("{}: the search index was made anew\n", file);
    return exit_ok;
}

} // namespace

int run_db_check(const DbCheckOptions& options) {
    const auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    const std::string file = archive->database.file();
    try {
        const Findings found = look(archive->database);
        const std::int64_t articles = found.damage.empty() ? store::count_articles(archive->database) : 0;
        if (options.json)
            print_json(found, file, articles);
        else
            print_text(found, file, articles);
        const bool index = std::ranges::any_of(found.disagreements, &store::Disagreement::index);
        if (options.repair && index && found.damage.empty()) return repair_index(file);
        return found.none() ? exit_ok : exit_data;
    } catch (const store::StoreError& error) {
        fmt::print(stderr, "khabar db check: {}: {}\n", file, error.what());
        return error.corrupt() ? exit_data : exit_io;
    }
}

} // namespace khabar::cli
