#pragma once
// Whether a reader would call a later text of the same page another text.

#include <string_view>

namespace khabar::diff {

// The same words and marks in the same order: white space, line breaks, invisible characters and the dress of
// quotation marks and dashes aside. Linear.
[[nodiscard]] bool same_reading(std::string_view before, std::string_view after);

// The two differ, but only in lines that are no prose and were exchanged for others as a whole: a box of
// related headlines, a counter, a promotion that the extraction let through. A line is prose where it ends as
// a sentence does or has `prose_words` words. Headings (# …), quotations (> …) and list items above the last
// prose line are the article's own; so is a line that shares half of its words with one that it replaced
// (a score, a date, a corrected caption). Markdown or plain text; lines are compared as same_reading does.
inline constexpr std::size_t prose_words = 20;
[[nodiscard]] bool only_furniture_differs(std::string_view before, std::string_view after);

// `shorter` says nothing but the beginning of `longer`: a transfer that was cut, or a pay wall.
[[nodiscard]] bool is_beginning(std::string_view shorter, std::string_view longer);

} // namespace khabar::diff
