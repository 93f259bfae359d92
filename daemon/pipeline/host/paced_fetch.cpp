#include "daemon/pipeline/host/paced_fetch.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/host/robots_gate.hpp"

#include <algorithm>

namespace khabar::pipeline {

namespace {

constexpr double hop_weight = 6; // what has begun goes before what its source has queued
constexpr std::chrono::seconds after_our_fault = std::chrono::minutes(1); // no descriptors left

// The state of one fetch that its hops share.
struct Journey {
    Turn turn;
    HostGate::Ticket ticket;
    bool allow_private = false;
    std::optional<std::chrono::seconds> retry_after; // of what ended it
};

boost::asio::awaitable<FetchResult<void>> enter(Hosts& hosts, std::shared_ptr<Journey> journey,
                                                url::Url target, poll::Duration patience) {
    if (journey->turn.robots) {
        FetchResult<void> allowed = co_await check_robots(hosts, target, journey->allow_private);
        if (!allowed) co_return allowed;
    }
    poll::Job job;
    job.flow = journey->turn.flow;
    job.weight = journey->turn.weight;
    FetchResult<HostGate::Ticket> ticket = co_await hosts.gate.turn(host_group(target), job, patience);
    if (!ticket) co_return tl::unexpected<FetchError>(ticket.error());
    journey->ticket = std::move(*ticket);
    co_return FetchResult<void>();
}

boost::asio::awaitable<Result<void>> hop(Hosts& hosts, std::shared_ptr<Journey> journey, url::Url target) {
    journey->ticket.answered(poll::Answer()); // that host has answered: with a redirect
    journey->ticket.release();
    journey->turn.weight = std::max(journey->turn.weight, hop_weight);
    FetchResult<void> entered = co_await enter(hosts, journey, std::move(target), longest_hop_wait);
    if (entered) co_return Result<void>();
    journey->retry_after = entered.error().retry_after;
    Error error = entered.error().error;
    if (error.code == Errc::cancelled && journey->retry_after) error.code = Errc::throttled;
    co_return tl::unexpected<Error>(std::move(error));
}

} // namespace

poll::Answer answer_of(const Result<net::Response>& response) {
    poll::Answer answer;
    if (!response) return answer;
    answer.status = response->status;
    answer.has_body = !response->body.empty();
    answer.latency = std::chrono::duration_cast<poll::Duration>(response->timings.first_byte);
    answer.retry_after = response->retry_after;
    return answer;
}

boost::asio::awaitable<FetchResult<Fetched>> paced_fetch(Hosts& hosts, net::Request request, Turn turn) {
    auto journey = std::make_shared<Journey>();
    journey->turn = std::move(turn);
    journey->allow_private = request.allow_private;
    FetchResult<void> entered = co_await enter(hosts, journey, request.url, hosts.patience);
    if (!entered) co_return tl::unexpected<FetchError>(entered.error());
    request.hop_gate = [&hosts, journey](url::Url target) { return hop(hosts, journey, std::move(target)); };
    Result<net::Response> response = co_await hosts.fetcher.fetch(std::move(request));
    journey->ticket.answered(answer_of(response));
    if (!response && response.error().code == Errc::cancelled && !hosts.gate.closed()) {
        log::error("a request could not be made", {{"error", response.error().detail}});
        journey->retry_after = after_our_fault;
    }
    if (!response) co_return fetch_failed(response.error(), journey->retry_after);
    Fetched fetched;
    fetched.response = std::move(*response);
    fetched.ticket = std::move(journey->ticket);
    co_return fetched;
}

} // namespace khabar::pipeline
