#pragma once
// A byline that nothing calls one: a name alone on its line between the headline and the text.

#include "parsers/article/metadata/page_facts.hpp"

#include <span>
#include <string>
#include <vector>

namespace khabar::article {

// The first piece that names persons and nothing else (a house behind them aside) and for which something
// else speaks: a date on the line before or after, a link to somebody's page, a portrait named so, a role on
// the next line, or that it is the last short line before the text. Links to departments and names that the
// page's other links repeat are passed over. Scripts without capitals give nothing: there a short headline
// looks the same. `pieces` are those below the headline, in order. None where none is found.
[[nodiscard]] std::vector<std::string> find_unmarked_names(const PageFacts& facts,
                                                           std::span<const ShownPiece> pieces);

} // namespace khabar::article
