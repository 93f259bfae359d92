#pragma once
// Whose head a page wears: its own, or one copied from the front page or shared by many pages.

#include "parsers/article/metadata/page_address.hpp"
#include "parsers/article/metadata/page_facts.hpp"

namespace khabar::article {

class SiteMemory;

// The head's titles, dates and image speak of another page: its canonical address is the front page's and no
// heading repeats its title, or its og:title stands on three pages of the site or more.
[[nodiscard]] bool is_foreign_head(const PageFacts& facts, const Address& page_url, const SiteMemory* memory);

} // namespace khabar::article
