#pragma once
// Waiting for what the running daemon says to an order.

#include "daemon/store/database.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace khabar::cli {

// The answer, or none where none came in time. The daemon looks for orders twice a second.
[[nodiscard]] std::optional<std::string> wait_for_answer(const store::Database& database, std::int64_t order,
                                                         std::chrono::steady_clock::time_point until);

} // namespace khabar::cli
