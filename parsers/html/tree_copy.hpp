#pragma once
// From Gumbo's tree to the flat array of a Document.

#include "parsers/html/document.hpp"

struct GumboInternalNode;

namespace khabar::html {

class TreeCopy {
  public:
    // Nodes deeper than `depth` are left out.
    [[nodiscard]] static Document copy(const GumboInternalNode* root, std::uint16_t depth,
                                       std::vector<std::string> json_ld);

  private:
    explicit TreeCopy(std::uint16_t depth) : max_depth_(depth) {}

    void walk(const GumboInternalNode* root);
    NodeId add(const GumboInternalNode& node, NodeId parent, std::uint16_t depth);
    void add_attributes(const GumboInternalNode& node, Node& copy);
    void own_characters();
    void find_landmarks();

    Document document_;
    std::uint16_t max_depth_;
};

} // namespace khabar::html
