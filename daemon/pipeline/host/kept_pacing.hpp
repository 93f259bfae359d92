#pragma once
// What pacing has learnt of hosts, in the database: read at start, written while it changes, forgotten when
// nobody has asked a host for a day. On the loop's thread.

#include "daemon/pipeline/host/hosts.hpp"
#include "daemon/store/hosts.hpp"
#include "daemon/store/orders.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace khabar::pipeline {

class KeptPacing {
  public:
    // Whether another process may write too: where that one has closed a host for longer, its row stays.
    enum class Writers : std::uint8_t { one, several };

    explicit KeptPacing(Hosts& hosts, Writers writers = Writers::one) : hosts_(hosts), writers_(writers) {}

    struct Rows {
        std::vector<store::HostPacing> learnt;
        std::vector<store::HostRule> rules; // the operator's
    };
    [[nodiscard]] static Rows read(const store::Database& database);
    void restore(const Rows& rows);

    // What has changed since the last time; kept for the next one where the database takes no write.
    boost::asio::awaitable<void> save();
    // Robots.txt that has expired goes as well.
    boost::asio::awaitable<void> forget_idle();

  private:
    Hosts& hosts_;
    Writers writers_;
    std::unordered_map<std::string, store::HostPacing> unsaved_; // by group
};

} // namespace khabar::pipeline
