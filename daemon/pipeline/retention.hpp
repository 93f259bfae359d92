#pragma once
// What is kept no longer than the operator wants (`keep:`). Articles leave with their revisions, index
// entries and place in their story; their addresses stay known, so that what was deleted is never new again.

#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/pipeline/loop/wake.hpp"
#include "daemon/store/time.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>

namespace khabar::pipeline {

// Removes up to `limit` articles whose time is over at `now`; inside the caller's transaction. Returns how
// many: fewer than `limit` when none is left. A source's own `keep` goes before that of the archive, which
// also holds for what belongs to no source (any more).
[[nodiscard]] std::size_t remove_expired(store::Database& database, story::StoryIndex& stories,
                                         const settings::Settings& settings, store::Time now,
                                         std::size_t limit);

// Looks once an hour, and works in small transactions, so that nobody waits for it. On the loop's thread.
class Retention {
  public:
    explicit Retention(Crawl& crawl);

    boost::asio::awaitable<void> run(); // until stop()
    void stop();

  private:
    boost::asio::awaitable<void> work();

    Crawl& crawl_;
    Wake wake_;
    bool stopping_ = false;
};

} // namespace khabar::pipeline
