#pragma once
// The daemon's work: polls each source when it is due, takes article links from the queue fairly between
// sources, and ends cleanly. All on the loop's thread.

#include "daemon/pipeline/crawl.hpp"
#include "daemon/pipeline/known_source.hpp"
#include "daemon/pipeline/wake.hpp"
#include "daemon/poll/schedule.hpp"
#include "daemon/store/links.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace khabar::pipeline {

class Crawler {
  public:
    explicit Crawler(Crawl& crawl);

    // Reads what former runs left: poll states and pacing. Throws StoreError.
    boost::asio::awaitable<void> restore();
    // Works until drain(); returns when everything in flight has ended and is committed.
    boost::asio::awaitable<void> run();
    // No new work from now on. Transfers that wait for a turn are given back; those that run go on.
    void drain();
    // Ends running transfers too (the drain took too long).
    void abort();

    // What changed between two configurations, by source id.
    struct Change {
        std::vector<std::string> added, changed, removed;
    };
    // New settings at once: unchanged sources keep their schedule, links of removed ones stay in the queue.
    Change reload(std::shared_ptr<const settings::Settings> settings);

    [[nodiscard]] std::size_t sources() const noexcept { return known_.size(); }
    [[nodiscard]] std::size_t in_flight() const noexcept { return polls_running_ + pages_running_; }

  private:
    boost::asio::awaitable<void> poll_loop();
    boost::asio::awaitable<void> page_loop();
    boost::asio::awaitable<void> poll_one(std::string id);
    boost::asio::awaitable<void> page_one(settings::Source source, store::Link link);
    boost::asio::awaitable<std::vector<store::Link>> claim();
    boost::asio::awaitable<void> save_pacing();
    void add_source(const settings::Source& source, const store::SourceState* stored, bool at_start);
    void page_ended(const std::string& source);
    [[nodiscard]] settings::Source source_of(const std::string& id) const;

    Crawl& crawl_;
    std::unordered_map<std::string, KnownSource> known_;
    poll::Schedule schedule_;
    Wake polls_, pages_, ended_;
    std::unordered_map<std::string, std::size_t> pages_of_; // running, by source
    std::size_t polls_running_ = 0, pages_running_ = 0, loops_running_ = 0;
    std::size_t turn_ =
        0; // which source is served first: moves on, so that none waits behind another for ever
    bool draining_ = false;
};

} // namespace khabar::pipeline
