#pragma once
// What an element's attributes say of it, where titles, dates and names are looked for.

#include <cstdint>
#include <string_view>

namespace khabar::article {

namespace Mark {
enum : std::uint8_t { aside = 1, author = 2, date = 4, title = 8 };
}

// What the names in a class or id call the element, in bits of Mark.
[[nodiscard]] std::uint8_t marks_of(std::string_view class_or_id);

// One of the names is the foot of an article ("entry-footer"), where many themes keep byline and date.
[[nodiscard]] bool has_article_foot(std::string_view class_or_id);

// A link to someone's page: "/author/jane-doe", "/authors/…", "?author=…".
[[nodiscard]] bool leads_to_author(std::string_view href);

} // namespace khabar::article
