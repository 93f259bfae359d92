#include "parsers/language/arabic_script.hpp"

#include "parsers/text/utf8.hpp"

#include <algorithm>

namespace khabar::language {
namespace {

// One own letter in this many is the mark of the language: Sorani has ە in every third word, Pashto ې and ښ
// nearly so, while a foreign name inside Arabic or Persian text brings far fewer.
constexpr std::size_t one_in = 25;

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x600) ||
           (c >= 0x900 && c < 0x2000) || (c >= 0x3040 && c < 0xFB00);
}

bool is_arabic(char32_t c) {
    return (c >= 0x620 && c <= 0x64A) || (c >= 0x671 && c <= 0x6D3) || c == 0x6D5 ||
           (c >= 0x6EE && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F) || (c >= 0xFB50 && c <= 0xFEFC);
}

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

} // namespace

ArabicScript read_arabic_script(std::string_view utf8) {
    ArabicScript result;
    std::size_t sorani = 0, pashto = 0, uyghur = 0, sindhi = 0, urdu = 0, persian = 0, arabic_only = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = text::next_code_point(utf8, at);
        if (is_arabic(c)) {
            ++result.letters;
            ++result.arabic;
            sorani += is_one_of(c, U"ێۆڕڵەڤ");
            pashto += is_one_of(c, U"ټډړږښڼځڅۍې");
            uyghur += is_one_of(c, U"ۇۈۋڭ");
            sindhi += is_one_of(c, U"ٻڄٺٽڦڀٿڊڌڏڃڇڱڳڻ");
            urdu += is_one_of(c, U"ٹڈڑںےہھ");
            persian += is_one_of(c, U"پچژگکی");
            arabic_only += is_one_of(c, U"ةىيكأإ");
        } else if (is_letter(c)) {
            ++result.letters;
        }
    }
    const auto marked = [&](std::size_t own) { return own > 1 && own * one_in >= result.arabic; };
    if (marked(uyghur) && uyghur * 2 > sorani)
        result.language = "ug";
    else if (marked(sorani) && sorani > pashto)
        result.language = "ckb";
    else if (marked(sindhi) && sindhi > urdu / 4)
        result.language = "sd";
    else if (marked(pashto) && pashto > urdu)
        result.language = "ps";
    if (urdu > 1 && urdu * 20 >= result.arabic)
        result.likely = "ur";
    else if (persian > arabic_only)
        result.likely = "fa";
    else if (arabic_only > 0)
        result.likely = "ar";
    return result;
}

} // namespace khabar::language
