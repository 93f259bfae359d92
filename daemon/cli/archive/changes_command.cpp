#include "daemon/cli/archive/changes_command.hpp"

#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/changes.hpp"

#include <boost/json/object.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <thread>

namespace khabar::cli {

namespace {

namespace json = boost::json;

constexpr std::size_t batch = 500;

// Between two looks at PRAGMA data_version (a read of one counter in shared memory): news are told within a
// tenth of a second while there are some, and an idle archive costs next to nothing.
constexpr std::chrono::milliseconds shortest_pause{50}, longest_pause{1000};

json::value number_or_null(const std::optional<std::int64_t>& number) {
    return number ? json::value(*number) : json::value();
}

json::object to_json(const store::Database& database, const store::Change& change) {
    json::object object{{"cursor", change.sequence},
                        {"at", moment_json(change.at)},
                        {"kind", store::name(change.kind)},
                        {"article", number_or_null(change.article)},
                        {"revision", number_or_null(change.revision)},
                        {"story", number_or_null(change.story)},
                        {"other_story", number_or_null(change.other_story)},
                        {"url", nullptr},
                        {"title", nullptr},
                        {"source", nullptr}};
    if (!change.url.empty()) object["url"] = change.url;
    const auto article = change.article ? store::find_summary(database, *change.article) : std::nullopt;
    if (!article) return object;
    object["url"] = article->url;
    object["title"] = article->title;
    object["source"] = article->source_id;
    return object;
}

class Stream {
  public:
    Stream(store::Database& database, const ChangesOptions& options)
        : database_(database),
          options_(options) {}

    int run() {
        if (!begin()) return exit_data;
        for (;;) {
            const std::int64_t version =
                database_.pragma("data_version"); // before reading: nothing is overlooked
            const auto told = tell();
            if (!told) return told.error();
            if (done()) return exit_ok;
            if (*told > 0) continue;
            if (!options_.follow) return exit_ok;
            wait_for_change(version);
        }
    }

  private:
    bool begin() {
        if (options_.since == "now") {
            cursor_ = store::journal(database_).last;
            return true;
        }
        const char* end = options_.since.data() + options_.since.size();
        const auto [stopped, error] = std::from_chars(options_.since.data(), end, cursor_);
        if (error == std::errc() && stopped == end && cursor_ >= 0) return true;
        fmt::print(
            stderr,
            "khabar: --since takes the \"cursor\" of the last line that was read, 0 for the beginning, "
            "or 'now'\n");
        return false;
    }

    [[nodiscard]] bool done() const { return options_.limit > 0 && told_ >= options_.limit; }

    // How many lines were written.
    tl::expected<std::size_t, int> tell() {
        const store::Snapshot snapshot(database_);
        const store::Journal journal = store::journal(database_);
        if (cursor_ + 1 < journal.first) return too_old(journal);
        if (cursor_ > journal.last) return ahead(journal);
        std::size_t most = batch;
        if (options_.limit > 0) most = std::min(most, static_cast<std::size_t>(options_.limit - told_));
        const auto changes = store::changes_after(database_, cursor_, most);
        for (const store::Change& change : changes)
            print_json_line(to_json(database_, change));
        if (std::fflush(stdout) != 0) return tl::unexpected<int>(exit_io);
        if (!changes.empty()) cursor_ = changes.back().sequence;
        told_ += static_cast<std::int64_t>(changes.size());
        return changes.size();
    }

    tl::unexpected<int> too_old(const store::Journal& journal) const {
        fmt::print(
            stderr,
            "khabar: the changes after cursor {} are no longer kept; the oldest is {}. Read the archive anew "
            "(`khabar export articles`) and follow from cursor {}\n",
            cursor_, journal.first, journal.last);
        return tl::unexpected<int>(exit_data);
    }

    tl::unexpected<int> ahead(const store::Journal& journal) const {
        fmt::print(
            stderr,
            "khabar: cursor {} is ahead of this archive (its last is {}): it comes from another database, or "
            "this one was restored from a backup. Read it anew and follow from cursor {}\n",
            cursor_, journal.last, journal.last);
        return tl::unexpected<int>(exit_data);
    }

    void wait_for_change(std::int64_t version) const {
        std::chrono::milliseconds pause = shortest_pause;
        while (database_.pragma("data_version") == version) {
            std::this_thread::sleep_for(pause);
            pause = std::min(2 * pause, longest_pause);
        }
    }

    store::Database& database_;
    const ChangesOptions& options_;
    std::int64_t cursor_ = 0;
    std::int64_t told_ = 0;
};

} // namespace

int run_changes(const ChangesOptions& options) {
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    return Stream(archive->database, options).run();
}

} // namespace khabar::cli
