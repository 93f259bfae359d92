#include "parsers/language/detect.hpp"

#include "parsers/language/arabic_script.hpp"
#include "parsers/text/utf8.hpp"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>

namespace khabar::language {
namespace {

constexpr std::size_t max_bytes = 16 * 1024;
constexpr std::size_t min_letters = 12;    // fewer say nothing: a name reads like any language
constexpr int clear_majority_percent = 70; // of the text, where cld2 itself is not sure

// Without Arabic vowel marks and tatweel, which no statistics were made with.
std::string plain(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(utf8, at);
        if ((c >= 0x64B && c <= 0x652) || c == 0x670 || c == 0x640) continue;
        out += utf8.substr(begin, at - begin);
    }
    return out;
}

// cld2 keeps ISO 639 codes of its day.
std::string modern(std::string_view code) {
    code = code.substr(0, code.find('-'));
    if (code == "iw") return "he";
    if (code == "jw") return "jv";
    if (code == "in") return "id";
    if (code == "mo") return "ro";
    if (code == "un" || code == "xxx") return {};
    return std::string(code);
}

std::string by_statistics(const std::string& utf8) {
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int text_bytes = 0, valid_bytes = 0;
    bool reliable = false;
    const auto best = CLD2::ExtDetectLanguageSummaryCheckUTF8(
        utf8.data(), static_cast<int>(utf8.size()), true, nullptr, 0, languages.data(), percents.data(),
        scores.data(), nullptr, &text_bytes, &reliable, &valid_bytes);
    if (best == CLD2::UNKNOWN_LANGUAGE) return {};
    if (!reliable && percents[0] < clear_majority_percent) return {};
    return modern(CLD2::LanguageCode(reliable ? best : languages[0]));
}

} // namespace

std::string detect(std::string_view utf8) {
    const auto text = plain(text::prefix(utf8, max_bytes));
    const auto script = read_arabic_script(text);
    if (script.letters < min_letters) return {};
    const bool arabic = script.arabic * 2 > script.letters;
    if (arabic && !script.language.empty()) return std::string(script.language);
    auto found = by_statistics(text);
    if (arabic && (found.empty() || !is_right_to_left(found) || found == "ckb"))
        return std::string(script.likely);
    return found;
}

bool is_right_to_left(std::string_view language) noexcept {
    constexpr std::array<std::string_view, 14> right{"ar", "fa", "ur", "he",  "yi",  "ps",  "ckb",
                                                     "sd", "ug", "dv", "syr", "arc", "nqo", "azb"};
    return std::ranges::find(right, language.substr(0, language.find('-'))) != right.end();
}

} // namespace khabar::language
