#pragma once
// The names in an element that calls itself an author's: by rel, itemprop, class or id.

#include "parsers/article/metadata/page_facts.hpp"

#include <string>
#include <vector>

namespace khabar::article {

// What its links, itemprop=name or "…name" boxes say, else its own short pieces. At most 16, cleaned
// (person_names.hpp); none where it shows more bytes or holds more nodes than a byline does.
[[nodiscard]] std::vector<std::string> names_in(const PageFacts& facts, html::NodeId id);

// The link leads to a department or a tag, not to a person: rel=tag, rel=category, "/category/…".
[[nodiscard]] bool leads_to_topic(const html::Document& page, html::NodeId link);

} // namespace khabar::article
