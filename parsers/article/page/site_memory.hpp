#pragma once
// What a site's pages have in common. A block (folded text + tag path) that stands on several pages is
// template, not article; a title, description, date or image that many addresses share is not any one page's.

#include "parsers/html/document.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace khabar::article {

// Hashes of one page's blocks and fields, each at most once. Stored by the daemon per site.
struct PageTraits {
    std::vector<std::uint64_t> hashes; // sorted, unique; at most 2,000
};

[[nodiscard]] PageTraits page_traits(const html::Document& page);

// The trait of a head's field as page_traits() notes it for every <meta>: `field` is its property, else its
// name, as written ("og:title", "description"); `value` its content.
[[nodiscard]] std::uint64_t field_trait(std::string_view field, std::string_view value);

// On how many pages of a site each trait was seen.
class SiteMemory {
  public:
    void add(const PageTraits& page);
    void set(std::uint64_t hash, std::uint32_t pages) { seen_[hash] = pages; }
    [[nodiscard]] std::uint32_t pages_with(std::uint64_t hash) const noexcept;
    [[nodiscard]] std::uint32_t pages() const noexcept { return pages_; }
    void set_pages(std::uint32_t pages) noexcept { pages_ = pages; }
    [[nodiscard]] const std::unordered_map<std::uint64_t, std::uint32_t>& counts() const noexcept {
        return seen_;
    }

  private:
    std::unordered_map<std::uint64_t, std::uint32_t> seen_;
    std::uint32_t pages_ = 0;
};

} // namespace khabar::article
