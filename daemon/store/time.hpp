#pragma once
// How the store keeps time: wall-clock UTC in whole seconds (integers in the tables). Pacing alone needs
// milliseconds.

#include <chrono>
#include <optional>

namespace khabar::store {

using Time = std::chrono::sys_seconds;
using FineTime = std::chrono::sys_time<std::chrono::milliseconds>;

} // namespace khabar::store
