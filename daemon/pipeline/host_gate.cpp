#include "daemon/pipeline/host_gate.hpp"

#include "parsers/url/canonical.hpp"

namespace khabar::pipeline {

std::string host_group(const url::Url& url) {
    std::string group = url::registrable_domain(url.host());
    if (url.port()) group.append(":").append(std::to_string(*url.port()));
    return group;
}

HostGate::Ticket& HostGate::Ticket::operator=(Ticket&& other) noexcept {
    if (this != &other) {
        abandon();
        gate_ = std::exchange(other.gate_, nullptr);
        job_ = other.job_;
    }
    return *this;
}

void HostGate::Ticket::finished(const poll::Answer& answer) {
    HostGate* gate = std::exchange(gate_, nullptr);
    if (gate == nullptr) return;
    gate->pacing_.finished(job_, answer, gate->clock_.now());
    gate->pump();
}

void HostGate::Ticket::abandon() {
    HostGate* gate = std::exchange(gate_, nullptr);
    if (gate == nullptr) return;
    gate->pacing_.abandon(job_, gate->clock_.now());
    gate->pump();
}

HostGate::HostGate(boost::asio::any_io_executor executor, const Clock& clock,
                   const poll::PacingLimits& limits)
    : executor_(executor),
      clock_(clock),
      pacing_(limits),
      timer_(executor) {}

boost::asio::awaitable<Result<HostGate::Ticket>> HostGate::turn(std::string group, std::string flow,
                                                                double weight) {
    if (closed_) co_return fail(Errc::cancelled, "shutting down");
    const poll::JobId id = ++last_job_;
    auto waiter = std::make_shared<Waiter>(executor_);
    waiting_.emplace(id, waiter);
    poll::Job job;
    job.id = id;
    job.group = std::move(group);
    job.flow = std::move(flow);
    job.weight = weight;
    pacing_.enqueue(std::move(job));
    pump();
    co_await waiter->wake.wait();
    waiting_.erase(id);
    Ticket ticket(*this, id); // gives a job that was never started back as well
    if (!waiter->started) co_return fail(Errc::cancelled, "shutting down");
    co_return ticket;
}

void HostGate::close() {
    closed_ = true;
    timer_.cancel();
    for (auto& [id, waiter] : waiting_)
        if (!waiter->started) waiter->wake.notify();
}

void HostGate::pump() {
    while (!closed_) {
        const poll::Next next = pacing_.next(clock_.now());
        if (const auto* start = std::get_if<poll::Start>(&next)) {
            const auto found = waiting_.find(start->job);
            if (found == waiting_.end()) {
                pacing_.abandon(start->job, clock_.now());
                continue;
            }
            found->second->started = true;
            found->second->wake.notify();
            continue;
        }
        if (const auto* wait = std::get_if<poll::WaitUntil>(&next)) {
            timer_.expires_at(clock_.steady(wait->at));
            timer_.async_wait([this](boost::system::error_code error) {
                if (!error) pump();
            });
        }
        return;
    }
}

} // namespace khabar::pipeline
