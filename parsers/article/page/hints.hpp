#pragma once
// What is known of a page before it is read.

#include "parsers/article/page/site_memory.hpp"
#include "parsers/article/page/site_rule.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace khabar::article {

// Views must outlive the call; everything may be left out.
struct Hints {
    std::string_view url;                        // absolute; resolves links, and its path may hold a date
    std::optional<std::chrono::sys_seconds> now; // bars dates in the future, reads relative ones
    std::optional<std::chrono::minutes> offset;  // the source's zone, for dates that name none
    std::string_view feed_title, feed_summary;   // what the feed said of this entry: evidence, not truth
    const SiteRule* rule = nullptr;              // the user's rule for this site
    const SiteMemory* memory = nullptr;          // what other pages of this site looked like
};

} // namespace khabar::article
