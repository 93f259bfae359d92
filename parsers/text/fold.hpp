#pragma once
// Folding: making spellings equal that readers hold equal. Used for comparing lines, searching, and (one step
// further) fingerprints. Tables from Unicode 15; Arabic rules as in the header's list.

#include <string>
#include <string_view>
#include <vector>

namespace khabar::text {

// For search and comparison: case folded, compatibility forms (NFKC, Arabic presentation forms) resolved,
// tatweel, vowel marks, zero-width and bidi controls out, أإآٱ→ا, ى ی ئ→ي, ؤ→و, ة→ه, Persian ک→ك and ی→ي,
// every digit to ASCII; Latin letters lose diacritics. White space runs become one space; ends trimmed.
[[nodiscard]] std::string fold(std::string_view utf8);

// fold(), then runs of letters, marks and digits; everything else separates.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view utf8);

// Runs of Unicode white space (NBSP included) become one space; ends trimmed; ZWNJ and ZWJ stay.
[[nodiscard]] std::string collapse_space(std::string_view utf8);

// For titles, names and other one-line fields from outside: collapse_space, and U+202A–202E, U+2066–2069,
// U+200B, U+FEFF, C0 and C1 controls out.
[[nodiscard]] std::string clean_field(std::string_view utf8);

// For logs and terminals: newlines, ESC and other controls, bidi controls as \u{…}; at most `limit` code
// points, then "…".
[[nodiscard]] std::string escape_for_log(std::string_view untrusted, std::size_t limit = 512);

} // namespace khabar::text
