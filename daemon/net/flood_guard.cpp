#include "daemon/net/flood_guard.hpp"

#include <linux/tcp.h> // netinet/tcp.h of glibc 2.36 does not know tcpi_bytes_received
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <condition_variable>
#include <ctime>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace khabar::net {

namespace {

constexpr std::chrono::milliseconds look_every{200};
constexpr std::chrono::milliseconds look_closer{50}; // where a call was going on

std::chrono::nanoseconds cpu_time(pthread_t thread) {
    clockid_t clock{};
    timespec used{};
    if (pthread_getcpuclockid(thread, &clock) != 0 || clock_gettime(clock, &used) != 0) return {};
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

std::uint64_t bytes_received(int socket) {
    tcp_info info{};
    socklen_t size = sizeof info;
    const bool known = ::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0;
    return known ? info.tcpi_bytes_received : 0;
}

// Not shutdown(): what has arrived and goes on arriving could still be read. connect(2): this dissolves the
// association; the kernel drops what is buffered and resets the peer.
void break_off(int socket) {
    sockaddr nobody{};
    nobody.sa_family = AF_UNSPEC;
    // The call itself: ThreadSanitizer takes connect() for the making of a descriptor.
    static_cast<void>(::syscall(SYS_connect, socket, &nobody, sizeof nobody));
}

} // namespace

struct FloodGuard::State {
    std::mutex mutex;
    std::condition_variable ended;
    std::unordered_map<int, std::uint64_t> sockets; // and what each had received when it was counted last
    pthread_t caller{};
    std::uint64_t signs = 0; // of life: calls, and bytes of answers
    bool calling = false, broke_off = false, closed = false;
    std::thread thread;

    void count() {
        for (auto& [socket, bytes] : sockets)
            bytes = bytes_received(socket);
    }

    // libcurl serves several connections in one call. The one that is being read takes in most; what arrives
    // for others fills their buffers and stays there. Under the mutex: no call ends and no socket goes
    // meanwhile.
    void strike() {
        int busiest = -1;
        std::uint64_t most_bytes = least_flood;
        for (const auto& [socket, bytes] : sockets) {
            const std::uint64_t more = bytes_received(socket) - bytes;
            if (more <= most_bytes) continue;
            most_bytes = more;
            busiest = socket;
        }
        if (busiest < 0) return;
        broke_off = true;
        break_off(busiest);
    }

    void watch() {
        std::unique_lock lock(mutex);
        std::uint64_t seen = 0;
        std::chrono::nanoseconds before{};
        while (!ended.wait_for(lock, calling ? look_closer : look_every, [this] { return closed; })) {
            if (!calling) continue;
            const std::chrono::nanoseconds now = cpu_time(caller);
            const bool alive = signs != seen;
            if (!alive && now - before < most) continue;
            if (!alive) strike();
            count();
            seen = signs;
            before = now;
        }
    }
};

FloodGuard::FloodGuard() : state_(std::make_unique<State>()) {
    state_->thread = std::thread([state = state_.get()] { state->watch(); });
}

FloodGuard::~FloodGuard() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->closed = true;
    }
    state_->ended.notify_one();
    state_->thread.join();
}

void FloodGuard::add(int socket) {
    const std::lock_guard lock(state_->mutex);
    state_->sockets.emplace(socket, bytes_received(socket));
}

void FloodGuard::remove(int socket) {
    const std::lock_guard lock(state_->mutex);
    state_->sockets.erase(socket);
}

void FloodGuard::begin() {
    const std::lock_guard lock(state_->mutex);
    state_->caller = pthread_self();
    state_->calling = true;
    state_->broke_off = false;
    ++state_->signs;
}

void FloodGuard::heard() {
    const std::lock_guard lock(state_->mutex);
    ++state_->signs;
}

bool FloodGuard::end() {
    const std::lock_guard lock(state_->mutex);
    state_->calling = false;
    return state_->broke_off;
}

} // namespace khabar::net
