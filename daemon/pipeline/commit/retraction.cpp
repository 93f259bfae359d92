#include "daemon/pipeline/commit/retraction.hpp"

#include "daemon/store/changes.hpp"
#include "daemon/store/visits.hpp"

namespace khabar::pipeline {

bool note_missing(store::Database& database, story::StoryIndex& stories, std::int64_t article, Errc answer,
                  store::Time now) {
    if (answer != Errc::gone && answer != Errc::not_found) return false;
    store::Visit visit = store::find_visit(database, article).value_or(store::Visit());
    visit.article = article;
    visit.checked_at = now;
    ++visit.visits;
    if (!visit.missing_at) visit.missing_at = now;
    const bool believed = answer == Errc::gone || now >= *visit.missing_at + missing_confirmed;
    const bool fresh = believed && !visit.retracted_at;
    if (fresh) visit.retracted_at = now;
    store::save_visit(database, visit);
    if (!fresh) return false;
    store::Change change;
    change.at = now;
    change.kind = store::ChangeKind::retracted;
    change.article = article;
    if (const auto placement = stories.find(article)) change.story = placement->story;
    store::record_change(database, change);
    return true;
}

} // namespace khabar::pipeline
