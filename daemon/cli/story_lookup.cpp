#include "daemon/cli/story_lookup.hpp"

#include <fmt/format.h>

namespace khabar::cli {

StoryLookup::StoryLookup(store::Database& database) : database_(database) {
    auto table =
        database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'story_member'");
    present_ = table.step();
}

std::optional<StoryPlace> StoryLookup::find(std::int64_t article) {
    if (!present_) return std::nullopt;
    auto row = database_.prepare("SELECT story, other, similarity FROM story_member WHERE article = ?1");
    row.bind_all(article);
    if (!row.step()) return std::nullopt;
    StoryPlace place{row.integer(0), std::nullopt, row.real(2) / 1000};
    if (!row.is_null(1)) place.duplicate_of = row.integer(1);
    return place;
}

std::int64_t StoryLookup::count(std::string_view source_id) {
    if (!present_) return 0;
    auto row = database_.prepare(
        "SELECT count(DISTINCT m.story) FROM article a JOIN story_member m ON m.article = a.id "
        "WHERE a.source_id = ?1");
    row.bind_all(source_id);
    return row.step() ? row.integer(0) : 0;
}

void add_story(boost::json::object& object, const std::optional<StoryPlace>& place) {
    object["story"] = nullptr;
    object["duplicate_of"] = nullptr;
    if (!place) return;
    object["story"] = place->story;
    if (place->duplicate_of) object["duplicate_of"] = *place->duplicate_of;
}

std::string story_cell(const std::optional<StoryPlace>& place) {
    if (!place) return {};
    return place->duplicate_of ? fmt::format("{}={}", place->story, *place->duplicate_of)
                               : fmt::format("{}", place->story);
}

} // namespace khabar::cli
