#pragma once
// Time zones as dates name them: "+0300", "+03:00", "-5", "Z", "GMT", "EST", "GMT+2". Abbreviations are those
// of RFC 822 §5.1 and others that mean one offset only wherever they are printed; an ambiguous one (AST,
// "ACT") is not known here.

#include <chrono>
#include <optional>
#include <string_view>

namespace khabar::date {

// "+0300", "+03:00", "+3": the sign included, hours up to 14.
[[nodiscard]] std::optional<std::chrono::minutes> numeric_zone(std::string_view text) noexcept;

// "gmt", "EST", any case.
[[nodiscard]] std::optional<std::chrono::minutes> named_zone(std::string_view name) noexcept;

// Either of them, or both ("GMT+2"), as the whole text.
[[nodiscard]] std::optional<std::chrono::minutes> zone(std::string_view text) noexcept;

} // namespace khabar::date
