#pragma once
// libcurl's multi interface driven by an Asio executor. curl owns its sockets; Asio only watches them and
// tells curl_multi_socket_action.
//
//     curl's socket callback → watch_socket → async_wait → socket_ready ─┐
//     curl's timer callback  → steady_timer → timer_fired ───────────────┴→ act → collect_finished
//
// curl is never called from inside its callbacks: they only note and arm. One thread.

#include "daemon/net/curl.hpp"
#include "daemon/net/flood_guard.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>

namespace khabar::net {

// How a transfer came to its end.
struct TransferEnd {
    enum class By : std::uint8_t {
        libcurl, // it says how: `code`
        closing, // of the loop
        flood,   // its server sent without end and said nothing: broken off
    };
    By by = By::libcurl;
    CURLcode code = CURLE_OK;
};

class CurlLoop : public std::enable_shared_from_this<CurlLoop> {
  public:
    // Called once, never from inside a curl callback; it may not call this loop, only note and wake. From
    // inside close(), and from add() after it, for the closing.
    using Done = std::function<void(TransferEnd)>;

    // `kept_connections`: idle ones kept for reuse, at most.
    CurlLoop(boost::asio::any_io_executor executor, std::size_t kept_connections);
    ~CurlLoop();
    CurlLoop(const CurlLoop&) = delete;
    CurlLoop& operator=(const CurlLoop&) = delete;

    void add(CURL* handle, Done done);
    // Ends the transfer without a call to Done; harmless for a handle that is not here.
    void remove(CURL* handle);
    // Ends all transfers and closes all connections; add() ends at once from then on.
    void close();
    // From inside curl's callbacks: a byte of an answer came.
    void heard() { guard_.heard(); }
    [[nodiscard]] std::size_t running() const noexcept { return transfers_.size(); }

  private:
    struct Watch;

    static int socket_callback(CURL*, curl_socket_t socket, int what, void* self, void*);
    static int timer_callback(CURLM*, long milliseconds, void* self);

    void watch_socket(curl_socket_t socket, int what);
    void forget_socket(curl_socket_t socket);
    void arm(const std::shared_ptr<Watch>& watch);
    void wait_for(const std::shared_ptr<Watch>& watch, int direction);
    void socket_ready(const std::shared_ptr<Watch>& watch, int direction, bool failed);
    void timer_fired();
    void act(curl_socket_t socket, int mask);
    void collect_finished(bool broke_off);

    boost::asio::any_io_executor executor_;
    boost::asio::steady_timer timer_;
    bool at_once_ = false; // curl wants its timer now; posted
    std::unordered_map<curl_socket_t, std::shared_ptr<Watch>> watches_;
    std::unordered_map<CURL*, Done> transfers_;
    FloodGuard guard_;
    curl::Multi multi_; // last: gone before what its callbacks touch
};

} // namespace khabar::net
