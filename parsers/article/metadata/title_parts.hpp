#pragma once
// A page's title without what its template puts around it: the site's name, the section, at either end.

#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

struct TitleFrame {
    std::string_view site;    // the publication's name
    std::string_view host;    // its letters may stand for the name
    std::string_view section; // cut only beside a site's name that was cut
};

// Wordings of this page's headline, as keys (title_key).
struct KnownTitles {
    std::vector<std::string> stated; // by the head and JSON-LD
    std::vector<std::string> shown;  // by headings, of which one may be the site's
    std::vector<std::string> logos;  // headings that lead to the front page
};

// "Mayor resigns | The Daily Example" → "Mayor resigns": where the part cut is the site's name or reads like
// one (the letters of the host), or where what is left is known. Marks that also stand inside headlines (a
// colon, a bare hyphen) cut only where both hold. Of a wording that a heading shows only the site's whole
// name is cut.
[[nodiscard]] std::string without_frame(std::string_view title, const TitleFrame& frame,
                                        const KnownTitles& known = {});

// The words of a wording, folded, with one space between: equal where readers see the same words.
[[nodiscard]] std::string title_key(std::string_view text);

// Its letters and digits alone, folded.
[[nodiscard]] std::string title_letters(std::string_view text);

} // namespace khabar::article
