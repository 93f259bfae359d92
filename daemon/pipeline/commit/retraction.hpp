#pragma once
// What it means when the page of a stored article is asked for again and is not there. The article is kept
// and shown; it is marked.

#include "daemon/store/database.hpp"
#include "daemon/store/time.hpp"
#include "daemon/story/story_index.hpp"
#include "parsers/base/result.hpp"

#include <chrono>
#include <cstdint>

namespace khabar::pipeline {

// 410 is believed at once; 404, which servers also answer while they are being repaired, when a later look,
// at least so long after the first, finds the same.
inline constexpr std::chrono::seconds missing_confirmed =
    std::chrono::minutes(50); // pages are retried hourly

// Notes an answer of "not found" or "gone"; other errors say nothing of the page and change nothing. True:
// the article is marked as retracted now, in the journal of changes too. Inside the caller's transaction.
[[nodiscard]] bool note_missing(store::Database& database, story::StoryIndex& stories, std::int64_t article,
                                Errc answer, store::Time now);

} // namespace khabar::pipeline
