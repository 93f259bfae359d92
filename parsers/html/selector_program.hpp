#pragma once
// A compiled selector: flat compounds, read from the right. Nested lists (:not, :is, :has) are programs of
// their own.

#include "parsers/html/selector.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace khabar::html {

enum class AttributeTest : std::uint8_t {
    present,
    equals,
    has_word,
    has_dash_prefix,
    starts,
    ends,
    contains
};

struct AttributeCondition {
    AttributeTest test = AttributeTest::present;
    bool ignore_case = false;
    std::string name; // lower-case
    std::string value;
};

enum class Position : std::uint8_t { nth_child, last_child, empty, scope };

struct PositionCondition {
    Position kind = Position::nth_child;
    int step = 0, offset = 1; // nth-child(step n + offset)
};

struct SelectorList;
enum class Nesting : std::uint8_t { is, is_not, has };

struct NestedCondition {
    Nesting kind = Nesting::is;
    std::shared_ptr<const SelectorList> list;
};

enum class Combinator : std::uint8_t { none, descendant, child, next, later };

struct Compound {
    Combinator before = Combinator::none; // how it hangs on the compound to its left
    bool any_tag = true;
    Tag tag = Tag::unknown;
    std::string tag_name; // where tag is Tag::unknown
    std::vector<std::string> classes;
    std::vector<AttributeCondition> attributes;
    std::vector<PositionCondition> positions;
    std::vector<NestedCondition> nested;
};

// In source order; the last compound is the subject.
using ComplexSelector = std::vector<Compound>;

struct SelectorList {
    std::vector<ComplexSelector> any_of;
};

struct Selector::Program {
    SelectorList list;
};

// The parser behind Selector::compile.
[[nodiscard]] Result<SelectorList> parse_selector(std::string_view css);

// Work that is left: a step for each element looked at, and one for every 8 bytes of a class or another
// attribute that is read there. Without any left nothing matches any more.
struct MatchBudget {
    std::size_t steps = 20'000'000;
};

[[nodiscard]] bool matches_list(const SelectorList& list, const Document& document, NodeId id, NodeId scope,
                                MatchBudget& budget);

} // namespace khabar::html
