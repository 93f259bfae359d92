#pragma once
// Editing a list of sources as text: comments, order, quotes and white space stay as they are, byte for byte,
// outside the lines of the source that is added or removed. Pure. Every edit is proven: the new text is
// parsed, and must mean exactly what the old one meant and the change; else the edit is refused.

#include "parsers/base/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar::settings {

// Keys with their values in YAML, one line each: {"id", "paper"}, {"tags", "[a, b]"}.
using SourceFields = std::vector<std::pair<std::string, std::string>>;

// `file` with one more source at the end of its list, which is made where there is none. Errc::bad_config
// where the file is broken or its list is written in one line.
[[nodiscard]] Result<std::string> with_source(std::string_view file, const SourceFields& fields);

// `file` without that source: its own lines go, and comments between its keys; comments before and after it
// stay. Errc::not_found where it is not in there; Errc::bad_config where it shares a line with others.
[[nodiscard]] Result<std::string> without_source(std::string_view file, std::string_view id);

} // namespace khabar::settings
