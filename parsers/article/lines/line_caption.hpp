#pragma once
// Picture credits and the captions that end in one.

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_words.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace khabar::article {

inline constexpr std::size_t max_caption_words = 40;

// "(AFP/Getty)", "The market in May. (Reuters)": the bracket at the end holds agencies or picture words only.
[[nodiscard]] std::optional<LineClass> as_caption(std::string_view line, std::span<const LineWord> words);

// "The mayor at the opening Foto: Jane Doe/dpa": a picture label with its colon close to the end, and nothing
// but names behind.
[[nodiscard]] std::optional<LineClass> as_signed_caption(std::string_view line,
                                                         std::span<const LineWord> words);

} // namespace khabar::article
