#include "parsers/text/capitals.hpp"

#include <unicode/uchar.h>

namespace khabar::text {

bool is_capital(char32_t c) noexcept {
    if (c < 0x80) return 'A' <= c && c <= 'Z';
    return (U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}

bool names_have_capitals(char32_t c) noexcept {
    constexpr char32_t after_armenian = 0x590, first_additional = 0x1E00, after_greek = 0x2000;
    return c < after_armenian || (first_additional <= c && c < after_greek);
}

} // namespace khabar::text
