#include "parsers/article/metadata/head_owner.hpp"

#include "parsers/article/lines/line_words.hpp"
#include "parsers/article/page/site_memory.hpp"

namespace khabar::article {
namespace {

// Fewer may be the site's name, which the front page's title holds too.
constexpr std::size_t min_heading_words = 4;

bool repeats_title(const PageFacts& facts) {
    const auto heading = facts.stated_heading();
    return heading != html::no_node &&
           line_words(facts.shown(heading), min_heading_words).size() >= min_heading_words;
}

// The head says it belongs to the front page although this address does not.
bool head_of_front_page(const PageFacts& facts, const Address& page_url) {
    if (!page_url || (is_front(page_url->path()) && !page_url->query())) return false;
    if (repeats_title(facts)) return false; // then only its address is wrong
    bool front = false;
    for (const auto text : {facts.canonical, facts.meta("og:url")}) {
        const auto said = parse_address(text, page_url);
        if (!said) continue;
        if (!is_front(said->path()) || said->query())
            return false; // one that names an inner page clears the head
        front = front || without_www(said->host()) == without_www(page_url->host());
    }
    return front;
}

// A title or date that many addresses of the site share.
bool shared_by_site(const PageFacts& facts, const SiteMemory* memory) {
    if (memory == nullptr || memory->pages() < 4) return false;
    const auto title = facts.meta("og:title");
    return !title.empty() && memory->pages_with(field_trait("og:title", title)) >= 3;
}

} // namespace

bool is_foreign_head(const PageFacts& facts, const Address& page_url, const SiteMemory* memory) {
    return head_of_front_page(facts, page_url) || shared_by_site(facts, memory);
}

} // namespace khabar::article
