#pragma once
// What the head and JSON-LD say beside title, dates and names: the publication, the department, description,
// image, tags, address and language. `foreign`: the head is another page's and not heard.

#include "parsers/article/metadata/linked_choice.hpp"
#include "parsers/article/page/trace.hpp"

#include <string>
#include <vector>

namespace khabar::article {

[[nodiscard]] std::string site_name(const PageFacts& facts, const LinkedData& data, const Linked& linked);
[[nodiscard]] std::string section_of(const PageFacts& facts, const Linked& linked);
// At most 2,000 bytes.
[[nodiscard]] std::string lead_of(const PageFacts& facts, const Linked& linked, bool foreign);
// Absolute.
[[nodiscard]] std::string image_of(const PageFacts& facts, const Linked& linked, const Address& base,
                                   bool foreign);
// At most 32.
[[nodiscard]] std::vector<std::string> tags_of(const PageFacts& facts, const Linked& linked, bool foreign);
// Of this page and its site; else empty.
[[nodiscard]] std::string canonical_of(const PageFacts& facts, const Address& page_url, bool foreign);
// Primary subtag, lower case.
[[nodiscard]] std::string declared_language(const PageFacts& facts, const Linked& linked);

// Everything that spoke of these fields.
void trace_head_fields(Trace& trace, const PageFacts& facts, const Linked& linked, const Address& base,
                       std::string_view feed_summary);

} // namespace khabar::article
