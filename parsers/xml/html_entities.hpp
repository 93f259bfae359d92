#pragma once
// Character references by name and by number, as feeds use them whether their format allows it or not.

#include <string_view>

namespace khabar::xml {

// "eacute" → U+00E9; 0 where the name is not one of HTML 4.01's (§24) or "apos". Case matters. Logarithmic in
// the table.
[[nodiscard]] char32_t html_entity(std::string_view name) noexcept;

// What stands between "&#" and ";": "233", "xE9". 128–159 are read as windows-1252, as browsers do (HTML
// standard §13.2.5.80). 0 for what is no number or no character XML allows.
[[nodiscard]] char32_t numeric_reference(std::string_view digits) noexcept;

} // namespace khabar::xml
