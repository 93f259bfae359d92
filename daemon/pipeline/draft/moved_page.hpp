#pragma once
// A look at the page of a stored article that ended at another address: the story may have moved, or its
// address leads to a front page, a topic or whatever replaced it. Those are other texts, not its revision.

#include "daemon/pipeline/draft/draft.hpp"
#include "daemon/store/articles.hpp"
#include "parsers/base/result.hpp"

#include <optional>
#include <string_view>

namespace khabar::pipeline {

// What moved keeps this share of the shorter text's word 3-grams, or its headline. Two strangers of one
// newsroom share a few hundredths, a front page that quotes the opening less than a tenth.
inline constexpr double moved_containment = 0.5;

// Whether the page that answered stands at another address than the article stored under `key`.
[[nodiscard]] bool is_elsewhere(std::string_view reached, std::string_view key);

// Of a page that does: wrong_content where it is another text. None where the feed's words are all that is
// stored: they prove nothing. Linear; for the pool.
[[nodiscard]] std::optional<Error> stranger_at(std::string_view reached, const store::StoredArticle& stored,
                                               const Draft& draft);

} // namespace khabar::pipeline
