#pragma once
// Breaks off a server that keeps libcurl busy. libcurl reads a connection until nothing is left to read; a
// server that sends HTTP/2 PING, SETTINGS or unknown frames as fast as they are read (RFC 9113 §10.5) keeps
// one call going for ever, in which libcurl asks no callback of ours and looks at no timeout (7.88). So a
// thread of its own looks at the loop's: a call that has used `most` of CPU time and brought no byte of an
// answer loses its connection.
//
// CPU time, not the wall's: on a loaded machine an honest call may take long, and never that much work.

#include <chrono>
#include <cstdint>
#include <memory>

namespace khabar::net {

class FloodGuard {
  public:
    // Between two bytes of an answer an honest call does microseconds of work, a TLS handshake milliseconds.
    static constexpr std::chrono::milliseconds most{200};
    // A handshake with all its certificates is less: a connection that took in no more than this since the
    // last look is not the one.
    static constexpr std::uint64_t least_flood = 16 * 1024; // bytes

    FloodGuard();
    ~FloodGuard();
    FloodGuard(const FloodGuard&) = delete;
    FloodGuard& operator=(const FloodGuard&) = delete;

    // Sockets that may be broken off.
    void add(int socket);
    void remove(int socket);

    // Around a call, on the thread that makes it. end() is true where a connection was broken off meanwhile.
    void begin();
    [[nodiscard]] bool end();
    // Within a call: a byte of a header or a body came.
    void heard();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace khabar::net
