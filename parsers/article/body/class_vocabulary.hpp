#pragma once
// The words by which themes and content management systems name what stands on a page. Never a host's.

#include "parsers/article/page/passages.hpp"

#include <string_view>

namespace khabar::article {

struct ClutterWord {
    std::string_view word;
    Reason reason = Reason::none;
    bool certain = false; // means nothing else: needs no second look at how much text its element holds
};

// One word of a class or id ("sharing"), or two side by side ("author-box"); null where it says nothing.
[[nodiscard]] const ClutterWord* clutter_word(std::string_view word) noexcept;
[[nodiscard]] const ClutterWord* clutter_pair(std::string_view pair) noexcept;
// A whole class or id, for words that say too little within a longer one ("secondary").
[[nodiscard]] const ClutterWord* clutter_name(std::string_view name) noexcept;

// A whole class name, in lower case and joined by '-', of an element that holds nothing but prose
// ("entry-content").
[[nodiscard]] bool is_content_name(std::string_view name) noexcept;

} // namespace khabar::article
