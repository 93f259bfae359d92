#pragma once
// Which of a page's many titles is the article's.

#include "parsers/article/metadata/json_ld.hpp"
#include "parsers/article/metadata/page_facts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

struct Trace;

struct Headline {
    std::string title;                   // empty where nothing believable was found
    std::vector<std::string> candidates; // cleaned, best first, no two alike
    html::NodeId node = html::no_node;   // the heading that shows it
};

struct HeadlineWitnesses {
    const PageFacts& facts;
    const LinkedArticle* linked = nullptr; // the JSON-LD item of this page
    std::string_view site;                 // the publication's name
    std::string_view host;                 // its letters may stand in <title> as the site's name
    std::string_view section;              // the page's own word for its department
    std::string_view feed_title;
    bool head_is_foreign = false; // og:title and <title> are another page's
    bool front_page = false;      // the site's own: its name is the title, its headings are other pages'
    Trace* trace = nullptr;
};

// Votes: each witness brings its trust, and wordings that agree add up. What is shown (h1) outweighs what the
// head says for search engines, unless JSON-LD and og:title state one other wording: then that is the
// newsroom's headline and the page shows a variant.
[[nodiscard]] Headline choose_headline(const HeadlineWitnesses& witnesses);

} // namespace khabar::article
