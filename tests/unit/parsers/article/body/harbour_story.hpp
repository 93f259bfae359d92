#pragma once
// A small article that pages are built around, and what is read of them.

#include "parsers/article/extract.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace khabar::article::test {

inline constexpr std::string_view first =
    "The council met on Tuesday to decide on the plan, and after four hours of debate it agreed.";
inline constexpr std::string_view second =
    "Work will begin in the spring, said the mayor, and end before the heavy rains of autumn come.";

inline std::string paragraph(std::string_view text) {
    return "<p>" + std::string(text) + "</p>";
}

inline const std::string heading = "<h1>Plan for the harbour agreed</h1>";
inline const std::string story = paragraph(first) + paragraph(second);
inline const std::string both = std::string(first) + "\n\n" + std::string(second); // the story as text

// The text of a page, or why it has none.
inline std::string text_of(const std::string& html) {
    const auto page = html::Document::parse(html);
    EXPECT_TRUE(page.has_value());
    const auto article = extract(*page);
    return article ? plain_text(article->blocks) : to_string(article.error());
}

} // namespace khabar::article::test
