#pragma once
// CPU time of this thread: what ratios are made of on a machine that others use too.

#include <time.h>

namespace khabar::bench {

[[nodiscard]] inline double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// How long `work` takes.
template <typename Work>
[[nodiscard]] double cpu_seconds_of(Work work) {
    const double from = cpu_seconds();
    work();
    return cpu_seconds() - from;
}

} // namespace khabar::bench
