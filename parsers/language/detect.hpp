#pragma once
// Which language a text is in, from the text itself (cld2; Sorani and Pashto by their own letters first).

#include <string>
#include <string_view>

namespace khabar::language {

// BCP 47 primary subtag ("ar", "fa", "ckb", "en"); empty where the text is too short or mixed to tell. Reads
// the first 16 KiB.
[[nodiscard]] std::string detect(std::string_view utf8);

[[nodiscard]] bool is_right_to_left(std::string_view language) noexcept;

} // namespace khabar::language
