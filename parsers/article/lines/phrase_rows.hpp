#pragma once
// The phrases behind line_vocabulary, as they were written down.

#include "parsers/article/lines/line_vocabulary.hpp"

#include <span>
#include <string_view>

namespace khabar::article {

struct PhraseRow {
    LineKind kind;
    Role role;
    std::string_view phrases; // separated by '|', in ordinary spelling
    bool updated = false;
};

// What a line around an article says in one more language. Each field holds phrases separated by '|'; the
// comment tells their kind and role.
struct LanguagePhrases {
    std::string_view language;      // BCP 47
    std::string_view by;            // byline, opens: what stands before a name
    std::string_view author;        // byline, label
    std::string_view published;     // date, whole
    std::string_view updated;       // date, whole
    std::string_view source;        // credit, label
    std::string_view photo;         // caption, label
    std::string_view share;         // share, whole
    std::string_view tags;          // tags, label
    std::string_view also;          // rail, whole and opens: "Read also"
    std::string_view rail;          // rail, whole and label: "Related stories"
    std::string_view neighbour;     // neighbour, whole: "Previous article"
    std::string_view comments;      // comments, whole
    std::string_view subscribe;     // newsletter, whole
    std::string_view menu;          // menu, whole
    std::string_view advertisement; // advertisement, whole
    std::string_view rights;        // copyright, whole and opens
};

// Arabic, Persian, English, French, German, Turkish and Spanish in depth, and what other languages are most
// often heard to say.
[[nodiscard]] std::span<const PhraseRow> phrases_by_kind() noexcept;

// The rest of the world's newspapers. What phrases_by_kind claims is its own.
[[nodiscard]] std::span<const LanguagePhrases> phrases_by_language() noexcept;

// News agencies and picture desks in the words that credits use, separated by '|'.
[[nodiscard]] std::string_view agency_names() noexcept;

} // namespace khabar::article
