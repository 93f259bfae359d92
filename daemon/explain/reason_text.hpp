#pragma once
// Why a line is not in the article, in words.

#include "parsers/article/page/trace.hpp"
#include "parsers/html/document.hpp"

#include <string>

namespace khabar::explain {

// "related", "line: share"; "kept" for what is.
[[nodiscard]] std::string short_reason(const article::TracedPassage& passage);

// The same with what earned it and where it stands: "related, by aside.more | weight -4.0 | in main >
// aside.more > p". Safe to print.
[[nodiscard]] std::string long_reason(const html::Document& page, const article::TracedPassage& passage);

} // namespace khabar::explain
