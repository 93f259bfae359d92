#pragma once
// Where a stored article stands among the stories, for the commands that print it.

#include "daemon/store/database.hpp"
#include "daemon/story/story_index.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace khabar::cli {

struct StoryPlace {
    std::int64_t story = 0;
    std::optional<std::int64_t> duplicate_of; // the article it is most like; none for the first of a story
    double similarity = 0;
};

class StoryLookup {
  public:
    explicit StoryLookup(store::Database& database);

    // None where the article has no story, or the archive has no stories yet.
    [[nodiscard]] std::optional<StoryPlace> find(std::int64_t article);

  private:
    std::optional<story::StoryIndex> index_; // none: no daemon has made its tables yet
};

// {"story","duplicate_of"}, null where there is none.
void add_story(boost::json::object& object, const std::optional<StoryPlace>& place);

// For tables: the story's number, and that of the article it is a copy of; empty where there is none.
[[nodiscard]] std::string story_cell(const std::optional<StoryPlace>& place);
[[nodiscard]] std::string copy_cell(const std::optional<StoryPlace>& place);

} // namespace khabar::cli
