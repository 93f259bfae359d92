#include "daemon/pipeline/retention.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/commit/remove_article.hpp"
#include "daemon/store/articles.hpp"

namespace khabar::pipeline {

namespace {

constexpr std::chrono::hours look_every{1};
constexpr std::size_t articles_at_once = 50; // some ten milliseconds of the writer
// Candidates are looked for within a week of an article; what came later than the source said is allowed for.
constexpr std::chrono::hours candidates_kept{24 * 28};

std::size_t remove_all(store::Database& database, story::StoryIndex& stories,
                       const std::vector<std::int64_t>& articles, store::Time now) {
    std::size_t removed = 0;
    for (const std::int64_t article : articles)
        if (remove_article(database, stories, article, now)) ++removed;
    return removed;
}

} // namespace

std::size_t remove_expired(store::Database& database, story::StoryIndex& stories,
                           const settings::Settings& settings, store::Time now, std::size_t limit) {
    std::size_t removed = 0;
    std::vector<std::string> with_their_own;
    for (const settings::Source& source : settings.sources) {
        if (!source.keep) continue;
        with_their_own.push_back(source.id);
        if (source.keep->count() == 0 || removed == limit) continue;
        const auto articles =
            store::articles_of_before(database, source.id, now - *source.keep, limit - removed);
        removed += remove_all(database, stories, articles, now);
    }
    if (settings.store.keep.count() == 0 || removed == limit) return removed;
    const auto articles =
        store::articles_before(database, now - settings.store.keep, with_their_own, limit - removed);
    return removed + remove_all(database, stories, articles, now);
}

Retention::Retention(Crawl& crawl) : crawl_(crawl), wake_(crawl.executor) {}

void Retention::stop() {
    stopping_ = true;
    wake_.notify();
}

boost::asio::awaitable<void> Retention::run() {
    while (!stopping_) {
        try {
            co_await work();
        } catch (const store::StoreError& error) {
            log::error("old articles could not be removed", {{"error", error.what()}});
        }
        co_await wake_.wait_until(std::chrono::steady_clock::now() + look_every);
    }
}

boost::asio::awaitable<void> Retention::work() {
    const store::Time now = Clock::wall();
    auto forget = [now](store::Database&, story::StoryIndex& stories) {
        stories.expire(now - candidates_kept);
        return true;
    };
    co_await crawl_.archive.write(forget);
    std::size_t all = 0;
    while (!stopping_) {
        auto remove = [now, settings = crawl_.settings](store::Database& database,
                                                        story::StoryIndex& stories) {
            return remove_expired(database, stories, *settings, now, articles_at_once);
        };
        const std::size_t removed = co_await crawl_.archive.write(std::move(remove));
        all += removed;
        if (removed < articles_at_once) break;
    }
    if (all > 0) log::info("old articles removed", {{"articles", all}});
}

} // namespace khabar::pipeline
