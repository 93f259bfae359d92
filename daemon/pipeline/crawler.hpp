#pragma once
// The daemon's work: polls each source when it is due, takes article links from the queue fairly between
// sources, and ends cleanly. All on the loop's thread.

#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/pipeline/host/kept_pacing.hpp"
#include "daemon/pipeline/link_turns.hpp"
#include "daemon/pipeline/loop/wake.hpp"
#include "daemon/pipeline/source/source_poller.hpp"
#include "daemon/poll/schedule.hpp"
#include "daemon/store/hosts.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/sources.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace khabar::pipeline {

class Crawler {
  public:
    explicit Crawler(Crawl& crawl);

    // Reads what former runs left: poll states, pacing, and links that a run which died had claimed. Throws
    // StoreError.
    boost::asio::awaitable<void> restore();
    // Works until drain(); returns when everything in flight has ended and is committed.
    boost::asio::awaitable<void> run();
    // No new work from now on. Transfers that wait for a turn are given back; those that run go on.
    void drain();
    // Ends running transfers too (the drain took too long).
    void abort();

    // New settings at once, while transfers go on: unchanged sources keep their schedule, one with another
    // address begins anew, links of removed ones stay in the queue. Throws StoreError, with nothing changed.
    boost::asio::awaitable<void> reload(std::shared_ptr<const settings::Settings> settings);

    // What an operator asks for one source (store/orders.hpp), at once and for this process: the stored row
    // is the command's business. Returns what was done, in words for him. In crawler_orders.cpp.
    std::string pause(const std::string& id);
    std::string resume(const std::string& id);
    std::string reset(const std::string& id);
    std::string poll_now(const std::string& id);

    [[nodiscard]] std::size_t sources() const noexcept { return known_.size(); }
    [[nodiscard]] std::size_t in_flight() const noexcept { return polls_running_ + pages_running_; }

  private:
    // All that is held of a source between its polls; there may be a hundred thousand.
    struct Polled {
        const settings::Source* config = nullptr; // in crawl_.settings
        poll::Time due{};                         // also while it is paused
        bool paused = false;
    };

    static constexpr std::chrono::seconds after_storage_failure{60};

    // Of polls, and of pages. Those that wait for their host hold nothing but their place here;
    // fetch.concurrency bounds those that do work (HostGate::Ticket). So a crowd before slow hosts does not
    // keep others out.
    [[nodiscard]] std::size_t most_waiting() const noexcept;

    boost::asio::awaitable<void> poll_loop();
    boost::asio::awaitable<void> poll_one(std::string id);
    void add_source(const settings::Source& source, const store::SourcePlan* stored, bool at_start);
    [[nodiscard]] poll::Time due_after(const std::string& id, const PollReport& report) const;
    void schedule(const std::string& id, poll::Time at);

    // In crawler_pages.cpp.
    boost::asio::awaitable<void> page_loop();
    boost::asio::awaitable<void> page_one(settings::Source source, store::Link link);
    boost::asio::awaitable<std::size_t> begin_pages();
    boost::asio::awaitable<void> look_for_foreign_links();
    void begin_page(store::Link link);
    void page_ended(const store::Link& link, std::optional<store::Time> again);
    [[nodiscard]] std::vector<LinkTurns::Turn> next_turns();
    [[nodiscard]] settings::Source source_of(const std::string& id) const;

    Crawl& crawl_;
    KeptPacing pacing_;
    std::unordered_map<std::string_view, Polled> known_; // by id, which is the config's
    std::unordered_set<std::string> polling_;            // of known_ or removed meanwhile; never in schedule_
    poll::Schedule schedule_;
    Wake polls_, pages_, ended_, housekeeping_;
    LinkTurns turns_;
    std::unordered_set<std::int64_t> links_in_work_;
    std::size_t link_bytes_ = 0;       // that the links in work hold
    std::int64_t archive_version_ = 0; // moves when another process writes
    std::size_t polls_running_ = 0, pages_running_ = 0, loops_running_ = 0;
    bool draining_ = false;
};

} // namespace khabar::pipeline
