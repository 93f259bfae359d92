#pragma once
// Where the running daemon is steered: reloads (SIGHUP, `khabar reload`) and the orders of `khabar sources`
// and `khabar hosts`, one after the other, on the loop's thread.
//
// Orders come by way of the database (store/orders.hpp): commands need no right to signal the daemon, no
// socket and no port, they work into its sandbox, and an order survives a crash. The price is a look into an
// empty table every look_every: one page that is in SQLite's cache, some ten microseconds.

#include "daemon/pipeline/crawler.hpp"
#include "daemon/pipeline/loop/wake.hpp"
#include "daemon/service/reload_outcome.hpp"
#include "daemon/store/orders.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <string>
#include <vector>

namespace khabar::service {

class Control {
  public:
    // `reloaded` is called after new settings have come into force.
    Control(pipeline::Crawl& crawl, pipeline::Crawler& crawler, std::function<void()> reloaded);

    // Orders that were given while no daemon ran. Before the crawler runs.
    boost::asio::awaitable<void> obey();
    // Until stop().
    boost::asio::awaitable<void> run();
    void stop();
    // SIGHUP.
    void reload_wanted();

  private:
    boost::asio::awaitable<ReloadOutcome> reload();
    boost::asio::awaitable<std::string> obey_one(store::Order order);
    boost::asio::awaitable<std::string> set_host(std::string group);

    pipeline::Crawl& crawl_;
    pipeline::Crawler& crawler_;
    std::function<void()> reloaded_;
    pipeline::Wake wake_;
    bool reload_wanted_ = false, stopping_ = false, running_ = false;
};

} // namespace khabar::service
