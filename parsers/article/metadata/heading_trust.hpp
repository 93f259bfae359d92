#pragma once
// How far a heading of the page is to be believed that it is the article's title.

#include "parsers/article/metadata/headline.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

class HeadingTrust {
  public:
    // `witnesses` must outlive this.
    explicit HeadingTrust(const HeadlineWitnesses& witnesses);

    // On the scale of headline.cpp; `text` is what the heading shows.
    [[nodiscard]] double of(html::NodeId heading, std::string_view text) const;

    // It leads to the front page, and shows the site's name.
    [[nodiscard]] bool is_logo(html::NodeId heading) const;

    [[nodiscard]] bool is_hidden(html::NodeId heading) const;

  private:
    [[nodiscard]] html::NodeId link_of(html::NodeId heading) const;
    [[nodiscard]] double share_in_head(std::string_view text) const;

    const PageFacts& facts_;
    const html::Document& page_;
    std::vector<std::string> said_; // folded words of the head's titles
    std::size_t h1_ = 0;            // of the page, asides left out
};

} // namespace khabar::article
