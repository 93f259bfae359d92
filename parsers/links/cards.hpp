#pragma once
// What stands beside a link: the card around it, which is the largest element that leads to no other page.

#include "parsers/date/parse.hpp"
#include "parsers/html/document.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace khabar::links {

struct Card {
    bool picture = false;
    bool excerpt = false; // running text outside of links
    std::optional<date::DateTime> published;
};

// Facts about all nodes of a page, gathered once.
class CardFacts {
  public:
    // `dates` is how relative dates and those without a zone are read.
    CardFacts(const html::Document& page, const date::Context& dates);

    // `before` and `after` are the nearest links to other pages around `link` (no_node where there are none).
    [[nodiscard]] Card card(html::NodeId link, html::NodeId before, html::NodeId after) const;

  private:
    void read_text(html::NodeId id, const date::Context& dates);

    const html::Document& page_;
    std::vector<std::uint32_t> pictures_; // before each node
    std::vector<std::uint32_t> letters_;  // bytes of text outside of links, before each node
    std::vector<std::pair<html::NodeId, date::DateTime>> dates_;
};

} // namespace khabar::links
