#pragma once
// Texts that came lately, by site: the same text under address after address, none of them announced by a
// feed, is a door that stands before articles (draft/barrier.hpp) and no article.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string_view>
#include <unordered_map>

namespace khabar::pipeline {

// Holds the last 4,096 pages, about 0.5 MB.
class RecentPages {
  public:
    // How many addresses of the site brought this text lately, this one included.
    std::size_t seen(std::string_view site, std::string_view text, std::string_view url);

  private:
    struct Page {
        std::uint64_t last_url = 0;
        std::size_t addresses = 0;
    };
    std::unordered_map<std::uint64_t, Page> pages_;
    std::deque<std::uint64_t> order_;
};

} // namespace khabar::pipeline
