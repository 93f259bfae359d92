#pragma once
// One piece of text over and over: most of what a hostile document is made of.

#include <string>
#include <string_view>

namespace khabar::test {

[[nodiscard]] inline std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

// The same until it is `bytes` long at the least.
[[nodiscard]] inline std::string filled(std::string_view piece, std::size_t bytes) {
    return repeated(piece, (bytes + piece.size() - 1) / piece.size());
}

// Pieces that differ in a number, until they are `bytes` long at the least.
[[nodiscard]] inline std::string numbered(std::string_view before, std::string_view after,
                                          std::size_t bytes) {
    std::string text;
    for (std::size_t i = 0; text.size() < bytes; ++i)
        text.append(before).append(std::to_string(i)).append(after);
    return text;
}

} // namespace khabar::test
