#pragma once
// From a page to its article. Pure: the same inputs give the same article on every machine and at every time.

#include "parsers/article/article.hpp"
#include "parsers/article/site_memory.hpp"
#include "parsers/article/site_rule.hpp"
#include "parsers/base/result.hpp"
#include "parsers/html/document.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace khabar::article {

struct Trace; // what was decided and why (trace.hpp)

// What is known of the page before it is read. Views must outlive the call; everything may be left out.
struct Hints {
    std::string_view url;                        // absolute; resolves links, and its path may hold a date
    std::optional<std::chrono::sys_seconds> now; // bars dates in the future, reads relative ones
    std::optional<std::chrono::minutes> offset;  // the source's zone, for dates that name none
    std::string_view feed_title, feed_summary;   // what the feed said of this entry: evidence, not truth
    const SiteRule* rule = nullptr;              // the user's rule for this site
    const SiteMemory* memory = nullptr;          // what other pages of this site looked like
};

// Errors: not_an_article where nothing on the page reads like one. Fills `trace` where one is given, in that
// case too.
[[nodiscard]] Result<Article> extract(const html::Document& page, const Hints& hints = {},
                                      Trace* trace = nullptr);

// The page's fields alone, whatever its text: an article without blocks.
[[nodiscard]] Article extract_fields(const html::Document& page, const Hints& hints = {});

// As extract(), for text that another program flattened (navigation, date lines, doubled titles, share tails
// and all). `utf8` must be valid UTF-8; the first 4 MiB are read.
[[nodiscard]] Result<Article> extract_text(std::string_view utf8, const Hints& hints = {});

} // namespace khabar::article
