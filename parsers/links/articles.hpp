#pragma once
// The articles that a listing page (a front page, a section, a tag, an author's page) leads to, ranked, told
// from navigation, sections, tags, authors and page numbers.
//
// The idea: a listing repeats one shape of card, and a site makes the addresses of its articles by one rule.
// Each link is judged by itself (does its text read like a headline, has it a heading, a picture, a date, an
// excerpt beside it, does its address carry a slug, a number or a date, does it stand in the page's frame),
// and then by its kin: the links at the same place of the same markup, and the addresses of the same shape. A
// name in a menu fails by itself; a tag with a long name fails by its kin; a short headline is carried by its
// kin. No list of words is used, so no language is preferred. Linear in the page, but for the links'
// ancestors.

#include "parsers/date/date_time.hpp"
#include "parsers/html/document.hpp"
#include "parsers/html/selector.hpp"
#include "parsers/links/glob.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::links {

inline constexpr std::size_t max_articles = 500; // as many as one poll may add
// Links from here on are articles: chosen on saved front pages, section pages and author pages.
inline constexpr double article_score = 0.5;

struct ArticleLink {
    std::string url; // url::fetch_form: absolute, without fragment and tracking
    std::string title;
    double score = 0; // 0 … 1
    std::optional<date::DateTime> published;
};

struct ListingHints {
    std::string_view url;                        // of the page
    std::optional<std::chrono::sys_seconds> now; // for "3 hours ago" beside a link
    std::optional<std::chrono::minutes> offset;  // the site's zone
};

// Best first; equal ones in the page's order. With `least` 0 every link of the site is there.
[[nodiscard]] std::vector<ArticleLink> article_links(const html::Document& page, const ListingHints& hints,
                                                     double least = article_score);

// What the operator says instead of guessing: the links that match `selector` or stand below what matches it
// (all links where there is none), and whose path matches `pattern` (every one where there is none). In the
// page's order; scores as above.
struct Choice {
    std::optional<html::Selector> selector;
    std::optional<Glob> pattern;
};
[[nodiscard]] std::vector<ArticleLink> chosen_links(const html::Document& page, const ListingHints& hints,
                                                    const Choice& choice);

} // namespace khabar::links
