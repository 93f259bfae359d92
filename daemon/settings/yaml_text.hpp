#pragma once
// Text as a YAML scalar.

#include <string>
#include <string_view>
#include <vector>

namespace khabar::settings {

// Plain where no reader of YAML can take it for anything but this text, else in double quotes; one line.
// UTF-8 in, UTF-8 out; control and bidi characters become escapes.
[[nodiscard]] std::string yaml_text(std::string_view text);

// "[a, b]".
[[nodiscard]] std::string yaml_list(const std::vector<std::string>& items);

} // namespace khabar::settings
