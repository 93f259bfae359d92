#pragma once
// What scrapers glue in front of the first paragraph: "date 2025-12-24 - First point: … - Second point: … The
// text".

#include "parsers/date/parse.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

struct FlatPrefix {
    std::optional<date::DateTime> date;
    std::vector<std::string> points; // summary bullets
    std::string rest;                // what is left of the line; empty where the prefix was all
};

// The line without its prefix; `rest` is the line itself where there is none. A date counts only behind a
// label or before a dash, two points at least make a summary, and of the last point only the first sentence
// belongs to it.
[[nodiscard]] FlatPrefix split_prefix(std::string_view line, const date::Context& context);

} // namespace khabar::article
