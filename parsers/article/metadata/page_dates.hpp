#pragma once
// When the article was published and last changed, from every witness a page offers.

#include "parsers/article/metadata/json_ld.hpp"
#include "parsers/article/metadata/page_facts.hpp"
#include "parsers/date/parse.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace khabar::article {

struct Trace;

struct DateWitnesses {
    const PageFacts& facts;
    const LinkedArticle* linked = nullptr;      // the JSON-LD item of this page
    const LinkedArticle* linked_page = nullptr; // the WebPage item, a weaker witness
    html::NodeId headline = html::no_node;
    std::string_view url_path;
    date::Context context;
    bool head_is_foreign = false;
    Trace* trace = nullptr;
};

struct PageDates {
    std::optional<date::DateTime> published, updated;
};

// Witnesses within a day of each other agree (zones differ); the group with most trust wins, in it the most
// trusted and most precise. Days in the future of context.now, or before 1990, are not believed.
[[nodiscard]] PageDates choose_dates(const DateWitnesses& witnesses);

} // namespace khabar::article
