#include "tests/support/h2_server/h2_server.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <atomic>
#include <thread>

namespace khabar::test {

namespace asio = boost::asio;
using asio::ip::tcp;
using Stream = asio::ssl::stream<tcp::socket>;

namespace {

constexpr std::uint8_t settings_frame = 4;
// The client's preface, its SETTINGS and a WINDOW_UPDATE are shorter than this; its HEADERS come behind them.
constexpr std::size_t until_it_has_asked = 100;

int choose_h2(SSL*, const unsigned char** out, unsigned char* length, const unsigned char* in,
              unsigned int size, void*) {
    static const unsigned char h2[] = {2, 'h', '2'};
    unsigned char* chosen = nullptr;
    const int found = SSL_select_next_proto(&chosen, length, h2, sizeof h2, in, size);
    *out = chosen;
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

} // namespace

std::string h2_frame(std::uint8_t type, std::uint8_t flags, std::uint32_t stream, std::string_view payload) {
    std::string frame;
    for (const int shift : {16, 8, 0})
        frame.push_back(static_cast<char>((payload.size() >> shift) & 0xff));
    frame.push_back(static_cast<char>(type));
    frame.push_back(static_cast<char>(flags));
    for (const int shift : {24, 16, 8, 0})
        frame.push_back(static_cast<char>((stream >> shift) & 0xff));
    return frame.append(payload);
}

struct H2Server::Impl {
    explicit Impl(std::vector<H2Step> given)
        : steps(std::move(given)),
          acceptor(context, tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
          port(acceptor.local_endpoint().port()) {}
    ~Impl() {
        context.stop();
        if (thread.joinable()) thread.join();
    }

    asio::awaitable<void> accept() {
        for (;;) {
            tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
            auto stream = std::make_shared<Stream>(std::move(socket), tls);
            asio::co_spawn(context, serve(std::move(stream)), asio::detached);
        }
    }
    asio::awaitable<void> send(std::shared_ptr<Stream> stream, const std::string& bytes) {
        sent += co_await asio::async_write(*stream, asio::buffer(bytes), asio::use_awaitable);
    }
    asio::awaitable<void> serve(std::shared_ptr<Stream> stream) {
        std::string heard(4096, '\0');
        try {
            co_await stream->async_handshake(asio::ssl::stream_base::server, asio::use_awaitable);
            co_await send(stream, h2_frame(settings_frame, 0, 0, ""));
            for (std::size_t total = 0; total < until_it_has_asked;)
                total += co_await stream->async_read_some(asio::buffer(heard), asio::use_awaitable);
            asio::co_spawn(context, listen(stream), asio::detached);
            for (const H2Step& step : steps)
                do
                    co_await send(stream, step.bytes);
                while (step.for_ever);
        } catch (const boost::system::system_error&) { // the client went away
        }
    }
    // What the client answers is taken in, so that it never has to wait with it.
    static asio::awaitable<void> listen(std::shared_ptr<Stream> stream) {
        std::string heard(65536, '\0');
        try {
            for (;;)
                co_await stream->async_read_some(asio::buffer(heard), asio::use_awaitable);
        } catch (const boost::system::system_error&) {
        }
    }

    std::vector<H2Step> steps;
    std::atomic<std::size_t> sent = 0;
    asio::ssl::context tls{asio::ssl::context::tls_server};
    asio::io_context context{1};
    tcp::acceptor acceptor;
    std::uint16_t port;
    std::thread thread;
};

H2Server::H2Server(const std::filesystem::path& certificate, const std::filesystem::path& key,
                   std::vector<H2Step> steps)
    : impl_(std::make_unique<Impl>(std::move(steps))) {
    impl_->tls.use_certificate_chain_file(certificate.string());
    impl_->tls.use_private_key_file(key.string(), asio::ssl::context::pem);
    SSL_CTX_set_alpn_select_cb(impl_->tls.native_handle(), &choose_h2, nullptr);
    asio::co_spawn(impl_->context, impl_->accept(), asio::detached);
    impl_->thread = std::thread([this] { impl_->context.run(); });
}
H2Server::~H2Server() = default;

std::string H2Server::url(std::string_view target) const {
    return std::string("https://localhost:").append(std::to_string(impl_->port)).append(target);
}
std::size_t H2Server::bytes_sent() const noexcept {
    return impl_->sent;
}

} // namespace khabar::test
