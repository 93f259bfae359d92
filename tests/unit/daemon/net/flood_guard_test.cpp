// The guard beside a call that this thread makes, with real connections: it goes by the CPU time that the
// call uses and by what the kernel says has arrived.
#include "daemon/net/flood_guard.hpp"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <ctime>
#include <string>

namespace khabar::net {
namespace {

// Both ends of a connection over loopback.
class Connection {
  public:
    Connection() {
        const int door = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* where = reinterpret_cast<sockaddr*>(&address);
        EXPECT_EQ(::bind(door, where, size), 0);
        EXPECT_EQ(::listen(door, 1), 0);
        EXPECT_EQ(::getsockname(door, where, &size), 0);
        peer_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        EXPECT_EQ(::connect(peer_, where, size), 0);
        ours_ = ::accept(door, nullptr, nullptr);
        EXPECT_GE(ours_, 0);
        ::close(door);
    }
    ~Connection() {
        ::close(ours_);
        ::close(peer_);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] int ours() const { return ours_; }
    void receive(std::size_t bytes) const {
        const std::string sent(bytes, 'x');
        EXPECT_EQ(::send(peer_, sent.data(), bytes, MSG_NOSIGNAL), static_cast<ssize_t>(bytes));
    }
    [[nodiscard]] bool open() const {
        char byte = 0;
        return ::recv(ours_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 1;
    }

  private:
    int ours_ = -1, peer_ = -1;
};

std::chrono::nanoseconds cpu_time() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

// As libcurl in a call that does not end.
template <typename Work>
void be_busy(std::chrono::nanoseconds time, Work&& work) {
    const auto until = cpu_time() + time;
    while (cpu_time() < until)
        work();
}

void be_busy(std::chrono::nanoseconds time) {
    be_busy(time, [] {});
}

// The guard looks first after as much time as a call may use, and goes on from what had arrived by then.
constexpr auto first_look = FloodGuard::most * 3 / 2;
// It sees no sign of life, and strikes.
constexpr auto long_enough = FloodGuard::most * 2;

TEST(FloodGuard, BreaksOffWhatTookInMoreThanTheFloor) {
    const Connection flood, honest;
    FloodGuard guard;
    guard.add(flood.ours());
    guard.add(honest.ours());
    guard.begin();
    honest.receive(1);
    be_busy(first_look);
    for (int round = 0; round < 5 && (round == 0 || flood.open());
         ++round) { // a look may fall between two segments
        flood.receive(FloodGuard::least_flood + 1);
        be_busy(long_enough);
    }
    EXPECT_TRUE(guard.end());
    EXPECT_FALSE(flood.open());
    EXPECT_TRUE(honest.open());
}

TEST(FloodGuard, SparesWhatTookInNoMore) {
    const Connection connection;
    FloodGuard guard;
    guard.add(connection.ours());
    guard.begin();
    be_busy(first_look);
    connection.receive(FloodGuard::least_flood);
    be_busy(long_enough);
    EXPECT_FALSE(guard.end());
    EXPECT_TRUE(connection.open());
}

TEST(FloodGuard, SparesACallThatBringsAnAnswer) {
    const Connection connection;
    FloodGuard guard;
    guard.add(connection.ours());
    guard.begin();
    be_busy(first_look, [&] { guard.heard(); });
    connection.receive(FloodGuard::least_flood * 2);
    be_busy(long_enough, [&] { guard.heard(); });
    EXPECT_FALSE(guard.end());
    EXPECT_TRUE(connection.open());
}

TEST(FloodGuard, SparesWhatIsNoLongerWatched) {
    const Connection connection;
    FloodGuard guard;
    guard.add(connection.ours());
    guard.remove(connection.ours());
    guard.begin();
    be_busy(first_look);
    connection.receive(FloodGuard::least_flood * 2);
    be_busy(long_enough);
    EXPECT_FALSE(guard.end());
    EXPECT_TRUE(connection.open());
}

} // namespace
} // namespace khabar::net
