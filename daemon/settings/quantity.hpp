#pragma once
// Durations and sizes as people write them in configuration: a unit always stands with the number, so nobody
// has to guess.

#include "parsers/base/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace khabar::settings {

// "500ms", "30s", "1h30m", "1d"; units ms s m h d, largest first, each at most once; "0" alone is zero.
// Errc::bad_config with a remedy. Anything over 3,650 days is refused, so no arithmetic on the result
// overflows.
[[nodiscard]] Result<std::chrono::milliseconds> parse_duration(std::string_view text);

// "4MiB", "512 KiB", "10MB", "1000B"; KiB MiB GiB are powers of 1024, kB MB GB powers of 1000; at most 1024
// GiB.
[[nodiscard]] Result<std::size_t> parse_size(std::string_view text);

// The shortest spelling that parses back: "1h30m", "500ms", "0s".
[[nodiscard]] std::string format_duration(std::chrono::milliseconds value);
[[nodiscard]] std::string format_size(std::size_t bytes);

} // namespace khabar::settings
