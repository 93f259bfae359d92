#pragma once
// One block of an article's text.

#include <cstdint>
#include <string>

namespace khabar::article {

enum class BlockKind : std::uint8_t { paragraph, heading, list_item, quote, preformatted };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0; // heading: 1…6; list item: depth from 0
    bool ordered = false;   // list item of an <ol>
    std::string text;       // valid UTF-8, white space collapsed (but for preformatted)
};

} // namespace khabar::article
