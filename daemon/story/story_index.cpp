#include "daemon/story/story_index.hpp"

#include "daemon/store/articles.hpp"
#include "daemon/story/by_hand.hpp"
#include "daemon/story/likeness.hpp"
#include "daemon/story/membership.hpp"
#include "daemon/story/placing.hpp"
#include "daemon/story/workings.hpp"

namespace khabar::story {

std::string_view name(Kind kind) noexcept {
    constexpr std::string_view names[] = {"unique",      "same",          "edited", "abridged_of",
                                          "expanded_of", "contains_item", "series"};
    return names[static_cast<std::size_t>(kind)];
}

TextOf stored_texts(store::Database& database) {
    return [&database](std::int64_t id) -> std::optional<StoredText> {
        auto article = store::find_article(database, id);
        if (!article) return std::nullopt;
        return StoredText{std::move(article->title), std::move(article->text)};
    };
}

struct StoryIndex::Engine {
    Engine(store::Database& database, TextOf text_of, const Rules& rules)
        : work(database, std::move(text_of), rules),
          membership(work),
          placing(work, membership),
          by_hand(work, membership) {}

    Workings work;
    Membership membership;
    Placing placing;
    ByHand by_hand;
};

StoryIndex::StoryIndex(store::Database& database, TextOf text_of, const Rules& rules)
    : engine_(std::make_unique<Engine>(database, std::move(text_of), rules)) {}
StoryIndex::~StoryIndex() = default;

Placement StoryIndex::place(const Document& document) {
    return engine_->placing.place(document);
}
std::optional<Placement> StoryIndex::find(std::int64_t article) {
    const std::optional<Member> member = engine_->work.tables.member(article);
    if (!member) return std::nullopt;
    return placement_of(*member);
}
void StoryIndex::remove(std::int64_t article) {
    engine_->membership.remove(article);
}
Result<Ruling> StoryIndex::split(std::int64_t story, std::vector<std::int64_t> articles,
                                 std::chrono::sys_seconds now) {
    return engine_->by_hand.split(story, std::move(articles), now);
}
Result<Ruling> StoryIndex::merge(std::int64_t story, std::int64_t other, std::chrono::sys_seconds now) {
    return engine_->by_hand.merge(story, other, now);
}
Result<Ruling> StoryIndex::revoke(std::int64_t ruling, std::chrono::sys_seconds now) {
    return engine_->by_hand.revoke(ruling, now);
}
void StoryIndex::expire(std::chrono::sys_seconds before) {
    engine_->work.tables.remove_buckets_before(bucket_of(before.time_since_epoch().count()));
}

} // namespace khabar::story
