#include "parsers/html/selector_program.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>

namespace khabar::html {

namespace {

constexpr std::size_t bytes_a_step = 8; // of an attribute that is read

char fold_byte(char c, bool ignore_case) {
    return ignore_case ? text::lower(c) : c;
}

bool equal(std::string_view a, std::string_view b, bool ignore_case) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return fold_byte(x, ignore_case) == fold_byte(y, ignore_case); });
}

bool has_word(std::string_view list, std::string_view word, bool ignore_case) {
    if (word.empty()) return false;
    for (std::size_t at = 0; at < list.size();) {
        while (at < list.size() && text::is_space(list[at]))
            ++at;
        std::size_t end = at;
        while (end < list.size() && !text::is_space(list[end]))
            ++end;
        if (equal(list.substr(at, end - at), word, ignore_case)) return true;
        at = end;
    }
    return false;
}

bool satisfies(std::string_view value, const AttributeCondition& c) {
    const bool fits = value.size() >= c.value.size();
    switch (c.test) {
    case AttributeTest::present:
        return true;
    case AttributeTest::equals:
        return equal(value, c.value, c.ignore_case);
    case AttributeTest::has_word:
        return has_word(value, c.value, c.ignore_case);
    case AttributeTest::has_dash_prefix:
        return fits && equal(value.substr(0, c.value.size()), c.value, c.ignore_case) &&
               (value.size() == c.value.size() || value[c.value.size()] == '-');
    default:
        break;
    }
    if (!fits || c.value.empty()) return false;
    if (c.test == AttributeTest::starts)
        return equal(value.substr(0, c.value.size()), c.value, c.ignore_case);
    if (c.test == AttributeTest::ends)
        return equal(value.substr(value.size() - c.value.size()), c.value, c.ignore_case);
    return std::search(value.begin(), value.end(), c.value.begin(), c.value.end(), [&](char x, char y) {
               return fold_byte(x, c.ignore_case) == fold_byte(y, c.ignore_case);
           }) != value.end();
}

class Matcher {
  public:
    Matcher(const Document& document, NodeId scope, MatchBudget& budget)
        : document_(document),
          scope_(scope),
          budget_(budget) {}

    // Recursion is over the compounds of the selector (at most 64), never over the page.
    bool matches(const ComplexSelector& complex, std::size_t index, NodeId id) {
        if (!spend() || !compound_matches(complex[index], id)) return false;
        if (index == 0) return true;
        switch (complex[index].before) {
        case Combinator::child:
            return parent(id) != no_node && matches(complex, index - 1, parent(id));
        case Combinator::descendant:
            for (NodeId up = parent(id); up != no_node; up = parent(up))
                if (matches(complex, index - 1, up)) return true;
            return false;
        case Combinator::next: {
            const NodeId before = previous_element(id);
            return before != no_node && matches(complex, index - 1, before);
        }
        case Combinator::later:
            for (NodeId at = first_sibling(id); at != id && at != no_node; at = document_.next_sibling(at))
                if (!document_.node(at).is_text() && matches(complex, index - 1, at)) return true;
            return false;
        case Combinator::none:
            break;
        }
        return false;
    }

  private:
    bool spend(std::size_t steps = 1) {
        if (budget_.steps < steps) {
            budget_.steps = 0;
            return false;
        }
        budget_.steps -= steps;
        return true;
    }

    bool spend_on(std::string_view value) { return spend(1 + value.size() / bytes_a_step); }

    [[nodiscard]] NodeId parent(NodeId id) const { return document_.node(id).parent; }
    [[nodiscard]] NodeId first_sibling(NodeId id) const {
        return parent(id) == no_node ? id : document_.first_child(parent(id));
    }

    NodeId previous_element(NodeId id) {
        NodeId previous = no_node;
        for (NodeId at = first_sibling(id); at != id && spend(); at = document_.next_sibling(at))
            if (!document_.node(at).is_text()) previous = at;
        return previous;
    }

    bool compound_matches(const Compound& c, NodeId id) {
        const Node& node = document_.node(id);
        if (!c.any_tag && (node.tag != c.tag || (c.tag == Tag::unknown && node.text != c.tag_name)))
            return false;
        if (!c.classes.empty()) {
            const auto list = document_.attribute(id, "class");
            for (const auto& wanted : c.classes)
                if (!spend_on(list) || !has_word(list, wanted, false)) return false;
        }
        for (const auto& condition : c.attributes) {
            if (!document_.has_attribute(id, condition.name)) return false;
            const auto value = document_.attribute(id, condition.name);
            if (!spend_on(value) || !satisfies(value, condition)) return false;
        }
        return std::ranges::all_of(c.positions, [&](const auto& p) { return position_matches(p, id); }) &&
               std::ranges::all_of(c.nested, [&](const auto& n) { return nested_matches(n, id); });
    }

    bool position_matches(const PositionCondition& condition, NodeId id) {
        switch (condition.kind) {
        case Position::scope:
            return id == scope_;
        case Position::empty:
            for (NodeId at = document_.first_child(id); at != no_node; at = document_.next_sibling(at))
                if (!document_.node(at).is_text() || !document_.node(at).text.empty()) return false;
            return true;
        case Position::last_child:
            for (NodeId at = document_.next_sibling(id); at != no_node && spend();
                 at = document_.next_sibling(at))
                if (!document_.node(at).is_text()) return false;
            return true;
        case Position::nth_child:
            break;
        }
        int index = 1;
        for (NodeId at = first_sibling(id); at != id && spend(); at = document_.next_sibling(at))
            index += document_.node(at).is_text() ? 0 : 1;
        const int beyond = index - condition.offset;
        return condition.step == 0 ? beyond == 0
                                   : beyond % condition.step == 0 && beyond / condition.step >= 0;
    }

    bool nested_matches(const NestedCondition& condition, NodeId id) {
        if (condition.kind == Nesting::has) return has_match(*condition.list, id);
        return matches_list(*condition.list, document_, id, scope_, budget_) ==
               (condition.kind == Nesting::is);
    }

    // Relative selectors reach below the element and, by + and ~, below what follows it.
    bool has_match(const SelectorList& list, NodeId id) {
        for (const auto& complex : list.any_of) {
            const bool sideways =
                complex[1].before == Combinator::next || complex[1].before == Combinator::later;
            const NodeId begin = sideways ? document_.node(id).end : id + 1;
            const NodeId end = !sideways               ? document_.node(id).end
                               : parent(id) == no_node ? begin
                                                       : document_.node(parent(id)).end;
            Matcher below(document_, id, budget_);
            for (NodeId at = begin; at < end; ++at)
                if (!document_.node(at).is_text() && below.matches(complex, complex.size() - 1, at))
                    return true;
        }
        return false;
    }

    const Document& document_;
    NodeId scope_;
    MatchBudget& budget_;
};

} // namespace

bool matches_list(const SelectorList& list, const Document& document, NodeId id, NodeId scope,
                  MatchBudget& budget) {
    Matcher matcher(document, scope, budget);
    return std::ranges::any_of(list.any_of, [&](const ComplexSelector& complex) {
        return matcher.matches(complex, complex.size() - 1, id);
    });
}

} // namespace khabar::html
