#pragma once
// A real nginx on loopback for tests, with TLS and HTTP/2, in a directory of its own that goes with it. It
// inherits sockets that listen already, so there is nothing to wait for. Needs nginx and openssl
// (tools/deps).

#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace khabar::test {

class Nginx {
  public:
    Nginx(); // throws std::runtime_error where nginx or openssl do not run
    ~Nginx();
    Nginx(const Nginx&) = delete;
    Nginx& operator=(const Nginx&) = delete;

    // Serves `bytes` under "/" + name.
    void file(std::string_view name, std::string_view bytes) const;

    [[nodiscard]] std::string http(std::string_view target) const;  // HTTP/1.1, keep-alive
    [[nodiscard]] std::string https(std::string_view target) const; // HTTP/2, certificate for localhost
    [[nodiscard]] std::string
    expired(std::string_view target) const; // the same with a certificate of the past
    [[nodiscard]] std::string
    misnamed(std::string_view target) const; // the good certificate, asked for by address
    [[nodiscard]] std::filesystem::path ca_file() const { return folder_ / "ca.pem"; }
    // For another server of localhost.
    [[nodiscard]] std::filesystem::path certificate_file() const { return folder_ / "good.pem"; }
    [[nodiscard]] std::filesystem::path key_file() const { return folder_ / "leaf.key"; }

  private:
    TemporaryFolder folder_;
    std::uint16_t http_port_ = 0, https_port_ = 0, expired_port_ = 0;
    pid_t process_ = -1;
};

} // namespace khabar::test
