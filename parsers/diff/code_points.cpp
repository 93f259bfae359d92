#include "parsers/diff/code_points.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace khabar::diff {

namespace {

struct Range {
    char32_t first, last;
    CharacterClass is;
};

using enum CharacterClass;

// Sorted; what stands in no range is a word's letter.
constexpr std::array<Range, 44> ranges = {{
    {0x00, 0x09, space},          {0x0a, 0x0d, line_break},    {0x0e, 0x20, space},
    {0x21, 0x2f, mark},           {0x3a, 0x40, mark},          {0x5b, 0x60, mark},
    {0x7b, 0x7e, mark},           {0x7f, 0x9f, space},         {0xa0, 0xa0, space},
    {0xa1, 0xa9, mark},           {0xab, 0xac, mark},          {0xad, 0xad, invisible},
    {0xae, 0xb4, mark},           {0xb6, 0xb9, mark},          {0xbb, 0xbf, mark},
    {0xd7, 0xd7, mark},           {0xf7, 0xf7, mark},          {0x0589, 0x058a, mark},
    {0x060c, 0x060d, mark},       {0x061b, 0x061b, mark},      {0x061c, 0x061c, invisible},
    {0x061d, 0x061f, mark},       {0x0640, 0x0640, invisible}, {0x066a, 0x066d, mark},
    {0x06d4, 0x06d4, mark},       {0x0964, 0x0965, mark},      {0x0e00, 0x0eff, ideograph},
    {0x1000, 0x109f, ideograph},  {0x1680, 0x1680, space},     {0x1780, 0x17ff, ideograph},
    {0x2000, 0x200a, space},      {0x200b, 0x200f, invisible}, {0x2010, 0x2027, mark},
    {0x2028, 0x2029, line_break}, {0x202a, 0x202e, invisible}, {0x202f, 0x202f, space},
    {0x2030, 0x205e, mark},       {0x205f, 0x205f, space},     {0x2060, 0x206f, invisible},
    {0x2190, 0x2bff, mark},       {0x3000, 0x3000, space},     {0x3001, 0x303f, mark},
    {0x3040, 0x9fff, ideograph},  {0xf900, 0xfaff, ideograph},
}};
constexpr std::array<Range, 4> far_ranges = {{
    {0xfe00, 0xfe0f, invisible},
    {0xfeff, 0xfeff, invisible},
    {0x1f000, 0x1faff, mark},
    {0x20000, 0x3ffff, ideograph},
}};
constexpr std::array<Range, 4> wide_forms = {{
    {0xff01, 0xff0f, mark},
    {0xff1a, 0xff20, mark},
    {0xff3b, 0xff40, mark},
    {0xff5b, 0xff65, mark},
}};

template <std::size_t Count>
CharacterClass find(const std::array<Range, Count>& table, char32_t c) noexcept {
    const auto after =
        std::upper_bound(table.begin(), table.end(), c,
                         [](char32_t value, const Range& range) { return value < range.first; });
    if (after == table.begin() || c > std::prev(after)->last) return word;
    return std::prev(after)->is;
}

} // namespace

CharacterClass class_of(char32_t code_point) noexcept {
    if (code_point < 0xfe00) return find(ranges, code_point);
    const CharacterClass wide = find(wide_forms, code_point);
    return wide == word ? find(far_ranges, code_point) : wide;
}

bool joins_words(char32_t c) noexcept {
    return c == U'\'' || c == U'’' || c == U'.' || c == U',' || c == U'-' || c == U':' || c == U'٫' ||
           c == U'٬' || c == U'‐' || c == U'‑';
}

char32_t plain_form(char32_t c) noexcept {
    switch (c) {
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
    case U'″':
        return U'"';
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'′':
        return U'\'';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
        return U'-';
    default:
        return c;
    }
}

} // namespace khabar::diff
