#pragma once
// Makes XML as it is found into XML a parser takes. One pass, linear in time;
// the output is at most three times the input.
//
//   found                                         made
//   junk before the root, after it                dropped
//   <?xml …?>, other <?…?>, <!-- … -->            dropped (the text is UTF-8 by now)
//   <!DOCTYPE … [ … ]>                            dropped; plain internal entities are put in where used
//   &eacute; &#233; &#x92;                        the character itself
//   a & b, &nosuch;, a < b                        &amp;  &lt;
//   C0 controls, U+FFFE, U+FFFF                   dropped
//   attr=value, attr, attr="a<b", the same twice  quoted, dropped, escaped, the first kept
//   </b> never opened; <a><b></a>                 dropped; closed in order
//   end of input inside an element                closed
//
// Declared entities (declared_entities.hpp) together may add max_expansion_bytes: no billion laughs.

#include <cstddef>
#include <string>
#include <string_view>

namespace khabar::xml {

inline constexpr std::size_t max_depth = 128;      // real feeds: 12; libxml2's own stop is at 256
inline constexpr std::size_t max_attributes = 128; // of one element; real ones: 40 xmlns declarations
inline constexpr std::size_t max_names = 2048;     // libxml2 slows down with each new one; real feeds: 100
inline constexpr std::size_t max_expansion_bytes = 64u << 10;

struct Repaired {
    std::string text;
    bool changed = false; // something was wrong
    bool cut = false;     // a bound was reached; what stood before it is in `text`, closed
};

// `utf8` must be valid UTF-8.
[[nodiscard]] Repaired repair(std::string_view utf8);

} // namespace khabar::xml
