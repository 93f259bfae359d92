#pragma once
// Path patterns: RFC 9309, §2.2.2 and §2.2.3, but for escapes of unreserved characters: the RFC has them
// resolved before comparing ("%62" is "b"), Google's matcher and its tests (ID_Encoding) do not, and that is
// what site owners try their rules on.

#include <string>
#include <string_view>

namespace khabar::robots {

// Bytes above ASCII and spaces become %XX and hex digits upper-case. Other escapes stay as they are.
[[nodiscard]] std::string normalised_pattern(std::string_view pattern);

// Hex digits of escapes upper-case.
[[nodiscard]] std::string normalised_path(std::string_view path);

// Whether `path` begins as `pattern` says: '*' is any run of characters, '$' at the end is the path's end.
// Linear in path and pattern together: between stars the leftmost occurrence is taken, which loses nothing,
// since only the rest must match behind it. `searched` grows by the bytes of `path` that were looked through
// for what follows a star.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view path, std::size_t& searched) noexcept;

} // namespace khabar::robots
