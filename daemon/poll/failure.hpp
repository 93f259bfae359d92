#pragma once
// How much a failed poll weighs, and what kind it is.

#include "parsers/base/result.hpp"

#include <cstdint>
#include <string_view>

namespace khabar::poll {

enum class FailureClass : std::uint8_t {
    none,
    temporary, // timeouts, resets, truncation, 429 and 503
    server,    // 5xx, TLS, DNS, refused connections
    parse,     // not a feed, or none that can be read
    blocked,   // 401, 403, challenge page, robots.txt
    missing,   // 404 and the other 4xx, an address that is refused
    gone,      // 410
    ours,      // out of disk or descriptors, cancelled: never charged to a source
};

[[nodiscard]] FailureClass failure_class(Errc code) noexcept;

// 1 for what is not there any more, 0.5 for what the server or the document does wrong, 0.25 for what passes
// by itself, 0 for ours.
[[nodiscard]] double failure_weight(FailureClass kind) noexcept;

[[nodiscard]] std::string_view name(FailureClass kind) noexcept;                    // "temporary"
[[nodiscard]] FailureClass failure_class_from_name(std::string_view name) noexcept; // none for anything else

} // namespace khabar::poll
