#pragma once
// What the elements of feeds mean, whatever vocabulary they are from. RSS and Atom share one space here,
// since feeds mix them.

#include "parsers/xml/reader.hpp"

#include <cstdint>
#include <string_view>

namespace khabar::feed {

enum class Meaning : std::uint8_t {
    unknown,
    // structure
    rss,
    rdf,
    feed,
    channel,
    items,
    entry,
    html,
    image,
    person,
    source,
    group,
    skip_hours,
    skip_days,
    // of a feed or an entry
    title,
    link,
    description,
    summary,
    content,
    body,
    subtitle,
    id,
    category,
    subject,
    keywords,
    author_text,
    author_name,
    author_email,
    enclosure,
    thumbnail,
    media_content,
    media_title,
    media_description,
    picture,
    original_link,
    published,
    issued,
    dc_date,
    created,
    updated,
    // of a feed
    language,
    ttl,
    hour,
    day,
    update_period,
    update_frequency,
    url,
};

// Looked up by namespace, or by the prefix that is customary for it where the feed forgot to declare it.
// Names match in any case. Unknown prefixes make `unknown`.
[[nodiscard]] Meaning meaning(const xml::Element& element) noexcept;

} // namespace khabar::feed
