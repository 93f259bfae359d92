#pragma once
// What was decided about a page, and on whose word: for reports (`khabar explain`). The code that decides
// fills it where one is asked for; without one nothing is noted and nothing costs. Elements are named by
// their NodeId in the page that was read.

#include "parsers/article/page/passages.hpp"
#include "parsers/html/document.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

enum class Field : std::uint8_t {
    title,
    author,
    published,
    updated,
    language,
    site,
    lead,
    image,
    credit,
    canonical,
    tags
};

// Stable lower-case name, for reports.
[[nodiscard]] std::string_view name(Field field) noexcept;

// One place of the page (or the feed, or the site rule) that speaks of a field.
struct Testimony {
    Field field = Field::title;
    std::string origin;       // "og:title", "<h1>", "JSON-LD"
    std::string value;        // as it was understood; dates in ISO 8601
    double trust = 0;         // before the agreement of others; 0 where the first that speaks is believed
    std::string_view refused; // why it was not heard; empty where it was
    bool believed = false;    // says what the article says in the end
};

// An element that might be the body.
struct BodyCandidate {
    html::NodeId id = html::no_node;
    float score = 0;
    std::string_view mark; // what it calls itself: "body", "content", "container", or nothing
    // What it holds beside clutter: characters; lines that are paragraphs by their length; and the shares of
    // the characters that stand in links, and in lines that end as sentences.
    std::uint32_t chars = 0, paragraphs = 0;
    double link_share = 0, sentence_share = 0;
};

enum class BodyFrom : std::uint8_t { nothing, rule, weights, json_ld, script };

// A line of the page and what became of it.
struct TracedPassage {
    Passage passage;
    std::string text;
    float weight = 0;  // 0 where a site rule named the body
    bool kept = false; // stands in the article
};

struct Trace {
    // A hostile page must not make its report large.
    static constexpr std::size_t most_witnesses_a_field = 100;
    static constexpr std::size_t most_candidates = 12;
    static constexpr std::size_t most_value_bytes = 600;

    std::vector<Testimony> witnesses;      // in the order they were asked
    std::vector<BodyCandidate> candidates; // best first
    std::vector<TracedPassage> passages;   // every line of the page, in document order
    html::NodeId headline = html::no_node; // the element that shows the title
    html::NodeId root = html::no_node;     // the container of the article
    html::NodeId core = html::no_node;     // the smallest element that holds most of its prose
    BodyFrom body_from = BodyFrom::nothing;
    bool foreign_head = false; // head and JSON-LD speak of another page and were not heard

    void hear(Field field, std::string_view origin, std::string_view value, double trust = 0,
              std::string_view refused = {});
    // What the field says in the end: marks the testimonies that said so, and only them.
    void believe(Field field, std::span<const std::string> values);
    void believe(Field field, const std::string& value) { believe(field, std::span(&value, 1)); }
};

} // namespace khabar::article
