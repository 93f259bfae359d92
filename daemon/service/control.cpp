#include "daemon/service/control.hpp"

#include "daemon/log/log.hpp"
#include "daemon/service/notify.hpp"
#include "daemon/settings/load.hpp"
#include "daemon/settings/quantity.hpp"

#include <algorithm>

namespace khabar::service {

namespace {

using boost::asio::awaitable;

constexpr std::chrono::milliseconds look_every{500};
constexpr std::chrono::seconds after_failure{
    10}; // the database does not answer: do not ask it twice a second
constexpr std::int64_t orders_at_once = 1000;
constexpr std::chrono::hours answers_kept{1}; // whoever asked has given up long before
constexpr std::size_t named_in_log = 20;      // of thousands of sources; their number stands beside

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < std::min(words.size(), named_in_log); ++i)
        out.append(out.empty() ? "" : ",").append(words[i]);
    if (words.size() > named_in_log)
        out.append(",… (").append(std::to_string(words.size())).append(" in all)");
    return out.empty() ? "-" : out;
}

std::vector<std::string> ids(const std::vector<settings::ChangedSource>& sources) {
    std::vector<std::string> out;
    for (const settings::ChangedSource& source : sources)
        out.push_back(source.id);
    return out;
}

void log_outcome(const ReloadOutcome& outcome) {
    for (const settings::Problem& problem : outcome.problems)
        log::error("configuration not reloaded, the old one stays",
                   {{"problem", settings::to_string(problem)}});
    if (!outcome.failure.empty())
        log::error("configuration not reloaded, the old one stays", {{"error", outcome.failure}});
    if (!outcome.good()) return;
    const settings::Difference& difference = outcome.difference;
    for (const std::string& setting : difference.settings)
        log::info("setting changed", {{"setting", setting}});
    for (const std::string& key : difference.restart)
        log::warn("setting waits for a restart", {{"setting", key}});
    if (!difference.sites.empty()) log::info("site rules changed", {{"hosts", joined(difference.sites)}});
    log::info("reloaded", {{"added", joined(difference.added)},
                           {"changed", joined(ids(difference.changed))},
                           {"removed", joined(difference.removed)}});
}

// glibc's malloc gives each thread a share of its own. What reading the files took stood between the sources'
// strings in the reader's share, whose pages could therefore not be given back: with 100,000 sources 27 MB
// after one reload, 37 MB after two. So this thread makes the strings anew, in the place that those of the
// last reload left. By the thousand: what is freed one at a time is what the next one gets.
void take_over(std::vector<settings::Source>& sources) {
    constexpr std::ptrdiff_t at_once = 1024;
    for (auto first = sources.begin(); first != sources.end();) {
        const auto last = first + std::min(at_once, sources.end() - first);
        std::vector<settings::Source> copies(first, last);
        first = std::swap_ranges(copies.begin(), copies.end(), first);
    }
}

} // namespace

Control::Control(pipeline::Crawl& crawl, pipeline::Crawler& crawler, std::function<void()> reloaded)
    : crawl_(crawl),
      crawler_(crawler),
      reloaded_(std::move(reloaded)),
      wake_(crawl.executor) {}

void Control::stop() {
    stopping_ = true;
    wake_.notify();
}

void Control::reload_wanted() {
    reload_wanted_ = true;
    wake_.notify();
}

awaitable<void> Control::run() {
    running_ = true;
    while (!stopping_) {
        std::chrono::milliseconds pause = look_every;
        try {
            if (std::exchange(reload_wanted_, false)) co_await reload();
            co_await obey();
        } catch (const store::StoreError& error) {
            log::error("orders could not be read", {{"error", error.what()}});
            pause = after_failure;
        }
        co_await wake_.wait_until(std::chrono::steady_clock::now() + pause);
    }
}

awaitable<void> Control::obey() {
    auto read = [](store::Database& database, story::StoryIndex&) {
        return store::open_orders(database, orders_at_once);
    };
    const std::vector<store::Order> orders = co_await crawl_.archive.write(read);
    if (orders.empty()) co_return;
    std::vector<std::pair<std::int64_t, std::string>> answers;
    for (const store::Order& order : orders) {
        std::string answer = co_await obey_one(order);
        if (order.verb != store::Verb::reload) // which has its own lines
            log::info("order",
                      {{"verb", store::name(order.verb)}, {"subject", order.subject}, {"done", answer}});
        answers.emplace_back(order.id, std::move(answer));
    }
    auto write = [answers = std::move(answers)](store::Database& database, story::StoryIndex&) {
        for (const auto& [id, answer] : answers)
            store::answer_order(database, id, answer);
        store::forget_answers(database, pipeline::Clock::wall() - answers_kept);
        return true;
    };
    co_await crawl_.archive.write(std::move(write));
    wake_.notify(); // there may be more
}

awaitable<std::string> Control::obey_one(store::Order order) {
    switch (order.verb) {
    case store::Verb::pause:
        co_return crawler_.pause(order.subject);
    case store::Verb::resume:
        co_return crawler_.resume(order.subject);
    case store::Verb::reset:
        co_return crawler_.reset(order.subject);
    case store::Verb::poll_now:
        co_return crawler_.poll_now(order.subject);
    case store::Verb::reset_host:
        crawl_.gate.pacing().reset(order.subject);
        crawl_.gate.reconsider();
        co_return "forgotten what was learnt";
    case store::Verb::set_host:
        break;
    case store::Verb::reload: {
        ReloadOutcome outcome; // at start: what it asks for has just been done
        if (running_) outcome = co_await reload();
        co_return to_json(outcome);
    }
    }
    std::string answer = co_await set_host(order.subject);
    co_return answer;
}

awaitable<std::string> Control::set_host(std::string group) {
    auto read = [](store::Database& database, story::StoryIndex&) {
        return store::load_host_rules(database);
    };
    const std::vector<store::HostRule> rules = co_await crawl_.archive.write(read);
    const auto rule = std::ranges::find(rules, group, &store::HostRule::group);
    std::optional<std::chrono::milliseconds> delay;
    if (rule != rules.end()) delay = rule->delay;
    crawl_.gate.pacing().override_delay(group, delay);
    crawl_.gate.reconsider();
    co_return delay ? "one request every " + settings::format_duration(*delay) : "as pacing learns it";
}

awaitable<ReloadOutcome> Control::reload() {
    notify::reloading();
    ReloadOutcome outcome;
    const std::filesystem::path file = crawl_.settings->file;
    outcome.file = file.string();
    auto read = [file] {
        settings::LoadOptions options;
        options.secrets = true;
        return settings::load(file, options);
    };
    settings::Loaded loaded = co_await crawl_.pool.run(std::move(read));
    outcome.problems = std::move(loaded.problems);
    if (outcome.problems.empty()) {
        std::shared_ptr<const settings::Settings> before = crawl_.settings;
        outcome.difference = settings::difference(*before, loaded.settings);
        take_over(loaded.settings.sources);
        auto after = std::make_shared<const settings::Settings>(
            settings::without_restart(*before, std::move(loaded.settings)));
        try {
            co_await crawler_.reload(after);
            log::set_level(log::level_from_name(after->log.level));
            before.reset(); // so that what they took can be given back
            reloaded_();
        } catch (const store::StoreError& error) {
            outcome.failure = error.what();
        }
    }
    log_outcome(outcome);
    notify::ready();
    co_return outcome;
}

} // namespace khabar::service
