#include "tests/support/http_server/http_server.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <map>
#include <mutex>
#include <thread>

namespace khabar::test {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;

std::string HttpRequest::header(std::string_view lower_case_name) const {
    for (const auto& [name, value] : headers)
        if (name == lower_case_name) return value;
    return {};
}

namespace {

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

HttpRequest plain(const http::request<http::string_body>& message) {
    HttpRequest request{std::string(message.method_string()), std::string(message.target()), {}};
    for (const auto& field : message)
        request.headers.emplace_back(lower_case(field.name_string()), std::string(field.value()));
    return request;
}

bool may_have_body(int status) {
    return status >= 200 && status != 204 && status != 304;
}

std::string wire(const HttpReply& reply, bool keep_alive) {
    std::string text = "HTTP/1.1 " + std::to_string(reply.status) + " Test\r\n";
    for (const auto& [name, value] : reply.headers)
        text.append(name).append(": ").append(value).append("\r\n");
    if (may_have_body(reply.status))
        text.append("Content-Length: ").append(std::to_string(reply.body.size())).append("\r\n");
    text.append(keep_alive ? "\r\n" : "Connection: close\r\n\r\n");
    if (may_have_body(reply.status)) text.append(reply.body);
    return text;
}

} // namespace

struct HttpServer::Impl {
    Impl()
        : acceptor(context, tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
          port(acceptor.local_endpoint().port()) {
        asio::co_spawn(context, accept(), asio::detached);
        thread = std::thread([this] { context.run(); });
    }
    ~Impl() {
        context.stop();
        thread.join();
    }

    asio::awaitable<void> accept();
    asio::awaitable<void> serve(tcp::socket socket);
    asio::awaitable<bool> answer(std::shared_ptr<tcp::socket> socket, HttpRequest request, bool keep_alive);
    asio::awaitable<void> run(std::shared_ptr<tcp::socket> socket, std::string path,
                              std::vector<RawStep> steps);
    asio::awaitable<void> step(std::shared_ptr<tcp::socket> socket, std::string path, RawStep step);
    asio::awaitable<void> send(std::shared_ptr<tcp::socket> socket, const std::string& path,
                               std::string_view bytes);
    asio::awaitable<void> drip(std::shared_ptr<tcp::socket> socket, std::string path, RawStep step);
    asio::awaitable<void> wait_for_end(std::shared_ptr<tcp::socket> socket);

    mutable std::mutex mutex; // routes and records: set by the test, read by the server
    std::map<std::string, Route, std::less<>> routes;
    std::map<std::string, RawRoute, std::less<>> raw_routes;
    Route fallback = [](const HttpRequest&) {
        return HttpReply{
            .status = 404, .headers = {{"Content-Type", "text/plain"}}, .body = "no such route\n"};
    };
    std::vector<HttpRequest> requests;
    std::size_t connections = 0;
    std::map<std::string, std::size_t> sent; // by path

    asio::io_context context{1};
    tcp::acceptor acceptor;
    std::uint16_t port;
    std::thread thread;
};

asio::awaitable<void> HttpServer::Impl::accept() {
    for (;;) {
        // accept(2) asks for a descriptor before it looks for a connection: while a test has taken them all,
        // it fails, and is not to be called for nothing.
        co_await acceptor.async_wait(tcp::acceptor::wait_read, asio::use_awaitable);
        tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
        {
            const std::lock_guard lock(mutex);
            ++connections;
        }
        asio::co_spawn(context, serve(std::move(socket)), asio::detached);
    }
}

asio::awaitable<void> HttpServer::Impl::serve(tcp::socket accepted) {
    auto socket = std::make_shared<tcp::socket>(std::move(accepted));
    socket->set_option(tcp::no_delay(true));
    beast::flat_buffer buffer;
    try {
        for (bool more = true; more;) {
            http::request<http::string_body> message;
            co_await http::async_read(*socket, buffer, message, asio::use_awaitable);
            HttpRequest request = plain(message);
            const bool keep_alive = message.keep_alive();
            more = co_await answer(socket, std::move(request), keep_alive);
        }
    } catch (const boost::system::system_error&) { // the client went away
    }
}

// False: the connection is at its end.
asio::awaitable<bool> HttpServer::Impl::answer(std::shared_ptr<tcp::socket> socket, HttpRequest request,
                                               bool keep_alive) {
    const std::string path = request.target.substr(0, request.target.find('?'));
    Route handler;
    RawRoute raw_handler;
    {
        const std::lock_guard lock(mutex);
        requests.push_back(request);
        if (const auto raw = raw_routes.find(path); raw != raw_routes.end()) raw_handler = raw->second;
        const auto found = routes.find(path);
        handler = found != routes.end() ? found->second : fallback;
    }
    if (raw_handler) {
        co_await run(socket, path, raw_handler(request));
        co_return false;
    }
    const std::string bytes = wire(handler(request), keep_alive);
    co_await asio::async_write(*socket, asio::buffer(bytes), asio::use_awaitable);
    co_return keep_alive;
}

asio::awaitable<void> HttpServer::Impl::run(std::shared_ptr<tcp::socket> socket, std::string path,
                                            std::vector<RawStep> steps) {
    for (RawStep& next : steps)
        co_await step(socket, path, std::move(next));
    if (!socket->is_open()) co_return;
    boost::system::error_code ignored;
    socket->shutdown(tcp::socket::shutdown_send, ignored);
    co_await wait_for_end(socket);
}

asio::awaitable<void> HttpServer::Impl::send(std::shared_ptr<tcp::socket> socket, const std::string& path,
                                             std::string_view bytes) {
    const std::size_t taken = co_await asio::async_write(*socket, asio::buffer(bytes), asio::use_awaitable);
    const std::lock_guard lock(mutex);
    sent[path] += taken;
}

asio::awaitable<void> HttpServer::Impl::step(std::shared_ptr<tcp::socket> socket, std::string path,
                                             RawStep step) {
    switch (step.kind) {
    case RawStep::Kind::send:
        co_await send(socket, path, step.bytes);
        break;
    case RawStep::Kind::repeat:
        for (;;)
            co_await send(socket, path, step.bytes);
        break;
    case RawStep::Kind::drip:
        co_await drip(socket, path, std::move(step));
        break;
    case RawStep::Kind::stall:
        co_await wait_for_end(socket);
        break;
    case RawStep::Kind::close:
        socket->shutdown(tcp::socket::shutdown_send);
        break;
    case RawStep::Kind::reset:
        socket->set_option(asio::socket_base::linger(true, 0)); // close() then sends RST
        socket->close();
        break;
    }
}

asio::awaitable<void> HttpServer::Impl::drip(std::shared_ptr<tcp::socket> socket, std::string path,
                                             RawStep step) {
    asio::steady_timer timer(context);
    for (const char byte : step.bytes) {
        co_await send(socket, path, std::string_view(&byte, 1));
        timer.expires_after(step.every);
        co_await timer.async_wait(asio::use_awaitable);
    }
}

asio::awaitable<void> HttpServer::Impl::wait_for_end(std::shared_ptr<tcp::socket> socket) {
    std::string sink(4096, '\0');
    for (;;)
        co_await socket->async_read_some(asio::buffer(sink), asio::use_awaitable); // throws at the end
}

HttpServer::HttpServer() : impl_(std::make_unique<Impl>()) {}
HttpServer::~HttpServer() = default;

void HttpServer::route(std::string path, Route handler) {
    const std::lock_guard lock(impl_->mutex);
    impl_->raw_routes.erase(path);
    impl_->routes.insert_or_assign(std::move(path), std::move(handler));
}

void HttpServer::raw(std::string path, RawRoute handler) {
    const std::lock_guard lock(impl_->mutex);
    impl_->raw_routes.insert_or_assign(std::move(path), std::move(handler));
}

void HttpServer::fallback(Route handler) {
    const std::lock_guard lock(impl_->mutex);
    impl_->fallback = std::move(handler);
}

std::uint16_t HttpServer::port() const noexcept {
    return impl_->port;
}

std::string HttpServer::url(std::string_view target) const {
    return url("127.0.0.1", target);
}

std::string HttpServer::url(std::string_view host, std::string_view target) const {
    std::string text = "http://";
    return text.append(host).append(":").append(std::to_string(port())).append(target);
}

std::vector<HttpRequest> HttpServer::requests() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->requests;
}

std::size_t HttpServer::bytes_sent(const std::string& path) const {
    const std::lock_guard lock(impl_->mutex);
    const auto found = impl_->sent.find(path);
    return found == impl_->sent.end() ? 0 : found->second;
}

std::size_t HttpServer::connections() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->connections;
}

} // namespace khabar::test
