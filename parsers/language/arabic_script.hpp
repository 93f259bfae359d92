#pragma once
// Languages in Arabic letters that a statistical detector confuses, told apart by letters only they write.

#include <string_view>

namespace khabar::language {

struct ArabicScript {
    std::size_t letters = 0;   // of any script
    std::size_t arabic = 0;    // of them in Arabic script
    std::string_view language; // "ckb", "ps", "ug" or "sd" where their own letters say so; else empty
    std::string_view
        likely; // "ar", "fa" or "ur" by letters alone, for texts too short for statistics; else empty
};

[[nodiscard]] ArabicScript read_arabic_script(std::string_view utf8);

} // namespace khabar::language
