#pragma once
// Declarations of a charset inside the bytes: the HTML Standard's "prescan a byte stream to determine its
// encoding" (§13.2.3.2) and XML's declaration (XML 1.0, appendix F).

#include <string_view>

namespace khabar::text {

// How far declarations are looked for. Browsers look at 1,024 bytes and then restart when the parser meets a
// <meta> further down; looking further at once has the same result. A bound all the same: what comes later
// than this is a page's text.
inline constexpr std::size_t prescan_bytes = std::size_t{256} * 1024;

// WHATWG name by <meta> or, failing that, by an XML declaration at the very start; empty where there is none.
// UTF-16 means UTF-8 and x-user-defined means windows-1252, as the standard says. Linear.
[[nodiscard]] std::string_view declared_in_html(std::string_view bytes) noexcept;

// The label in an XML declaration, as it stands; before the declaration only white space and other junk
// within 1,024 bytes may stand. Empty where there is none. Linear.
[[nodiscard]] std::string_view label_in_xml(std::string_view bytes) noexcept;

// "utf-16le" or "utf-16be" where the bytes begin as "<?x" in UTF-16 without a BOM; else empty.
[[nodiscard]] std::string_view utf16_by_first_bytes(std::string_view bytes) noexcept;

// Also where they begin as any other markup does in UTF-16 or in UTF-32 ("utf-32le", "utf-32be"): XML 1.0,
// appendix F.
[[nodiscard]] std::string_view wide_by_first_bytes(std::string_view bytes) noexcept;

// The charset parameter of a Content-Type value ("text/html; charset=\"utf-8\""), as it stands; empty where
// there is none.
[[nodiscard]] std::string_view charset_parameter(std::string_view content_type) noexcept;

} // namespace khabar::text
