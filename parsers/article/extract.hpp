#pragma once
// From a page to its article. Pure: the same inputs give the same article on every machine and at every time.

#include "parsers/article/article.hpp"
#include "parsers/article/page/hints.hpp"
#include "parsers/base/result.hpp"
#include "parsers/html/document.hpp"

#include <string_view>

namespace khabar::article {

struct Trace; // what was decided and why (page/trace.hpp)

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
