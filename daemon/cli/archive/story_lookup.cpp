#include "daemon/cli/archive/story_lookup.hpp"

#include "daemon/story/story_view.hpp"

namespace khabar::cli {

StoryLookup::StoryLookup(store::Database& database) {
    // Nothing is compared here.
    const auto no_text = [](std::int64_t) { return std::optional<story::StoredText>(); };
    if (story::has_stories(database)) index_.emplace(database, no_text);
}

std::optional<StoryPlace> StoryLookup::find(std::int64_t article) {
    if (!index_) return std::nullopt;
    const auto placed = index_->find(article);
    if (!placed) return std::nullopt;
    return StoryPlace{placed->story, placed->duplicate_of, placed->similarity};
}

void add_story(boost::json::object& object, const std::optional<StoryPlace>& place) {
    object["story"] = nullptr;
    object["duplicate_of"] = nullptr;
    if (!place) return;
    object["story"] = place->story;
    if (place->duplicate_of) object["duplicate_of"] = *place->duplicate_of;
}

std::string story_cell(const std::optional<StoryPlace>& place) {
    return place ? std::to_string(place->story) : std::string();
}

std::string copy_cell(const std::optional<StoryPlace>& place) {
    return place && place->duplicate_of ? std::to_string(*place->duplicate_of) : std::string();
}

} // namespace khabar::cli
