#pragma once
// What khabar makes of a page: the article, and nothing but the article. Plain values; see extract.hpp for
// how they come about.

#include "parsers/article/body/block.hpp"
#include "parsers/date/date_time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace khabar::article {

struct Article {
    std::string url; // the page's canonical URL where it declares one of its own host, else as given
    std::string title;
    std::vector<std::string> authors;
    std::optional<date::DateTime> published;
    std::optional<date::DateTime> updated;
    std::string language; // BCP 47 primary tag, from the text itself; empty where too short to tell
    std::string site;     // the publication's name
    std::string lead;     // standfirst or description
    std::string image;    // absolute URL
    std::string credit;   // the agency or paper the text is taken from ("سانا", "رويترز")
    std::vector<std::string> tags;
    std::vector<Block> blocks;
};

// Paragraphs separated by one blank line.
[[nodiscard]] std::string plain_text(const std::vector<Block>& blocks);
// CommonMark; characters that Markdown would read as markup are escaped.
[[nodiscard]] std::string markdown(const Article& article);

} // namespace khabar::article
