#pragma once
// One hop: one request, one answer, no redirects followed. Included by this folder only.

#include "daemon/net/content_coding.hpp"
#include "daemon/net/curl_loop.hpp"
#include "daemon/net/request.hpp"
#include "daemon/net/response.hpp"
#include "parsers/base/result.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::net {

// Header fields of one transfer, status lines and 1xx answers and trailers included. The largest seen on news
// sites is 14 KiB.
inline constexpr std::size_t max_header_bytes = 128u << 10;
inline constexpr std::size_t max_header_lines = 1000;
// A redirect's own body is of no use; more than this of it ends the transfer.
inline constexpr std::size_t max_redirect_body_bytes = 64u << 10;

// What one hop is to do, everything decided.
struct HopPlan {
    std::string url; // without user name, password, fragment
    std::string user_agent;
    std::string user_name;
    std::string password;
    std::vector<std::string> header_lines; // "Accept: */*"
    std::string proxy;
    std::string proxy_username;
    std::string proxy_password;
    std::string ca_file; // empty: the system's
    Bounds bounds;       // every field set
    bool cut_at_max = false;
    bool allow_private = false;
};

class Transfer {
  public:
    Transfer(std::shared_ptr<CurlLoop> loop, const boost::asio::any_io_executor& executor, HopPlan plan);
    ~Transfer(); // ends the transfer if it runs
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    // Once. Cancelled with the coroutine that awaits it.
    [[nodiscard]] boost::asio::awaitable<Result<Response>> run();

  private:
    static std::size_t header_callback(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t write_callback(char* data, std::size_t size, std::size_t count, void* self);
    static curl_socket_t open_socket_callback(void* self, curlsocktype purpose, curl_sockaddr* address);

    void configure();
    void configure_bounds();
    [[nodiscard]] bool take_header_line(std::string_view line);
    void begin_answer(std::string_view status_line);
    [[nodiscard]] bool take_body(std::string_view bytes);
    [[nodiscard]] bool begin_body();
    [[nodiscard]] curl_socket_t open_socket(const curl_sockaddr& address);
    [[nodiscard]] bool stop(Error error); // false, for callbacks

    [[nodiscard]] Result<Response> result();
    [[nodiscard]] Error end_error() const; // of one that did not come to a good end
    [[nodiscard]] Error curl_error() const;
    [[nodiscard]] Error connect_error() const;
    [[nodiscard]] Error timeout_error() const;
    [[nodiscard]] std::string said() const; // by libcurl, of the end
    [[nodiscard]] Response answer();

    std::shared_ptr<CurlLoop> loop_;
    boost::asio::steady_timer finished_; // never expires: cancelled when the transfer is done
    HopPlan plan_;
    curl::Easy easy_;
    curl::List header_list_;
    std::array<char, CURL_ERROR_SIZE> message_{};

    std::optional<TransferEnd> end_;
    std::optional<Error> stopped_by_; // what a callback ended the transfer for
    bool enough_ = false;             // … or that it has all it wants

    Headers headers_;
    int status_ = 0;
    std::size_t header_bytes_ = 0;
    std::size_t header_lines_ = 0;
    bool headers_complete_ = false;
    std::optional<BodyDecoder> decoder_;
    std::size_t skipped_bytes_ = 0;

    std::string refused_address_; // the last one that the gate refused
    bool tried_address_ = false;  // one that it let through
    bool out_of_descriptors_ = false;
};

} // namespace khabar::net
