// What one poll costs the scheduler (taken off the heap, queued at its host, started, answered, decided, put
// back) beside how many sources there are. Issue 5: not to grow beyond log n. Comparisons and moves do not;
// the time does, by what memory costs that no longer fits the caches: of a million sources' 8 to 12 µs the
// heap takes a fiftieth, the rest goes for finding and touching the one source (perf, 2026).
#include "daemon/poll/host_pacing.hpp"
#include "daemon/poll/interval.hpp"
#include "daemon/poll/schedule.hpp"

#include <benchmark/benchmark.h>

#include <unordered_map>

namespace khabar::poll {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t sources_a_host = 2;
constexpr Time beginning{std::chrono::milliseconds(1'700'000'000'000)};

class House {
  public:
    explicit House(std::size_t sources) : pacing_(PacingLimits{.delay = 0ms}) {
        for (std::size_t i = 0; i < sources; ++i) {
            const std::string id = "source-" + std::to_string(i);
            known_.emplace(id, Known{{}, "paper" + std::to_string(i / sources_a_host) + ".example", i});
            schedule_.set(id, restored_due({}, limits_, beginning, 24h, i));
        }
    }

    void poll() {
        now_ = std::max(now_, *schedule_.next_due());
        const Due due = *schedule_.pop_due(now_);
        Known& source = known_.at(due.source);
        pacing_.enqueue({.id = ++job_, .group = source.host, .flow = due.source});
        Next next = pacing_.next(now_);
        for (; std::holds_alternative<WaitUntil>(next); next = pacing_.next(now_))
            now_ = std::get<WaitUntil>(next).at; // the host's other source was just asked
        const JobId started = std::get<Start>(next).job;
        pacing_.answered(started, {.status = 200, .has_body = true, .latency = 100ms}, now_);
        pacing_.release(started);
        const PollResult result{.items = 20, .known = 15};
        schedule_.set(due.source, after_success(source.state, result, limits_, now_, source.seed += 7).due);
        if (++polls_ % 1000 == 0) pacing_.forget_idle(now_ + 25h); // as the daemon does, every ten minutes
    }

  private:
    struct Known {
        SourceState state;
        std::string host;
        std::uint64_t seed = 0;
    };

    const IntervalLimits limits_;
    Schedule schedule_;
    HostPacing pacing_;
    std::unordered_map<std::string, Known> known_;
    Time now_ = beginning;
    JobId job_ = 0;
    std::uint64_t polls_ = 0;
};

void one_poll(benchmark::State& state) {
    House house(static_cast<std::size_t>(state.range(0)));
    for (auto round : state)
        house.poll();
    state.SetComplexityN(state.range(0));
}

BENCHMARK(one_poll)->RangeMultiplier(10)->Range(1000, 1'000'000)->Complexity(benchmark::oLogN);

} // namespace
} // namespace khabar::poll
