#include "daemon/pipeline/paced_fetch.hpp"

#include "daemon/pipeline/robots_gate.hpp"

namespace khabar::pipeline {

namespace {

// The state of one fetch that its hops share.
struct Journey {
    Turn turn;
    std::string group;
    HostGate::Ticket ticket;
    bool allow_private = false;
};

boost::asio::awaitable<Result<void>> enter(Crawl& crawl, std::shared_ptr<Journey> journey, url::Url target) {
    if (journey->turn.robots) {
        Result<void> allowed = co_await check_robots(crawl, target, journey->allow_private);
        if (!allowed) co_return allowed;
    }
    std::string group = host_group(target);
    if (group == journey->group) co_return Result<void>();
    journey->ticket.finished(poll::Answer()); // that host has answered: with a redirect
    Result<HostGate::Ticket> ticket =
        co_await crawl.gate.turn(group, journey->turn.flow, journey->turn.weight);
    if (!ticket) co_return tl::unexpected(ticket.error());
    journey->ticket = std::move(*ticket);
    journey->group = std::move(group);
    co_return Result<void>();
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

boost::asio::awaitable<Result<net::Response>> paced_fetch(Crawl& crawl, net::Request request, Turn turn) {
    auto journey = std::make_shared<Journey>();
    journey->turn = std::move(turn);
    journey->allow_private = request.allow_private;
    Result<void> entered = co_await enter(crawl, journey, request.url);
    if (!entered) co_return tl::unexpected(entered.error());
    request.hop_gate = [&crawl, journey](url::Url target) {
        return enter(crawl, journey, std::move(target));
    };
    Result<net::Response> response = co_await crawl.fetcher.fetch(std::move(request));
    journey->ticket.finished(answer_of(response));
    co_return response;
}

} // namespace khabar::pipeline
