#pragma once
// The time line of polling. No clock here: `now` is a parameter.
//
// The caller makes `now` from the wall clock at its start plus what the steady clock has run since. So it
// never goes back, knows what hour it is (skipHours), and can be stored and read again by a later run; a
// state that was stored under a clock that was years wrong is brought into range by whoever imports it
// (restored() of each part).

#include <chrono>

namespace khabar::poll {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

} // namespace khabar::poll
