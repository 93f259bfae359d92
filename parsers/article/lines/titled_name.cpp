#include "parsers/article/lines/titled_name.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

constexpr std::size_t max_bytes = 160;
constexpr std::size_t least_letters = 2; // of a name
constexpr std::size_t most_letters = 6;

constexpr auto titles_behind = std::to_array<std::string_view>(
    {"선임기자", "전문기자", "인턴기자", "객원기자", "취재기자", "수습기자", "사진기자", "기자", "특파원",
     "논설위원", "特約記者", "記者", "特派員", "通訊員", "通讯员"});
// Alone, "記者" begins "記者会見", a press conference: these are written to names only.
constexpr auto titles_before = std::to_array<std::string_view>(
    {"本报记者", "本報記者", "本刊记者", "本刊記者", "本报通讯员", "特约记者", "特約記者"});
constexpr auto reporters = std::to_array<std::string_view>({"记者", "記者"});
// "／台北報導": who sends from where.
constexpr auto reports =
    std::to_array<std::string_view>({"報導", "报道", "報道", "专电", "專電", "摄影", "攝影", "摄", "攝"});
constexpr auto between_names = std::to_array<std::string_view>({"·", "ㆍ", "・", ",", "、", "，", "&"});

bool in(char32_t c, char32_t first, char32_t last) {
    return first <= c && c <= last;
}

bool is_letter_of_name(char32_t c) {
    return in(c, 0xAC00, 0xD7A3) || in(c, 0x4E00, 0x9FFF) || in(c, 0x3400, 0x4DBF) || in(c, 0x3041, 0x30FA) ||
           c == U'々';
}

// "山田 太郎": letters of one script's names with at most one space.
bool is_name(std::string_view text) {
    std::size_t letters = 0, spaces = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (c == ' ' || c == 0x3000)
            ++spaces;
        else if (is_letter_of_name(c))
            ++letters;
        else
            return false;
    }
    return letters >= least_letters && letters <= most_letters && spaces <= 1;
}

template <std::size_t N>
bool take_front(std::string_view& text, const std::array<std::string_view, N>& list) {
    const auto found =
        std::ranges::find_if(list, [&](std::string_view one) { return text.starts_with(one); });
    if (found != list.end()) text = text::trim(text.substr(found->size()));
    return found != list.end();
}

template <std::size_t N>
bool take_back(std::string_view& text, const std::array<std::string_view, N>& list) {
    const auto found = std::ranges::find_if(list, [&](std::string_view one) { return text.ends_with(one); });
    if (found != list.end()) text = text::trim(text.substr(0, text.size() - found->size()));
    return found != list.end();
}

// "김철수 기자 chulsoo@paper.example", "김철수 기자 = …".
std::string_view without_mail(std::string_view line) {
    const auto at = line.find('@');
    if (at == line.npos || line.find(' ', at) != line.npos) return line;
    const auto space = line.rfind(' ', at);
    return space == line.npos ? line : text::trim(line.substr(0, space));
}

// "記者陳大文／台北報導": the name between the two.
bool take_report(std::string_view& line) {
    for (const std::string_view slash : {"／", "/"}) {
        const auto at = line.find(slash);
        if (at == line.npos) continue;
        std::string_view from = line.substr(at + slash.size());
        if (!take_back(from, reports)) continue;
        line = text::trim(line.substr(0, at));
        return true;
    }
    return false;
}

std::vector<std::string> split_names(std::string_view text) {
    std::vector<std::string> names;
    while (!text.empty()) {
        std::size_t end = text.size(), next = text.size();
        for (const std::string_view mark : between_names)
            if (const auto at = text.find(mark); at < end) end = at, next = at + mark.size();
        const auto name = text::trim(text.substr(0, end));
        if (!is_name(name)) return {};
        names.emplace_back(name);
        text.remove_prefix(next);
    }
    return names;
}

} // namespace

std::vector<std::string> titled_names(std::string_view line) {
    if (line.size() > max_bytes) return {};
    line = without_mail(text::trim(line));
    const bool reported = take_report(line);
    if (!take_front(line, titles_before) && !(reported && take_front(line, reporters)) &&
        !take_back(line, titles_behind))
        return {};
    return split_names(line);
}

} // namespace khabar::article
