#pragma once
// The one place that calls Gumbo. Owns its tree, which lives in an arena and is never destroyed node by node.

#include "parsers/html/arena.hpp"
#include "parsers/html/document.hpp"

#include <memory>
#include <string>

struct GumboInternalNode;

namespace khabar::html {

class GumboTree {
  public:
    // `html` must be valid UTF-8 and outlive the tree. Errors: too_large (arena), too_slow (CPU time).
    [[nodiscard]] static Result<GumboTree> parse(const std::string& html, const ParseLimits& limits);

    [[nodiscard]] const GumboInternalNode* root() const noexcept { return root_; }

  private:
    GumboTree(std::unique_ptr<Arena> arena, const GumboInternalNode* root) noexcept
        : arena_(std::move(arena)),
          root_(root) {}

    std::unique_ptr<Arena> arena_;
    const GumboInternalNode* root_;
};

} // namespace khabar::html
