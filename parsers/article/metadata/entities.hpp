#pragma once
// Character references left in values that were escaped twice, as meta content and JSON-LD often are: "Tom
// &amp;amp; Ann".

#include <string>
#include <string_view>

namespace khabar::article {

// Decimal and hexadecimal references and the named ones that headlines carry; anything else stays as it is.
[[nodiscard]] std::string decode_entities(std::string_view utf8);

// The same, then tags removed, then text::clean_field: a one-line value from outside.
[[nodiscard]] std::string plain_value(std::string_view utf8);

} // namespace khabar::article
