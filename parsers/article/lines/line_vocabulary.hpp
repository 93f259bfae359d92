#pragma once
// The words by which classify_line knows a line: a table from folded phrases to what they say.

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_words.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace khabar::article {

enum class Role : std::uint8_t {
    whole, // may be the line, alone or with others of whole and part
    part,  // helps to explain a line that has a `whole`
    opens, // begins a line that goes on freely for a few words (a headline, a name)
    label, // the same, but only with a colon, dash or nothing after it
};

struct Phrase {
    LineKind kind = LineKind::prose;
    Role role = Role::part;
    bool updated = false;  // date labels: says update
    std::size_t words = 0; // length of the match; 0: none
};

inline constexpr std::size_t max_phrase_words = 16;

// Words of the longest whole or part phrase that begins with this word; 0 where none does.
[[nodiscard]] std::size_t longest_phrase(const std::string& folded_first_word);

// The phrase made of exactly the first `length` words, with role whole or part.
[[nodiscard]] Phrase phrase_of(std::span<const LineWord> words, std::size_t length);

// The longest phrase at the beginning with role opens or label.
[[nodiscard]] Phrase opening(std::span<const LineWord> words);

// A news agency or picture source: «رويترز», "AFP", "Getty Images".
[[nodiscard]] bool is_agency(std::span<const LineWord> words);

} // namespace khabar::article
