#pragma once
// A real HTTP/1.1 server on 127.0.0.1 for tests, on a thread of its own. A route is a function from request
// to reply; a raw route writes bytes as it likes. Keep-alive, HEAD not needed. Port by the system. Stops in
// its destructor.
//
//     HttpServer server;
//     server.route("/feed", [](const HttpRequest& request) { return HttpReply{.body = "<rss/>"}; });
//     fetch(server.url("/feed"));

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar::test {

struct HttpRequest {
    std::string method;
    std::string target;                                       // "/a?b=c"
    std::vector<std::pair<std::string, std::string>> headers; // names lower-case

    [[nodiscard]] std::string header(std::string_view lower_case_name) const; // empty where absent
};

struct HttpReply {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers; // content-length is added
    std::string body;
};

// One step of a raw answer, done in order on the connection.
struct RawStep {
    enum class Kind : std::uint8_t {
        send,   // bytes
        repeat, // bytes again and again until the client goes
        drip,   // bytes, one each `every`
        stall,  // say nothing until the client goes
        close,  // FIN (after the last step anyway)
        reset,  // RST
    };
    Kind kind = Kind::send;
    std::string bytes;
    std::chrono::milliseconds every{10};
};

class HttpServer {
  public:
    using Route = std::function<HttpReply(const HttpRequest&)>;
    using RawRoute = std::function<std::vector<RawStep>(const HttpRequest&)>;

    HttpServer();
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // By path, without the query; may be added and replaced while running. Called on the server's thread, one
    // at a time.
    void route(std::string path, Route handler);
    void raw(std::string path, RawRoute handler);
    // For paths that have no route (404 by default).
    void fallback(Route handler);

    [[nodiscard]] std::uint16_t port() const noexcept;
    [[nodiscard]] std::string url(std::string_view target) const; // "http://127.0.0.1:PORT" + target
    [[nodiscard]] std::string url(std::string_view host,
                                  std::string_view target) const; // another name of this machine

    [[nodiscard]] std::vector<HttpRequest> requests() const; // all so far, in order
    [[nodiscard]] std::size_t connections() const;           // accepted so far
    [[nodiscard]] std::size_t
    bytes_sent(const std::string& path) const; // by raw answers under that path, so far

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Content codings, for fixtures.
[[nodiscard]] std::string gzip(std::string_view bytes);
[[nodiscard]] std::string brotli(std::string_view bytes);
[[nodiscard]] std::string zstd(std::string_view bytes);

} // namespace khabar::test
