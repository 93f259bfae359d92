#include "daemon/store/arabic_stem.hpp"

#include <algorithm>
#include <array>

namespace khabar::store {

namespace {

constexpr std::size_t letter =
    2; // bytes: U+0600–U+06FF are two each, which makes counting letters counting bytes
constexpr std::size_t least = 3 * letter;

// Folded words: no أ إ آ ى ة.
struct Affix {
    std::string_view form;
    std::size_t rest; // bytes that must remain
};
constexpr std::array<Affix, 10> articles = {{{"وبال", least},
                                             {"وكال", least},
                                             {"فبال", least},
                                             {"وال", least},
                                             {"فال", least},
                                             {"بال", least},
                                             {"كال", least},
                                             {"ولل", least},
                                             {"لل", least},
                                             {"ال", 2 * letter}}};
constexpr std::array<std::string_view, 3> pronouns = {"هما", "ها", "هم"};
constexpr std::array<std::string_view, 3> plurals = {"ات", "ون", "ين"};
constexpr std::array<std::string_view, 2> endings = {"ه", "ا"};

bool is_arabic(std::string_view word) noexcept {
    if (word.size() % letter != 0) return false;
    for (std::size_t at = 0; at < word.size(); at += letter) {
        const auto lead = static_cast<unsigned char>(word[at]);
        if (lead < 0xd8 || lead > 0xdb) return false; // U+0600–U+06FF
    }
    return true;
}

std::string_view without_article(std::string_view word) noexcept {
    for (const Affix& article : articles)
        if (word.starts_with(article.form) && word.size() >= article.form.size() + article.rest)
            return word.substr(article.form.size());
    return word;
}

template <std::size_t Count>
bool cut_ending(std::string_view& word, const std::array<std::string_view, Count>& list) noexcept {
    for (const std::string_view ending : list) {
        if (!word.ends_with(ending) || word.size() < ending.size() + least) continue;
        word.remove_suffix(ending.size());
        return true;
    }
    return false;
}

std::string_view without_endings(std::string_view word) noexcept {
    if (cut_ending(word, pronouns)) {
        // «حكومتها» is «حكومة» with a pronoun; of a short word («صوتها») the ت is its own.
        constexpr std::string_view feminine = "ت";
        if (word.ends_with(feminine) && word.size() > least + letter) word.remove_suffix(feminine.size());
        return word;
    }
    if (!cut_ending(word, plurals)) cut_ending(word, endings);
    return word;
}

bool cut_front(std::string_view& word, std::string_view letters) noexcept {
    if (word.size() < letter + least) return false;
    const std::string_view first = word.substr(0, letter);
    for (std::size_t at = 0; at < letters.size(); at += letter) {
        if (first != letters.substr(at, letter)) continue;
        word.remove_prefix(letter);
        return true;
    }
    return false;
}

} // namespace

std::string_view arabic_stem(std::string_view folded_word) noexcept {
    if (folded_word.size() < least || !is_arabic(folded_word)) return folded_word;
    return without_endings(without_article(folded_word));
}

void append_arabic_forms(std::string_view folded_word, std::vector<std::string_view>& out) {
    if (folded_word.size() < least || !is_arabic(folded_word)) return;
    const auto start = static_cast<std::ptrdiff_t>(out.size());
    const auto add = [&](std::string_view form) {
        if (form != folded_word && std::find(out.begin() + start, out.end(), form) == out.end())
            out.push_back(form);
    };
    add(arabic_stem(folded_word));
    std::string_view rest = folded_word;
    if (cut_front(rest, "وف")) add(arabic_stem(rest));
    if (cut_front(rest, "بلك")) add(arabic_stem(rest));
}

} // namespace khabar::store
