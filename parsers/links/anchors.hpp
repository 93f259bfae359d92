#pragma once
// The links of a page that may lead to its articles, with what stands around each: one entry an <a>, in
// document order.

#include "parsers/html/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::links {

inline constexpr std::size_t max_anchors = 5'000; // the longest front pages have a third of it

struct Anchor {
    html::NodeId node = html::no_node;
    std::uint32_t target = 0; // index into Anchors::targets
    std::string text;         // one line; of the picture's alt or the title attribute where there is none
    bool in_frame = false;    // navigation, header or footer of the page, by element or ARIA role
    bool in_header = false;   // of these, the header, where news lines run
    bool in_heading = false;  // inside h1–h6, or around one
    bool has_picture = false;
};

// A page that anchors lead to, whatever its addresses' dress: one canonical key.
struct Target {
    std::string url; // url::fetch_form of the first
    std::string key; // url::canonical_key
};

struct Anchors {
    std::vector<Anchor> list; // the first max_anchors
    std::vector<Target> targets;
};

// Links to http pages of the site itself (the registrable domain of the page), without those to the page
// itself and to its host's root.
[[nodiscard]] Anchors collect_anchors(const html::Document& page, std::string_view page_url);

} // namespace khabar::links
