#include "daemon/cli/sources/order_command.hpp"

#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/input/source_selection.hpp"
#include "daemon/cli/operate/daemon_answer.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/pipeline/host/host_gate.hpp"
#include "daemon/settings/quantity.hpp"
#include "daemon/store/daemon_lock.hpp"
#include "daemon/store/hosts.hpp"
#include "daemon/store/sources.hpp"
#include "parsers/text/fold.hpp"

#include <boost/json/object.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace khabar::cli {

namespace {

namespace json = boost::json;

// A reload of thousands of sources may go on in the daemon meanwhile.
constexpr std::chrono::seconds patience{15};
constexpr std::chrono::milliseconds longest_delay = std::chrono::hours(1); // as fetch.delay

using Delay = std::optional<std::chrono::milliseconds>;

tl::unexpected<int> refuse(int status, const std::string& line) {
    fmt::print(stderr, "khabar: {}\n", line);
    return tl::unexpected<int>(status);
}

bool is_about_hosts(store::Verb verb) {
    return verb == store::Verb::reset_host || verb == store::Verb::set_host;
}

// "news.example.org" and "https://example.org/feed" mean the group that their requests queue in.
tl::expected<std::vector<std::string>, int> host_groups(const std::vector<std::string>& words) {
    std::vector<std::string> groups;
    for (const std::string& word : words) {
        const bool is_address = word.find("://") != std::string::npos;
        const auto url = url::Url::parse(is_address ? word : "https://" + word + "/");
        if (!url || !url->is_http() || url->host().empty())
            return refuse(exit_usage, fmt::format("'{}' is no host; write it as `khabar hosts` shows it",
                                                  text::escape_for_log(word)));
        groups.push_back(pipeline::host_group(*url));
    }
    return groups;
}

tl::expected<std::vector<std::string>, int> subjects(const Archive& archive, const OrderOptions& options) {
    if (is_about_hosts(options.verb)) return host_groups(options.subjects);
    if (options.subjects.empty() && options.tags.empty())
        return refuse(exit_usage, "name at least one source, or --tag");
    auto chosen = select_sources(archive.database, archive.settings.sources, options.subjects, options.tags);
    if (!chosen) return refuse(exit_failed, chosen.error());
    return std::move(*chosen);
}

tl::expected<Delay, int> delay_of(const OrderOptions& options) {
    if (options.verb != store::Verb::set_host || options.delay == "auto") return Delay();
    const auto delay = settings::parse_duration(options.delay);
    if (!delay) return refuse(exit_usage, "--delay: " + delay.error().detail);
    if (*delay > longest_delay) return refuse(exit_usage, "--delay must be from 0s to 1h, or auto");
    return Delay(*delay);
}

// What the archive says from now on, whether a daemon runs or not.
void change_row(store::Database& database, store::Verb verb, const std::string& subject, const Delay& delay,
                store::Time now) {
    switch (verb) {
    case store::Verb::pause:
    case store::Verb::resume:
        store::pause_source(database, subject, verb == store::Verb::pause);
        break;
    case store::Verb::reset:
        store::reset_source(database, subject, now);
        break;
    case store::Verb::poll_now:
        store::make_source_due(database, subject, now);
        break;
    case store::Verb::reset_host:
        store::forget_host(database, subject);
        break;
    case store::Verb::set_host:
        store::set_host_rule(database, subject, delay);
        break;
    case store::Verb::reload:
        break;
    }
}

std::vector<std::int64_t> give(store::Database& database, const OrderOptions& options, const Delay& delay,
                               const std::vector<std::string>& all) {
    const auto now = current_time();
    std::vector<std::int64_t> orders;
    store::Transaction transaction(database);
    for (const std::string& subject : all) {
        change_row(database, options.verb, subject, delay, now);
        orders.push_back(store::give_order(database, options.verb, subject, now));
    }
    transaction.commit();
    return orders;
}

void print(const OrderOptions& options, const std::string& subject, const std::string& answer, bool daemon) {
    if (options.json)
        print_json_line(json::object{{"subject", subject},
                                     {"order", store::name(options.verb)},
                                     {"daemon", daemon},
                                     {"answer", answer}});
    else
        fmt::print("{}: {}\n", subject, text::escape_for_log(answer));
}

int report(const store::Database& database, const OrderOptions& options, const std::vector<std::string>& all,
           const std::vector<std::int64_t>& orders) {
    const std::optional<pid_t> daemon = store::running_daemon(database.file());
    const auto until = std::chrono::steady_clock::now() + patience;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!daemon) {
            print(options, all[i], "noted; no daemon runs, the next one obeys", false);
            continue;
        }
        const std::optional<std::string> answer = wait_for_answer(database, orders[i], until);
        if (!answer) {
            fmt::print(stderr,
                       "khabar: the daemon (process {}) has not answered in {} s; it will obey when it can, "
                       "its log says what it is doing\n",
                       *daemon, patience.count());
            return exit_unavailable;
        }
        print(options, all[i], *answer, true);
    }
    return exit_ok;
}

} // namespace

int run_order(const OrderOptions& options) {
    const auto delay = delay_of(options);
    if (!delay) return delay.error();
    auto archive = open_database_to_change(options.config, options.database);
    if (!archive) return archive.error();
    try {
        const auto all = subjects(*archive, options);
        if (!all) return all.error();
        const std::vector<std::int64_t> orders = give(archive->database, options, *delay, *all);
        return report(archive->database, options, *all, orders);
    } catch (const store::StoreError& error) {
        fmt::print(stderr, "khabar: {}\n", error.what());
        return exit_io;
    }
}

} // namespace khabar::cli
