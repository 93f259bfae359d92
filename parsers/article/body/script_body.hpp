#pragma once
// The article of a page that a script draws in the browser: its text lies as HTML in a string of the script's
// data, and nothing of it on the page.

#include <span>
#include <string>

namespace khabar::article {

// HTML of the string with the most characters in paragraphs, in JSON or in JSON within a string of it; empty
// where none has a few hundred. `scripts` are Document::data_scripts(). Linear in their length.
[[nodiscard]] std::string find_script_body(std::span<const std::string> scripts);

} // namespace khabar::article
