#pragma once
// A TLS server on 127.0.0.1 that agrees to speak HTTP/2 and then sends whatever frames it is told to: for
// what nginx will not do. On a thread of its own; stops in its destructor.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::test {

// One frame (RFC 9113 §4.1).
[[nodiscard]] std::string h2_frame(std::uint8_t type, std::uint8_t flags, std::uint32_t stream,
                                   std::string_view payload);

struct H2Step {
    std::string bytes;
    bool for_ever = false; // again and again until the client goes
};

// Every connection gets: the server's preface, then, once the client has asked something, the steps; then
// silence.
class H2Server {
  public:
    // PEM files of a certificate for localhost.
    H2Server(const std::filesystem::path& certificate, const std::filesystem::path& key,
             std::vector<H2Step> steps);
    ~H2Server();
    H2Server(const H2Server&) = delete;
    H2Server& operator=(const H2Server&) = delete;

    [[nodiscard]] std::string url(std::string_view target) const; // "https://localhost:PORT" + target
    [[nodiscard]] std::size_t bytes_sent() const noexcept;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace khabar::test
