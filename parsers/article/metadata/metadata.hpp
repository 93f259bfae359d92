#pragma once
// What a page says about its article outside of the prose: head, JSON-LD, microdata, the header's <time> and
// byline. Every field comes from the best witness that is believable; a witness that speaks of another page
// (a head copied from the home page, a title that many addresses share) is not heard. Pure; linear in the
// page.

#include "parsers/article/page/hints.hpp"
#include "parsers/date/date_time.hpp"
#include "parsers/html/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace khabar::article {

struct Trace; // page/trace.hpp

struct Metadata {
    std::string title; // without the site's name; empty where nothing believable was found
    std::vector<std::string>
        titles; // every candidate, best first: for recognising the headline inside the body
    std::vector<std::string> authors;
    std::optional<date::DateTime> published;
    std::optional<date::DateTime> updated;
    std::string site;
    std::string lead;              // description
    std::string image;             // absolute URL where a base is known
    std::string credit;            // agency or paper the text is taken from
    std::string canonical;         // absolute; empty where it is of another host or another page
    std::string declared_language; // primary subtag of <html lang> and its kin
    std::vector<std::string> tags; // at most 32
    std::string json_ld_body;      // articleBody as declared: treacherous, for locating and checking only
    html::NodeId headline = html::no_node; // the element of the body that shows the title (h1 most often)
    bool foreign_head = false;             // head and JSON-LD speak of another page and were not heard
};

[[nodiscard]] Metadata read_metadata(const html::Document& page, const Hints& hints = {},
                                     Trace* trace = nullptr);

} // namespace khabar::article
