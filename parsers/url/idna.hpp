#pragma once
// Internationalised domain names: UTS #46 with the WHATWG URL Standard's flags (§3.3 "domain parser ToASCII",
// beStrict false). ICU is behind this header.

#include <optional>
#include <string>
#include <string_view>

namespace khabar::url {

// `domain` is valid UTF-8 and not all ASCII. The lower-case ASCII form; none where a label is not valid.
[[nodiscard]] std::optional<std::string> domain_to_ascii(std::string_view domain);

} // namespace khabar::url
