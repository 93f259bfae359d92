#include "daemon/story/print_cache.hpp"

namespace khabar::story {

PrintCache::Print PrintCache::get(std::int64_t article, std::int64_t content) {
    const auto found = by_article_.find(article);
    if (found != by_article_.end() && static_cast<std::int64_t>(found->second->print->content) == content) {
        recent_.splice(recent_.begin(), recent_, found->second);
        return found->second->print;
    }
    const std::optional<StoredText> stored = text_of_(article);
    if (!stored) return nullptr;
    auto print =
        std::make_shared<const fingerprint::Fingerprint>(fingerprint::make(stored->title, stored->text));
    put(article, print);
    return print;
}

void PrintCache::put(std::int64_t article, Print print) {
    forget(article);
    shingles_ += print->shingles.size();
    recent_.push_front({article, std::move(print)});
    by_article_[article] = recent_.begin();
    while (recent_.size() > max_entries || (shingles_ > max_shingles && recent_.size() > 1))
        forget(recent_.back().article);
}

void PrintCache::forget(std::int64_t article) {
    const auto found = by_article_.find(article);
    if (found == by_article_.end()) return;
    shingles_ -= found->second->print->shingles.size();
    recent_.erase(found->second);
    by_article_.erase(found);
}

} // namespace khabar::story
