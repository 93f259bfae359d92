#pragma once
// How a passage is recognised on other pages of its site: by its letters and the path of tags to it.

#include "parsers/article/page/passages.hpp"
#include "parsers/article/page/site_memory.hpp"

namespace khabar::article {

[[nodiscard]] std::uint64_t block_trait(const PassageList& list, const Passage& passage);

// Seen on at least three other pages of the site; a long paragraph needs more, for stories repeat each
// other's.
[[nodiscard]] bool is_template(const PassageList& list, const Passage& passage, const SiteMemory& memory);

} // namespace khabar::article
