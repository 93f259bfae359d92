#include "parsers/date/words.hpp"

#include "parsers/date/tokens.hpp"
#include "parsers/date/word_lines.hpp"

#include <algorithm>
#include <vector>

namespace khabar::date {
namespace {

std::vector<Word> make_dictionary() {
    std::vector<Word> words;
    const auto add = [&](Sense sense, int value, std::string_view spelling) {
        std::string folded = fold_word(spelling);
        std::replace(folded.begin(), folded.end(), '\'', ' ');
        if (folded.empty()) return;
        const bool unit = sense == Sense::unit_ago || sense == Sense::last_unit;
        if (unit) words.push_back({folded, Sense::ago, 0}); // "3 minggu lalu": weeks ago
        if (sense == Sense::last_unit) words.push_back({folded, Sense::last, 0});
        words.push_back({std::move(folded), unit ? Sense::unit : sense, value});
    };
    for (const auto lines : {calendar_names(), words_around_dates(), cldr_lines()})
        for (const WordLine& line : lines) {
            int value = line.first;
            std::size_t begin = 0;
            for (std::size_t i = 0; i <= line.spellings.size(); ++i) {
                const char c = i < line.spellings.size() ? line.spellings[i] : ';';
                if (c != ',' && c != ';') continue;
                add(line.sense, value, line.spellings.substr(begin, i - begin));
                begin = i + 1;
                if (c == ';') ++value;
            }
        }
    // In the order of the tables where spellings are the same: the first meaning of a sense wins.
    std::stable_sort(words.begin(), words.end(),
                     [](const Word& a, const Word& b) { return a.spelling < b.spelling; });
    return words;
}

} // namespace

std::span<const Word> meanings(std::string_view folded) {
    static const std::vector<Word> dictionary = make_dictionary();
    struct BySpelling {
        bool operator()(const Word& a, std::string_view b) const { return a.spelling < b; }
        bool operator()(std::string_view a, const Word& b) const { return a < b.spelling; }
    };
    const auto [first, last] = std::equal_range(dictionary.begin(), dictionary.end(), folded, BySpelling{});
    return {first, last};
}

} // namespace khabar::date
