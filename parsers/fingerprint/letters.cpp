#include "parsers/fingerprint/letters.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace khabar::fingerprint {

namespace {

struct Range {
    char32_t first;
    char32_t last;
    Role role;
};

// Sorted, without overlap; what is in no range is a letter. Blocks: Unicode 15, chapter 24.
constexpr Range ranges[] = {
    {0x0000, 0x0026, Role::separator},    {0x0027, 0x0027, Role::invisible},
    {0x0028, 0x002F, Role::separator},    {0x0030, 0x0039, Role::digit},
    {0x003A, 0x0040, Role::separator},    {0x005B, 0x0060, Role::separator},
    {0x007B, 0x00A9, Role::separator},    {0x00AB, 0x00AC, Role::separator},
    {0x00AD, 0x00AD, Role::invisible},    {0x00AE, 0x00B4, Role::separator},
    {0x00B6, 0x00B9, Role::separator},    {0x00BB, 0x00BF, Role::separator},
    {0x00D7, 0x00D7, Role::separator},    {0x00F7, 0x00F7, Role::separator},
    {0x02B0, 0x036F, Role::invisible},    {0x037E, 0x037E, Role::separator},
    {0x0387, 0x0387, Role::separator},    {0x0483, 0x0489, Role::invisible},
    {0x055A, 0x055F, Role::separator},    {0x0589, 0x058F, Role::separator},
    {0x0591, 0x05BD, Role::invisible},    {0x05BE, 0x05BE, Role::separator},
    {0x05BF, 0x05C7, Role::invisible},    {0x05F3, 0x05F4, Role::invisible},
    {0x0600, 0x060F, Role::separator},    {0x0610, 0x061A, Role::invisible},
    {0x061B, 0x061F, Role::separator},    {0x0621, 0x0621, Role::invisible},
    {0x0640, 0x0640, Role::invisible},    {0x064B, 0x065F, Role::invisible},
    {0x0660, 0x0669, Role::digit},        {0x066A, 0x066D, Role::separator},
    {0x0670, 0x0670, Role::invisible},    {0x06D4, 0x06D4, Role::separator},
    {0x06D6, 0x06ED, Role::invisible},    {0x06F0, 0x06F9, Role::digit},
    {0x06FD, 0x06FE, Role::separator},    {0x08D3, 0x08FF, Role::invisible},
    {0x0964, 0x0965, Role::separator},    {0x0966, 0x096F, Role::digit},
    {0x09E6, 0x09EF, Role::digit},        {0x0E00, 0x0E4F, Role::alone},
    {0x0E50, 0x0E59, Role::digit},        {0x0E5A, 0x0E5B, Role::separator},
    {0x0E80, 0x0EFF, Role::alone},        {0x0F00, 0x0FFF, Role::alone},
    {0x1000, 0x109F, Role::alone},        {0x1360, 0x1368, Role::separator},
    {0x1780, 0x17FF, Role::alone},        {0x1AB0, 0x1AFF, Role::invisible},
    {0x1DC0, 0x1DFF, Role::invisible},    {0x2000, 0x200A, Role::separator},
    {0x200B, 0x200F, Role::invisible},    {0x2010, 0x2017, Role::separator},
    {0x2018, 0x2019, Role::invisible},    {0x201A, 0x2029, Role::separator},
    {0x202A, 0x202E, Role::invisible},    {0x202F, 0x205F, Role::separator},
    {0x2060, 0x206F, Role::invisible},    {0x2070, 0x20CF, Role::separator},
    {0x20D0, 0x20FF, Role::invisible},    {0x2100, 0x2BFF, Role::separator},
    {0x2E00, 0x2E7F, Role::separator},    {0x2E80, 0x2FDF, Role::alone},
    {0x2FE0, 0x3004, Role::separator},    {0x3005, 0x3007, Role::alone},
    {0x3008, 0x3020, Role::separator},    {0x3021, 0x3029, Role::alone},
    {0x302A, 0x3040, Role::separator},    {0x3041, 0x3096, Role::alone},
    {0x3097, 0x30A0, Role::separator},    {0x30A1, 0x30FA, Role::alone},
    {0x30FB, 0x30FB, Role::separator},    {0x30FC, 0x312F, Role::alone},
    {0x31A0, 0x31BF, Role::alone},        {0x31F0, 0x31FF, Role::alone},
    {0x3200, 0x33FF, Role::separator},    {0x3400, 0x4DBF, Role::alone},
    {0x4DC0, 0x4DFF, Role::separator},    {0x4E00, 0x9FFF, Role::alone},
    {0xD800, 0xF8FF, Role::separator},    {0xF900, 0xFAFF, Role::alone},
    {0xFD3E, 0xFD4F, Role::separator},    {0xFDFD, 0xFDFF, Role::separator},
    {0xFE00, 0xFE0F, Role::invisible},    {0xFE10, 0xFE1F, Role::separator},
    {0xFE20, 0xFE2F, Role::invisible},    {0xFE30, 0xFE6F, Role::separator},
    {0xFE70, 0xFE80, Role::invisible},    {0xFEFF, 0xFEFF, Role::invisible},
    {0xFF5F, 0xFF65, Role::separator},    {0xFF66, 0xFF9F, Role::alone},
    {0xFFE0, 0xFFFF, Role::separator},    {0x1D000, 0x1D7FF, Role::separator},
    {0x1F000, 0x1FBFF, Role::separator},  {0x20000, 0x3FFFF, Role::alone},
    {0xE0000, 0x10FFFF, Role::separator},
};

Role role_of(char32_t code) noexcept {
    const auto* range = std::upper_bound(std::begin(ranges), std::end(ranges), code,
                                         [](char32_t value, const Range& r) { return value < r.first; });
    if (range == std::begin(ranges)) return Role::letter;
    --range;
    return code <= range->last ? range->role : Role::letter;
}

// U+00C0…U+017F without case and diacritics.
constexpr std::u32string_view latin = U"aaaaaaaceeeeiiiidnooooo×ouuuuytsaaaaaaaceeeeiiiidnooooo÷ouuuuyty"
                                      U"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                      U"lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin.size() == 0x180 - 0xC0);

// U+0620…U+06D5: one letter for all that readers, keyboards and languages write for it.
struct Alias {
    char32_t from;
    char32_t to;
};
constexpr Alias arabic[] = {
    {0x0620, U'ي'}, {0x0622, U'ا'}, {0x0623, U'ا'}, {0x0624, U'و'}, {0x0625, U'ا'}, {0x0626, U'ي'},
    {0x0629, U'ه'}, {0x063B, U'ك'}, {0x063C, U'ك'}, {0x063D, U'ي'}, {0x063E, U'ي'}, {0x063F, U'ي'},
    {0x0649, U'ي'}, {0x066E, U'ب'}, {0x066F, U'ق'}, {0x0671, U'ا'}, {0x0672, U'ا'}, {0x0673, U'ا'},
    {0x0675, U'ا'}, {0x0676, U'و'}, {0x0677, U'و'}, {0x0678, U'ي'}, {0x0679, U'ت'}, {0x067C, U'ت'},
    {0x067E, U'ب'}, {0x0681, U'ح'}, {0x0685, U'ح'}, {0x0686, U'ج'}, {0x0688, U'د'}, {0x0689, U'د'},
    {0x0691, U'ر'}, {0x0693, U'ر'}, {0x0695, U'ر'}, {0x0696, U'ز'}, {0x0698, U'ز'}, {0x069A, U'س'},
    {0x06A4, U'ف'}, {0x06A7, U'ق'}, {0x06A8, U'ق'}, {0x06A9, U'ك'}, {0x06AA, U'ك'}, {0x06AB, U'ك'},
    {0x06AD, U'ك'}, {0x06AF, U'ك'}, {0x06B5, U'ل'}, {0x06BA, U'ن'}, {0x06BC, U'ن'}, {0x06BE, U'ه'},
    {0x06C0, U'ه'}, {0x06C1, U'ه'}, {0x06C2, U'ه'}, {0x06C3, U'ه'}, {0x06C6, U'و'}, {0x06C7, U'و'},
    {0x06C8, U'و'}, {0x06CB, U'و'}, {0x06CC, U'ي'}, {0x06CD, U'ي'}, {0x06CE, U'ي'}, {0x06D0, U'ي'},
    {0x06D2, U'ي'}, {0x06D3, U'ي'}, {0x06D5, U'ه'},
};

constexpr auto arabic_table = [] {
    std::array<char32_t, 0x06D6 - 0x0620> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<char32_t>(0x0620 + i);
    for (const Alias& alias : arabic)
        table[alias.from - 0x0620] = alias.to;
    return table;
}();

// U+FE81…U+FEF4, Arabic Presentation Forms-B, as the letters of the table above.
constexpr std::u32string_view forms_b = U"ااااووااييييااببببههتتتتثثثثججججححححخخخخددذذررززسسسسششششصصصص"
                                        U"ضضضضططططظظظظععععغغغغففففققققككككللللممممننننههههوويييييي";
static_assert(forms_b.size() == 0xFEF4 - 0xFE81 + 1);
constexpr char32_t forms_b_first = 0xFE81;
constexpr char32_t forms_b_last = 0xFEF4;

// U+FB50…U+FBFF, Forms-A, the letters in use.
struct Form {
    char32_t first;
    char32_t last;
    char32_t to;
};
constexpr Form forms_a[] = {
    {0xFB50, 0xFB51, U'ا'}, {0xFB56, 0xFB59, U'ب'}, {0xFB66, 0xFB69, U'ت'}, {0xFB6A, 0xFB6D, U'ف'},
    {0xFB7A, 0xFB7D, U'ج'}, {0xFB88, 0xFB89, U'د'}, {0xFB8A, 0xFB8B, U'ز'}, {0xFB8C, 0xFB8D, U'ر'},
    {0xFB8E, 0xFB95, U'ك'}, {0xFB9E, 0xFB9F, U'ن'}, {0xFBA4, 0xFBAD, U'ه'}, {0xFBAE, 0xFBB1, U'ي'},
    {0xFBD3, 0xFBD6, U'ك'}, {0xFBD7, 0xFBDC, U'و'}, {0xFBDE, 0xFBDF, U'و'}, {0xFBE4, 0xFBE9, U'ي'},
    {0xFBFC, 0xFBFF, U'ي'},
};

constexpr Alias greek[] = {{0x0386, U'α'}, {0x0388, U'ε'}, {0x0389, U'η'}, {0x038A, U'ι'}, {0x038C, U'ο'},
                           {0x038E, U'υ'}, {0x038F, U'ω'}, {0x0390, U'ι'}, {0x03AC, U'α'}, {0x03AD, U'ε'},
                           {0x03AE, U'η'}, {0x03AF, U'ι'}, {0x03B0, U'υ'}, {0x03C2, U'σ'}, {0x03CA, U'ι'},
                           {0x03CB, U'υ'}, {0x03CC, U'ο'}, {0x03CD, U'υ'}, {0x03CE, U'ω'}};

char32_t fold_greek(char32_t code) noexcept {
    for (const Alias& alias : greek)
        if (alias.from == code) return alias.to;
    return code >= 0x0391 && code <= 0x03AB ? code + 32 : code;
}

char32_t fold_cyrillic(char32_t code) noexcept {
    if (code >= 0x0410 && code <= 0x042F) return code + 32;
    if (code == 0x0401 || code == 0x0451) return U'е'; // Ё ё: most print е
    if (code >= 0x0400 && code <= 0x040F) return code + 80;
    if (code >= 0x0460 && code <= 0x052F && code % 2 == 0) return code + 1;
    return code;
}

char32_t digit_value(char32_t code) noexcept {
    // Every block of digits begins at a multiple of 16, or six further (Unicode 15, table 22-3).
    const char32_t low = code & 0xF;
    return low >= 6 && code > 0x007F && (code < 0x0660 || code > 0x06F9) && (code < 0x0E50 || code > 0x0E59)
               ? low - 6
               : low;
}

Letter presentation_form(char32_t code) noexcept {
    if (code >= forms_b_first && code <= forms_b_last) return {Role::letter, forms_b[code - forms_b_first]};
    if (code >= 0xFEF5 && code <= 0xFEFC) return {Role::letter, U'ل', U'ا'};
    for (const Form& form : forms_a)
        if (code >= form.first && code <= form.last) return {Role::letter, form.to};
    return {Role::letter, code};
}

} // namespace

Letter letter(char32_t code) noexcept {
    if (code >= U'a' && code <= U'z') return {Role::letter, code};
    if (code >= 0x0620 && code < 0x06D6) {
        const char32_t to = arabic_table[code - 0x0620];
        if (to != code || (code >= 0x0627 && code <= 0x063A) || (code >= 0x0641 && code <= 0x064A))
            return {Role::letter, to};
    }
    if (code == U' ' || code == U'\n') return {Role::separator, 0};
    if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0; // full-width ASCII
    const Role role = role_of(code);
    if (role == Role::digit) return {role, digit_value(code)};
    if (role != Role::letter) return {role, code};
    if (code >= U'A' && code <= U'Z') return {role, code + 32};
    if (code >= 0x00C0 && code < 0x0180) return {role, latin[code - 0x00C0]};
    if (code >= 0x0370 && code <= 0x03FF) return {role, fold_greek(code)};
    if (code >= 0x0400 && code <= 0x052F) return {role, fold_cyrillic(code)};
    if (code >= 0x0531 && code <= 0x0556) return {role, code + 48}; // Armenian
    if (code >= 0xFB50 && code <= 0xFEFC) return presentation_form(code);
    return {role, code};
}

} // namespace khabar::fingerprint
