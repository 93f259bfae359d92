#pragma once
// Light stems of Arabic words for the search index: article, conjunctions and prepositions in front,
// feminine, plural and pronoun endings behind. After light10 (Larkey, Ballesteros, Connell: "Light Stemming
// for Arabic Information Retrieval", 2007), with two changes: the nisba's ي stays, so that «سوري» and «سور»
// remain two words while «سوريا», «سورية», «السوريين» become one; and a single letter in front, which may as
// well be the word's own («وزير»), is taken off in alternatives only.

#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

// The stem of a folded word; the word itself where it is not Arabic or too short. A folded word in, for
// search: conservative.
[[nodiscard]] std::string_view arabic_stem(std::string_view folded_word) noexcept;

// Everything that a search may know this word by: its stem, and the stems of what is left without a و ف ب ل ك
// in front. Appended to `out`; the word itself and repetitions are left out. At most 3.
void append_arabic_forms(std::string_view folded_word, std::vector<std::string_view>& out);

} // namespace khabar::store
