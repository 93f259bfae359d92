#pragma once
// A small HTTP face for those who watch the daemon: on a loopback address or a Unix socket, off unless
// configured. It answers GET and HEAD and takes no bodies.
//
//     /metrics   Prometheus' text format
//     /healthz   200 while loop, workers and writer make progress, 503 and why otherwise
//     /readyz    200 once sources are polled and until it stops
//
// Bounds: 16 connections at once (further ones wait in the kernel's queue), 8 KiB of header, 5 s for a
// request and for its answer.

#include "daemon/settings/settings.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

namespace khabar::service {

struct Answer {
    unsigned status = 200;
    std::string body;
};

// An address to listen on that cannot be had: which, and why.
class ListenFailed : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Asked on the loop's thread.
struct StatusPages {
    std::function<Answer()> metrics, health, ready;
};

class StatusServer {
  public:
    StatusServer(boost::asio::any_io_executor loop, StatusPages pages);
    ~StatusServer();
    StatusServer(const StatusServer&) = delete;
    StatusServer& operator=(const StatusServer&) = delete;

    // Listens where `address` says ("127.0.0.1:9464", "[::1]:9464", "unix:/run/khabar/status.sock"), in place
    // of where it listened before; nowhere where it is empty. Throws ListenFailed where it cannot be had; the
    // old one then stays. Its coroutines end with the loop or with stop().
    void listen(const std::string& address);
    void stop();

  private:
    class Listener;
    boost::asio::any_io_executor loop_;
    std::shared_ptr<const StatusPages> pages_;
    std::shared_ptr<Listener> listener_;
    std::string address_;
};

} // namespace khabar::service
