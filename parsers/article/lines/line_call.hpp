#pragma once
// Sentences a publication says about itself between the paragraphs of a story: follow us, subscribe, send us
// your tip, this story first appeared elsewhere, we earn from links. They read like prose, so no single word
// proves one: it takes what is asked, where, and whose.
//
//     "Sign up for     our    newsletter to get the week's stories."
//      asks            ours   channel

#include "parsers/article/lines/line_words.hpp"

#include <span>

namespace khabar::article {

// No such sentence is longer; whatever is, is prose unread.
inline constexpr std::size_t max_call_words = 70;

// `words` are the whole line's, `site` the publication's name (its words), which stands for "us". Linear.
[[nodiscard]] bool is_call(std::span<const LineWord> words, std::span<const LineWord> site = {});

} // namespace khabar::article
