#include "parsers/date/letters.hpp"

#include <array>
#include <string_view>

namespace khabar::date {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Zeros of the decimal digits that dates are printed in.
constexpr std::array<char32_t, 17> zeros = {U'0',  0x660, 0x6F0, 0x966, 0x9E6, 0xA66,  0xAE6,  0xB66, 0xBE6,
                                            0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x17E0, 0x1040, 0xFF10};
constexpr char32_t persian_zero = 0x6F0;

// Dropped wherever they stand: bidi controls, joiners, Arabic vowel marks and tatweel, Indic nuktas,
// combining accents, BOM.
constexpr std::array ignored = {Range{0xAD, 0xAD},     Range{0x300, 0x36F},   Range{0x61C, 0x61C},
                                Range{0x640, 0x640},   Range{0x64B, 0x65F},   Range{0x670, 0x670},
                                Range{0x93C, 0x93C},   Range{0x9BC, 0x9BC},   Range{0x200B, 0x200F},
                                Range{0x202A, 0x202E}, Range{0x2060, 0x206F}, Range{0xFE00, 0xFE0F},
                                Range{0xFEFF, 0xFEFF}};

constexpr std::array spaces = {Range{0x09, 0x0D},     Range{0x20, 0x20},     Range{0x85, 0x85},
                               Range{0xA0, 0xA0},     Range{0x1680, 0x1680}, Range{0x2000, 0x200A},
                               Range{0x2028, 0x2029}, Range{0x202F, 0x202F}, Range{0x205F, 0x205F},
                               Range{0x3000, 0x3000}};

constexpr std::array carried = {Range{0xE31, 0xE31}, Range{0xE34, 0xE3A}, Range{0xE40, 0xE44},
                                Range{0xE47, 0xE4E}, Range{0xEB1, 0xEB1}, Range{0xEB4, 0xEBC},
                                Range{0xEC0, 0xEC4}, Range{0xEC8, 0xECD}};

template <std::size_t N>
constexpr bool in(const std::array<Range, N>& ranges, char32_t c) noexcept {
    for (const Range& range : ranges) {
        if (c >= range.first && c <= range.last) return true;
    }
    return false;
}

// Latin-1 and Latin Extended-A letters without their accents, from U+00C0; '?' where there is no plain twin.
constexpr std::string_view latin = "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
                                   "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                   "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

char32_t fold_vietnamese(char32_t c) noexcept {
    struct Run {
        char32_t last;
        char letter;
    };
    constexpr std::array runs = {Run{0x1EB7, 'a'}, Run{0x1EC7, 'e'}, Run{0x1ECB, 'i'},
                                 Run{0x1EE3, 'o'}, Run{0x1EF1, 'u'}, Run{0x1EF9, 'y'}};
    for (const Run& run : runs) {
        if (c <= run.last) return static_cast<char32_t>(run.letter);
    }
    return c;
}

char32_t fold_arabic(char32_t c) noexcept {
    switch (c) {
    case 0x622:
    case 0x623:
    case 0x625:
    case 0x671:
        return 0x627; // alif
    case 0x626:
    case 0x649:
    case 0x6CC:
    case 0x6CD:
    case 0x6CE:
    case 0x6D2:
    case 0x6D3:
        return 0x64A; // ya
    case 0x624:
        return 0x648; // waw
    case 0x629:
    case 0x6BE:
    case 0x6C0:
    case 0x6C1:
    case 0x6C2:
    case 0x6C3:
    case 0x6D5:
        return 0x647; // ha
    case 0x6A9:
    case 0x6AA:
        return 0x643; // kaf
    default:
        return c;
    }
}

// Letters that have a nukta in them, without it.
char32_t fold_indic(char32_t c) noexcept {
    constexpr std::array<char32_t, 8> devanagari = {0x915, 0x916, 0x917, 0x91C, 0x921, 0x922, 0x92B, 0x92F};
    if (c >= 0x958 && c <= 0x95F) return devanagari[c - 0x958];
    switch (c) {
    case 0x9DC:
        return 0x9A1;
    case 0x9DD:
        return 0x9A2;
    case 0x9DF:
        return 0x9AF;
    default:
        return c;
    }
}

} // namespace

bool is_ignored(char32_t c) noexcept {
    return in(ignored, c);
}

bool is_space(char32_t c) noexcept {
    return in(spaces, c);
}

std::optional<Digit> digit_of(char32_t c) noexcept {
    for (const char32_t zero : zeros) {
        if (c >= zero && c < zero + 10) return Digit{static_cast<int>(c - zero), zero == persian_zero};
    }
    return std::nullopt;
}

char mark_of(char32_t c) noexcept {
    if (c < 0x80) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter ? '\0' : static_cast<char>(c);
    }
    switch (c) {
    case 0x60C:
    case 0x66B: // the Arabic decimal and thousands marks, typed for a comma
    case 0x66C:
    case 0x55D:  // Armenian
    case 0x1363: // Ethiopic
    case 0x3001:
    case 0xFF0C:
    case 0xFE50:
        return ',';
    case 0x6D4:
    case 0x589:
    case 0x970: // Devanagari, of abbreviations
    case 0x104A:
    case 0x104B:
    case 0x1362:
    case 0x3002:
    case 0xFF0E:
    case 0x964:
        return '.';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFF0D:
        return '-';
    case 0x2044:
    case 0x2215:
    case 0xFF0F:
        return '/';
    case 0xFF1A:
    case 0x2236:
        return ':';
    case 0xFF08:
        return '(';
    case 0xFF09:
        return ')';
    case 0xFF0B:
        return '+';
    case 0x5F3: // geresh
    case 0x5F4:
    case 0x2018:
    case 0x2019:
    case 0x2BC:
        return '\'';
    case 0x2116:
    case 0xA7:
        return '#'; // №, §
    case 0xA6:
    case 0xA9:
    case 0xAB:
    case 0xAE:
    case 0xB0:
    case 0xB7:
    case 0xAA: // ª and º
    case 0xBA:
    case 0xBB:
    case 0x61B:
    case 0x61F:
    case 0xD7:
        return '|';
    default:
        break;
    }
    const bool general = c >= 0x2000 && c <= 0x2BFF;
    const bool cjk = c >= 0x3000 && c <= 0x303F && c != 0x3005;
    return general || cjk || c == 0x30FB || c >= 0x1F000 ? '|' : '\0';
}

char32_t fold_letter(char32_t c) noexcept {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    if (c >= 0xC0 && c < 0xC0 + latin.size()) {
        const char plain = latin[c - 0xC0];
        return plain == '?' ? c : static_cast<char32_t>(plain);
    }
    if (c == 0x1A0 || c == 0x1A1) return U'o';
    if (c == 0x1AF || c == 0x1B0) return U'u';
    if (c >= 0x218 && c <= 0x219) return U's';
    if (c >= 0x21A && c <= 0x21B) return U't';
    if (c >= 0x1EA0 && c <= 0x1EF9) return fold_vietnamese(c);
    if (c >= 0x391 && c <= 0x3A9) return c + 0x20; // Greek
    switch (c) {
    case 0x386:
    case 0x3AC:
        return 0x3B1;
    case 0x388:
    case 0x3AD:
        return 0x3B5;
    case 0x389:
    case 0x3AE:
        return 0x3B7;
    case 0x38A:
    case 0x390:
    case 0x3AF:
    case 0x3CA:
        return 0x3B9;
    case 0x38C:
    case 0x3CC:
        return 0x3BF;
    case 0x38E:
    case 0x3B0:
    case 0x3CD:
        return 0x3C5;
    case 0x38F:
    case 0x3CE:
        return 0x3C9;
    case 0x3C2:
        return 0x3C3; // final sigma
    default:
        break;
    }
    if (c >= 0x410 && c <= 0x42F) return c + 0x20; // Cyrillic
    if (c == 0x401 || c == 0x451) return 0x435;
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    if (c >= 0x621 && c <= 0x6D5) return fold_arabic(c);
    if (c >= 0x958 && c <= 0x9DF) return fold_indic(c);
    return c;
}

bool is_ideograph(char32_t c) noexcept {
    return c >= 0x4E00 && c <= 0x9FFF;
}

bool is_carried(char32_t c) noexcept {
    return in(carried, c);
}

} // namespace khabar::date
