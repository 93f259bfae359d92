#pragma once
// Capital letters, and the scripts whose names begin with one.

namespace khabar::text {

// Upper-case or title-case letter of any script (Unicode Lu, Lt).
[[nodiscard]] bool is_capital(char32_t c) noexcept;

// In a block of Latin, Greek, Cyrillic or Armenian: a name written in it begins with a capital. Georgian's
// capitals are for whole lines, rarer scripts' are not looked for.
[[nodiscard]] bool names_have_capitals(char32_t c) noexcept;

} // namespace khabar::text
