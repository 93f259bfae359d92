#pragma once
// Taking an article out of the archive (retention, the operator's wish): text, revisions, search index, its
// place in its story, and a line in the journal of changes, all or none.

#include "daemon/store/database.hpp"
#include "daemon/store/time.hpp"
#include "daemon/story/story_index.hpp"

#include <cstdint>

namespace khabar::pipeline {

// Inside the caller's transaction. Its link stays known, so that it is not fetched again. False where there
// is no such article.
[[nodiscard]] bool remove_article(store::Database& database, story::StoryIndex& stories, std::int64_t article,
                                  store::Time now);

} // namespace khabar::pipeline
