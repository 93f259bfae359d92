#pragma once
// Which JSON-LD item speaks of this page.

#include "parsers/article/metadata/json_ld.hpp"
#include "parsers/article/metadata/page_address.hpp"
#include "parsers/article/metadata/page_facts.hpp"

namespace khabar::article {

struct Linked {
    const LinkedArticle* article = nullptr; // the page item where there is no article
    const LinkedArticle* page = nullptr;    // WebPage
};

// By kind, by not standing inside another, by its address and by a heading that shows the same words. Points
// into `data`.
[[nodiscard]] Linked choose_linked(const LinkedData& data, const PageFacts& facts, const Address& page_url,
                                   bool head_is_foreign);

} // namespace khabar::article
