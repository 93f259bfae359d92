#include "daemon/pipeline/host/host_gate.hpp"

#include "parsers/url/canonical.hpp"

namespace khabar::pipeline {

std::string host_group(const url::Url& url) {
    std::string group = url::registrable_domain(url.host());
    if (url.port()) group.append(":").append(std::to_string(*url.port()));
    return group;
}

HostGate::Ticket& HostGate::Ticket::operator=(Ticket&& other) noexcept {
    if (this != &other) {
        release();
        gate_ = std::exchange(other.gate_, nullptr);
        job_ = other.job_;
    }
    return *this;
}

void HostGate::Ticket::answered(const poll::Answer& answer) {
    if (gate_ == nullptr) return;
    HostGate& gate = *gate_;
    const std::string group = gate.pacing_.answered(job_, answer, gate.clock_.now());
    if (poll::is_throttled(answer.status)) {
        gate.send_away(group);
        if (gate.on_throttle_) gate.on_throttle_();
    }
    gate.pump();
}

void HostGate::Ticket::release() {
    HostGate* gate = std::exchange(gate_, nullptr);
    if (gate == nullptr) return;
    gate->pacing_.release(job_);
    gate->pump();
}

HostGate::HostGate(boost::asio::any_io_executor executor, const Clock& clock,
                   const poll::PacingLimits& limits)
    : executor_(executor),
      clock_(clock),
      pacing_(limits),
      timer_(executor) {}

FetchError HostGate::postponed(const std::string& group, poll::Time until) const {
    const auto wait = std::chrono::ceil<std::chrono::seconds>(until - clock_.now());
    FetchError error;
    error.retry_after = std::max(wait, std::chrono::seconds(1));
    error.error = {Errc::cancelled,
                   group + " is not to be asked for " + std::to_string(error.retry_after->count()) + " s"};
    return error;
}

boost::asio::awaitable<FetchResult<HostGate::Ticket>> HostGate::turn(std::string group, poll::Job job,
                                                                     poll::Duration patience) {
    if (closed_) co_return fetch_failed({Errc::cancelled, "shutting down"});
    const poll::Time now = clock_.now();
    const poll::Time expected = pacing_.expected_start(group, now);
    if (expected > now + patience) co_return tl::unexpected<FetchError>(postponed(group, expected));
    job.id = ++last_job_;
    job.group = group;
    auto waiter = std::make_shared<Waiter>(executor_);
    waiter->group = group;
    waiter->patience = patience;
    waiter->since = now;
    const poll::JobId id = job.id;
    waiting_.emplace(id, waiter);
    Ticket ticket(*this, id); // gives a job that is never started back as well
    pacing_.enqueue(std::move(job));
    pump();
    co_await waiter->wake.wait();
    waiting_.erase(id);
    if (waiter->started) co_return ticket;
    if (closed_) co_return fetch_failed({Errc::cancelled, "shutting down"});
    co_return tl::unexpected<FetchError>(postponed(group, pacing_.expected_start(group, clock_.now())));
}

// The host has closed: who would wait too long now comes again later.
void HostGate::send_away(const std::string& group) {
    const std::optional<poll::GroupState> state = pacing_.state(group);
    if (!state) return;
    const poll::Time opens = std::max(state->closed_until, state->last_start + pacing_.spacing(group));
    for (auto& [id, waiter] : waiting_)
        if (!waiter->started && waiter->group == group && waiter->since + waiter->patience < opens)
            waiter->wake.notify();
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
                pacing_.release(start->job);
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
