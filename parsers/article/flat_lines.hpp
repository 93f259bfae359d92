#pragma once
// Flattened text as lines that know what they are: the input of extract_text.

#include "parsers/article/lines/line_class.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

struct FlatLine {
    std::string text; // white space collapsed, bullet off
    std::size_t words = 0;
    bool bullet = false; // began with •, *, -, ▪ …
    bool gap = false;    // a blank line stands before it
    LineClass is;
};

// Bounds: more lines than this are no article.
inline constexpr std::size_t max_flat_lines = 20'000;

// Lines without the blank ones. Text that was wrapped at a column is put together again, paragraph by
// paragraph.
[[nodiscard]] std::vector<FlatLine> flat_lines(std::string_view utf8);

// Sets FlatLine::is of every line.
void classify_lines(std::vector<FlatLine>& lines, const LineContext& context);

} // namespace khabar::article
