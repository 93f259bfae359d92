#pragma once
// What the pages of a site have in common (article::SiteMemory), kept between runs. Bounded a site: traits
// seen on one page only go first. After site_pages_window pages all counts are halved, so that a redesign is
// forgotten in the end.

#include "daemon/store/database.hpp"
#include "parsers/article/page/site_memory.hpp"

#include <string_view>

namespace khabar::store {

inline constexpr std::int64_t max_site_traits = 8'000; // a page has some hundred; 8,000 rows are 150 KB
inline constexpr std::int64_t site_pages_window = 512;

// Counts one page more. Inside the caller's Transaction.
void add_page(Database& database, std::string_view site, const article::PageTraits& traits);

[[nodiscard]] article::SiteMemory load_site_memory(const Database& database, std::string_view site);

} // namespace khabar::store
