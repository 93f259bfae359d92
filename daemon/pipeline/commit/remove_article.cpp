#include "daemon/pipeline/commit/remove_article.hpp"

#include "daemon/store/articles.hpp"
#include "daemon/store/changes.hpp"

namespace khabar::pipeline {

bool remove_article(store::Database& database, story::StoryIndex& stories, std::int64_t article,
                    store::Time now) {
    const auto stored = store::find_summary(database, article);
    if (!stored) return false;
    store::Change change;
    change.at = now;
    change.kind = store::ChangeKind::removed;
    change.article = article;
    change.url = stored->url;
    if (const auto placement = stories.find(article)) change.story = placement->story;
    stories.remove(article); // while its text is there: it tells what to take out of the index
    static_cast<void>(store::remove_article(database, article));
    store::record_change(database, change);
    return true;
}

} // namespace khabar::pipeline
