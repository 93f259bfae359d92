#include "daemon/service/status_server.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/loop/wake.hpp"
#include "daemon/settings/listen_address.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <sys/stat.h>

#include <filesystem>

namespace khabar::service {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Stream = beast::basic_stream<asio::generic::stream_protocol>;
using asio::awaitable;
using asio::use_awaitable;

constexpr std::size_t most_connections = 16;
constexpr std::uint32_t most_header_bytes = 8192;
constexpr std::size_t read_buffer_bytes = 16384;
constexpr std::chrono::seconds patience{5};
constexpr std::chrono::seconds after_failure{1};

http::response<http::string_body> respond(const http::request<http::empty_body>& request,
                                          const StatusPages& pages) {
    http::response<http::string_body> response;
    response.version(request.version());
    response.keep_alive(request.keep_alive());
    response.set(http::field::server, "khabar");
    response.set(http::field::content_type, "text/plain; charset=utf-8");
    response.set(http::field::cache_control, "no-store");
    Answer answer{404, "/metrics, /healthz and /readyz are here\n"};
    if (request.method() != http::verb::get && request.method() != http::verb::head) {
        response.set(http::field::allow, "GET, HEAD");
        answer = {405, "GET and HEAD only\n"};
    } else if (request.target() == "/metrics") {
        response.set(http::field::content_type, "text/plain; version=0.0.4; charset=utf-8");
        answer = pages.metrics();
    } else if (request.target() == "/healthz") {
        answer = pages.health();
    } else if (request.target() == "/readyz") {
        answer = pages.ready();
    }
    response.result(answer.status);
    response.body() = std::move(answer.body);
    response.prepare_payload();
    if (request.method() == http::verb::head) response.body().clear(); // its length stays said
    return response;
}

// One connection, request by request. What goes wrong with it is the client's loss and nobody's error.
awaitable<void> converse(std::shared_ptr<Stream> stream, std::shared_ptr<const StatusPages> pages) {
    constexpr auto quietly = asio::as_tuple(use_awaitable);
    beast::flat_buffer buffer(read_buffer_bytes);
    while (true) {
        http::request_parser<http::empty_body> parser;
        parser.header_limit(most_header_bytes);
        stream->expires_after(patience);
        const auto [failed, read] = co_await http::async_read(*stream, buffer, parser, quietly);
        if (failed) co_return;
        auto response = respond(parser.get(), *pages);
        const bool more = response.keep_alive();
        stream->expires_after(patience);
        const auto [broken, written] = co_await http::async_write(*stream, response, quietly);
        if (broken || !more) co_return;
    }
}

} // namespace

// The open socket. Connections hold on to it, so that a new address leaves running answers alone.
class StatusServer::Listener {
  public:
    using Acceptor = asio::basic_socket_acceptor<asio::generic::stream_protocol>;

    Listener(const asio::any_io_executor& loop, const settings::ListenAddress& address)
        : acceptor_(loop),
          left_(loop),
          socket_file_(address.socket_file) {
        if (socket_file_.empty())
            open(asio::ip::tcp::endpoint(asio::ip::make_address(address.host), address.port));
        else
            open_socket_file();
    }
    ~Listener() {
        std::error_code ignored;
        if (!socket_file_.empty()) std::filesystem::remove(socket_file_, ignored);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    static awaitable<void> accept(std::shared_ptr<Listener> self, std::shared_ptr<const StatusPages> pages) {
        constexpr auto quietly = asio::as_tuple(use_awaitable);
        while (self->acceptor_.is_open()) {
            // Whoever comes beyond the bound waits in the kernel's queue until somebody leaves.
            while (self->acceptor_.is_open() && self->connections_ >= most_connections)
                co_await self->left_.wait();
            if (!self->acceptor_.is_open()) co_return;
            auto [failed, socket] = co_await self->acceptor_.async_accept(quietly);
            if (!self->acceptor_.is_open()) co_return;
            if (failed) { // out of descriptors, most likely: asking again at once would be all we do
                co_await self->left_.wait_until(std::chrono::steady_clock::now() + after_failure);
                continue;
            }
            ++self->connections_;
            auto stream = std::make_shared<Stream>(std::move(socket));
            auto ended = [self](const std::exception_ptr&) {
                --self->connections_;
                self->left_.notify();
            };
            asio::co_spawn(self->acceptor_.get_executor(), converse(stream, pages), std::move(ended));
        }
    }

    void close() {
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        left_.notify();
    }

  private:
    template <typename Endpoint>
    void open(const Endpoint& endpoint) {
        const asio::generic::stream_protocol::endpoint generic(endpoint);
        acceptor_.open(generic.protocol());
        acceptor_.set_option(asio::socket_base::reuse_address(true));
        acceptor_.bind(generic);
        acceptor_.listen();
    }

    void open_socket_file() {
        // One that a killed daemon left would refuse the address for ever; anything else there is not ours.
        struct stat file {};
        if (::stat(socket_file_.c_str(), &file) == 0 && S_ISSOCK(file.st_mode))
            std::filesystem::remove(socket_file_);
        open(asio::local::stream_protocol::endpoint(socket_file_));
    }

    Acceptor acceptor_;
    pipeline::Wake left_; // a connection ended
    std::string socket_file_;
    std::size_t connections_ = 0;
};

StatusServer::StatusServer(asio::any_io_executor loop, StatusPages pages)
    : loop_(std::move(loop)),
      pages_(std::make_shared<const StatusPages>(std::move(pages))) {}

StatusServer::~StatusServer() {
    stop();
}

void StatusServer::listen(const std::string& address) {
    if (address == address_) return;
    if (address.empty()) {
        stop();
        return;
    }
    const auto where = settings::listen_address(address);
    if (!where) throw ListenFailed(address + ": " + where.error().detail);
    std::shared_ptr<Listener> listener;
    try {
        listener = std::make_shared<Listener>(loop_, *where);
    } catch (const boost::system::system_error& error) {
        throw ListenFailed(address + ": " + error.code().message()); // what() names a line of Boost's
    } catch (const std::filesystem::filesystem_error& error) {
        throw ListenFailed(address + ": " + error.code().message());
    }
    stop();
    listener_ = listener;
    address_ = address;
    asio::co_spawn(loop_, Listener::accept(listener, pages_), asio::detached);
    log::info("status pages", {{"address", address}});
}

void StatusServer::stop() {
    if (listener_) listener_->close();
    listener_.reset();
    address_.clear();
}

} // namespace khabar::service
