#pragma once
// Which query parameters say nothing about the page: they tell where the reader came from, or who the reader
// is.

#include <string_view>

namespace khabar::url {

// Added by senders of links for their own counting; removing them never changes what a server answers. `name`
// as in the query, percent-decoded. Compared without case.
[[nodiscard]] bool is_tracking_parameter(std::string_view name) noexcept;

// Session ids, referrer names and switches to mobile and AMP twins: removed from the key only.
[[nodiscard]] bool is_identity_free_parameter(std::string_view name, std::string_view value) noexcept;

// "PHPSESSID", "jsessionid", "sid" with a value that looks like a token.
[[nodiscard]] bool is_session_parameter(std::string_view name, std::string_view value) noexcept;

} // namespace khabar::url
