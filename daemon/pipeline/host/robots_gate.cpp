#include "daemon/pipeline/host/robots_gate.hpp"

#include "daemon/pipeline/host/paced_fetch.hpp"
#include "daemon/store/hosts.hpp"

namespace khabar::pipeline {

namespace {

constexpr double robots_weight = 8;                                 // every page of the host waits for it
constexpr std::chrono::seconds ask_again = std::chrono::minutes(1); // after who asked for all came to nothing

// What became of asking says nothing of the host: it was ours, or this source's (`allow_private`).
bool is_not_the_hosts(Errc code) {
    return is_our_fault(code) || code == Errc::refused_address;
}

std::string request_target(const url::Url& url) {
    std::string target(url.path());
    if (const auto query = url.query()) target.append("?").append(*query);
    return target;
}

store::Time to_store(poll::Time time) {
    return std::chrono::time_point_cast<std::chrono::seconds>(time);
}

// What a former run of khabar read: rules that hold, or old ones, which go on if the host cannot be asked.
// What was read in the future was read by a clock that was wrong.
boost::asio::awaitable<void> recall(Hosts& hosts, std::string origin) {
    auto task = [origin](store::Database& database, story::StoryIndex&) {
        return store::find_robots(database, origin);
    };
    const std::optional<store::RobotsRow> row = co_await hosts.archive.write(std::move(task));
    if (!row || row->fetched_at > to_store(hosts.clock.now())) co_return;
    if (poll::is_unreachable(row->status)) co_return; // nothing was read: an older khabar kept that too
    hosts.robots.answered(origin, row->status, row->body, hosts.settings->fetch.user_agent, row->fetched_at);
}

boost::asio::awaitable<void> save(Hosts& hosts, std::string origin, int status, std::string body) {
    const poll::RobotsRecord* record = hosts.robots.find(origin);
    if (record == nullptr) co_return;
    store::RobotsRow row;
    row.host = std::move(origin);
    row.fetched_at = to_store(record->fetched);
    row.expires = to_store(record->expires);
    row.status = status;
    row.body = std::move(body);
    auto task = [row = std::move(row)](store::Database& database, story::StoryIndex&) {
        store::save_robots(database, row);
        return true;
    };
    co_await hosts.archive.write(std::move(task));
}

boost::asio::awaitable<FetchResult<void>> fetch_robots(Hosts& hosts, url::Url robots_url, std::string origin,
                                                       bool allow_private) {
    net::Request request{.url = std::move(robots_url)};
    request.user_agent = hosts.settings->fetch.user_agent;
    request.bounds.max_bytes = poll::robots_bytes;
    request.bounds.redirects = poll::robots_redirects;
    request.cut_at_max = true;
    request.allow_private = allow_private;
    Turn turn;
    turn.flow = "robots.txt";
    turn.weight = robots_weight;
    const FetchResult<Fetched> fetched = co_await paced_fetch(hosts, std::move(request), std::move(turn));
    if (!fetched) {
        if (is_not_the_hosts(fetched.error().error.code))
            co_return tl::unexpected<FetchError>(fetched.error());
        hosts.robots.failed(origin, fetched.error().error.code, hosts.clock.now());
        co_return FetchResult<void>();
    }
    const net::Response& response = fetched->response;
    hosts.robots.answered(origin, response.status, response.body, hosts.settings->fetch.user_agent,
                          hosts.clock.now());
    if (!poll::is_unreachable(response.status)) // which takes nothing away from what was read before
        co_await save(hosts, origin, response.status, response.body);
    co_return FetchResult<void>();
}

// Those who wait for one origin's robots.txt are woken however the asking ends: an exception too.
class Inquiry {
  public:
    Inquiry(Hosts& hosts, std::string origin) : hosts_(hosts), origin_(std::move(origin)) {}
    ~Inquiry() {
        const auto waiters = hosts_.robots_waiting.extract(origin_);
        for (const std::shared_ptr<Wake>& wake : waiters.mapped())
            wake->notify();
    }
    Inquiry(const Inquiry&) = delete;
    Inquiry& operator=(const Inquiry&) = delete;

  private:
    Hosts& hosts_;
    std::string origin_;
};

// Reads the rules of an origin that is not known. Who comes while that goes on waits for it instead of asking
// the host as well.
boost::asio::awaitable<FetchResult<void>> learn(Hosts& hosts, url::Url url, bool allow_private) {
    const std::string origin = url.origin();
    const auto [waiting, first] = hosts.robots_waiting.try_emplace(origin);
    if (!first) {
        auto wake = std::make_shared<Wake>(hosts.executor);
        waiting->second.push_back(wake);
        co_await wake->wait();
        co_return FetchResult<void>();
    }
    const Inquiry inquiry(hosts, origin);
    if (hosts.robots.find(origin) == nullptr) co_await recall(hosts, origin);
    const bool known = hosts.robots.ask(origin, "/", hosts.clock.now()).known;
    auto robots_url = url::Url::parse("/robots.txt", &url);
    if (known || !robots_url) co_return FetchResult<void>();
    FetchResult<void> fetched = co_await fetch_robots(hosts, std::move(*robots_url), origin, allow_private);
    co_return fetched;
}

Error cannot_be_had(const std::string& origin, std::optional<Errc> failure) {
    const std::string why = failure ? " (" + std::string(name(*failure)) + ")" : "";
    return {Errc::http_server_error, "robots.txt of " + origin + " cannot be had" + why};
}

} // namespace

boost::asio::awaitable<FetchResult<void>> check_robots(Hosts& hosts, url::Url url, bool allow_private) {
    const std::string origin = url.origin();
    const std::string target = request_target(url);
    poll::RobotsAnswer answer = hosts.robots.ask(origin, target, hosts.clock.now());
    if (!answer.known) {
        const FetchResult<void> learnt = co_await learn(hosts, url, allow_private);
        if (!learnt) co_return learnt;
        answer = hosts.robots.ask(origin, target, hosts.clock.now());
    }
    if (!answer.known)
        co_return fetch_failed({Errc::cancelled, "robots.txt of " + origin + " was not read yet"}, ask_again);
    if (answer.crawl_delay) hosts.gate.pacing().crawl_delay(host_group(url), *answer.crawl_delay);
    if (answer.verdict.allowed) co_return FetchResult<void>();
    if (answer.unreachable) // forbidden as long as it lasts, but nothing the host has decided
        co_return fetch_failed(cannot_be_had(origin, answer.failure));
    co_return fetch_failed(
        {Errc::robots_denied, "robots.txt of " + origin + ", line " + std::to_string(answer.verdict.line)});
}

} // namespace khabar::pipeline
