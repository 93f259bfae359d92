#include "daemon/net/curl_loop.hpp"

#include <boost/asio/post.hpp>

#include <chrono>
#include <stdexcept>
#include <utility>
#include <vector>

namespace khabar::net {

namespace asio = boost::asio;

namespace {

constexpr TransferEnd closing{TransferEnd::By::closing, CURLE_OK};

} // namespace

// One socket of curl's that Asio watches. Lives as long as a wait of it does; `removed` once curl has let go
// of the socket, whose number may by then be another socket's.
struct CurlLoop::Watch {
    Watch(const asio::any_io_executor& executor, curl_socket_t number)
        : socket(number),
          descriptor(executor) {
        descriptor.assign(number);
    }
    ~Watch() { let_go(); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    void let_go() {
        if (descriptor.is_open()) static_cast<void>(descriptor.release()); // curl closes it
        removed = true;
    }
    [[nodiscard]] bool wants(int direction) const noexcept { return (wanted & direction) != 0; }

    curl_socket_t socket;
    asio::posix::stream_descriptor descriptor;
    int wanted = 0; // CURL_POLL_IN | CURL_POLL_OUT
    int armed = 0;  // waits under way
    bool removed = false;
};

CurlLoop::CurlLoop(asio::any_io_executor executor, std::size_t kept_connections)
    : executor_(std::move(executor)),
      timer_(executor_),
      multi_(curl::make_multi()) {
    ::curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETFUNCTION, &CurlLoop::socket_callback);
    ::curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETDATA, this);
    ::curl_multi_setopt(multi_.get(), CURLMOPT_TIMERFUNCTION, &CurlLoop::timer_callback);
    ::curl_multi_setopt(multi_.get(), CURLMOPT_TIMERDATA, this);
    ::curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(kept_connections));
}

CurlLoop::~CurlLoop() {
    close();
}

void CurlLoop::add(CURL* handle, Done done) {
    if (!multi_) {
        done(closing);
        return;
    }
    transfers_.emplace(handle, std::move(done));
    const CURLMcode code = ::curl_multi_add_handle(multi_.get(), handle);
    if (code == CURLM_OK) return;
    transfers_.erase(handle);
    throw std::logic_error(std::string("curl_multi_add_handle: ") + ::curl_multi_strerror(code));
}

void CurlLoop::remove(CURL* handle) {
    if (transfers_.erase(handle) != 0) ::curl_multi_remove_handle(multi_.get(), handle);
}

void CurlLoop::close() {
    if (!multi_) return;
    for (auto& [handle, done] : std::exchange(transfers_, {})) {
        ::curl_multi_remove_handle(multi_.get(), handle);
        done(closing);
    }
    multi_.reset(); // its callbacks still find everything else
    for (auto& [socket, watch] : std::exchange(watches_, {})) {
        guard_.remove(socket);
        watch->let_go();
    }
    timer_.cancel();
}

int CurlLoop::socket_callback(CURL*, curl_socket_t socket, int what, void* self, void*) {
    auto* loop = static_cast<CurlLoop*>(self);
    if (what == CURL_POLL_REMOVE)
        loop->forget_socket(socket);
    else
        loop->watch_socket(socket, what);
    return 0;
}

int CurlLoop::timer_callback(CURLM*, long milliseconds, void* self) {
    auto* loop = static_cast<CurlLoop*>(self);
    loop->timer_.cancel();
    loop->at_once_ = milliseconds == 0;
    if (milliseconds < 0) return 0;
    if (milliseconds == 0) { // for every transfer that begins: spares the kernel's timer
        asio::post(loop->executor_, [weak = loop->weak_from_this()] {
            const auto alive = weak.lock();
            if (alive && std::exchange(alive->at_once_, false)) alive->timer_fired();
        });
        return 0;
    }
    loop->timer_.expires_after(std::chrono::milliseconds(milliseconds));
    loop->timer_.async_wait([weak = loop->weak_from_this()](const boost::system::error_code& error) {
        if (error) return;
        if (const auto alive = weak.lock()) alive->timer_fired();
    });
    return 0;
}

void CurlLoop::watch_socket(curl_socket_t socket, int what) {
    auto& watch = watches_[socket];
    if (!watch) {
        watch = std::make_shared<Watch>(executor_, socket);
        guard_.add(socket);
    }
    watch->wanted = what & (CURL_POLL_IN | CURL_POLL_OUT);
    arm(watch);
}

void CurlLoop::forget_socket(curl_socket_t socket) {
    const auto found = watches_.find(socket);
    if (found == watches_.end()) return;
    guard_.remove(socket);
    found->second->let_go();
    watches_.erase(found);
}

void CurlLoop::arm(const std::shared_ptr<Watch>& watch) {
    for (const int direction : {CURL_POLL_IN, CURL_POLL_OUT})
        if (watch->wants(direction) && (watch->armed & direction) == 0) wait_for(watch, direction);
}

void CurlLoop::wait_for(const std::shared_ptr<Watch>& watch, int direction) {
    watch->armed |= direction;
    const auto kind = direction == CURL_POLL_IN ? asio::posix::stream_descriptor::wait_read
                                                : asio::posix::stream_descriptor::wait_write;
    watch->descriptor.async_wait(
        kind, [weak = weak_from_this(), watch, direction](const boost::system::error_code& error) {
            watch->armed &= ~direction;
            if (watch->removed || error == asio::error::operation_aborted) return;
            if (const auto alive = weak.lock()) alive->socket_ready(watch, direction, error.failed());
        });
}

void CurlLoop::socket_ready(const std::shared_ptr<Watch>& watch, int direction, bool failed) {
    if (watch->wants(direction)) {
        const int mask = direction == CURL_POLL_IN ? CURL_CSELECT_IN : CURL_CSELECT_OUT;
        act(watch->socket, failed ? CURL_CSELECT_ERR : mask);
    }
    if (!watch->removed && !failed) arm(watch);
}

void CurlLoop::timer_fired() {
    act(CURL_SOCKET_TIMEOUT, 0);
}

void CurlLoop::act(curl_socket_t socket, int mask) {
    if (!multi_) return;
    int running = 0;
    guard_.begin();
    ::curl_multi_socket_action(multi_.get(), socket, mask, &running);
    collect_finished(guard_.end());
}

void CurlLoop::collect_finished(bool broke_off) {
    std::vector<std::pair<CURL*, CURLcode>> finished;
    int left = 0;
    while (const CURLMsg* message = ::curl_multi_info_read(multi_.get(), &left))
        if (message->msg == CURLMSG_DONE) finished.emplace_back(message->easy_handle, message->data.result);
    for (const auto& [handle, code] : finished) {
        ::curl_multi_remove_handle(multi_.get(), handle);
        const bool by_us = broke_off && code != CURLE_OK && code != CURLE_OPERATION_TIMEDOUT;
        const TransferEnd end{by_us ? TransferEnd::By::flood : TransferEnd::By::libcurl, code};
        if (auto node = transfers_.extract(handle)) node.mapped()(end);
    }
}

} // namespace khabar::net
