#pragma once
// When a page that failed is tried again. Pure.

#include "daemon/pipeline/host/fetch_error.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

namespace khabar::pipeline {

// After attempt number `attempt` (from 1) ended with `code`; none: there is no further try. A server's
// Retry-After, where given, is a lower bound, up to a day. Faults of ours (no disk, no descriptors, shutting
// down, a host's turn) are always tried again and are not charged to the page.
[[nodiscard]] std::optional<std::chrono::seconds>
retry_delay(Errc code, std::uint32_t attempt, std::optional<std::chrono::seconds> retry_after = {});

} // namespace khabar::pipeline
