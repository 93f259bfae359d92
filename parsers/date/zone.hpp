#pragma once
// Time zones as dates name them: "+0300", "+03:00", "-5", "Z", "GMT", "EST", "GMT+2". Abbreviations are those
// of RFC 822 §5.1 and others found in feeds. Of those with several meanings, IST is India's here, CST
// America's, BST Britain's and GST the Gulf's; where none is the usual one (AST, "ACT") it is not known.

#include "parsers/date/places.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace khabar::date {

// "+0300", "+03:00", "+3": the sign included, hours up to 14.
[[nodiscard]] std::optional<std::chrono::minutes> numeric_zone(std::string_view text) noexcept;

// "gmt", "EST", any case; not what named_clock() knows.
[[nodiscard]] std::optional<std::chrono::minutes> named_zone(std::string_view name) noexcept;

// "ET", "CT", "MT", "PT", any case: the offset depends on the day (offset_at).
[[nodiscard]] std::optional<Place> named_clock(std::string_view name) noexcept;

// An offset in figures, by name, or both ("GMT+2"), as the whole text.
[[nodiscard]] std::optional<std::chrono::minutes> zone(std::string_view text) noexcept;

} // namespace khabar::date
