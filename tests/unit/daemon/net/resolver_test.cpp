// A resolver that lies or is slow. libcurl asks getaddrinfo(3); this program brings one of its own.

#include "tests/support/fetch_fixture/fetch_fixture.hpp"

#include <dlfcn.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <map>
#include <mutex>

namespace khabar::net {
namespace {

constexpr const char* public_address = "8.8.8.8"; // which is never sent a packet: see connect() below
constexpr const char* own_address = "127.0.0.1";

// What the names of a test mean. Look-ups run on libcurl's threads.
class Names {
  public:
    void mean(const std::string& name, std::vector<std::string> addresses) {
        const std::scoped_lock lock(mutex_);
        addresses_[name] = std::move(addresses);
    }
    void hold(const std::string& name) {
        const std::scoped_lock lock(mutex_);
        held_ = name;
    }
    void let_go() {
        const std::scoped_lock lock(mutex_);
        held_.clear();
        changed_.notify_all();
    }
    // A look-up that its transfer has left goes on alone: nothing here may end before it has.
    void wait_until_all_are_answered() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return asking_ == 0; });
    }
    void wait_until_asked(const std::string& name) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return asked_[name] > 0; });
    }
    [[nodiscard]] int asked(const std::string& name) {
        const std::scoped_lock lock(mutex_);
        return asked_[name];
    }

    // None: not a name of the test's.
    std::optional<std::vector<std::string>> look_up(const std::string& name) {
        std::unique_lock lock(mutex_);
        ++asked_[name];
        ++asking_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return held_ != name; });
        const auto found = addresses_.find(name);
        std::optional<std::vector<std::string>> answer;
        if (found != addresses_.end()) answer = found->second;
        --asking_;
        changed_.notify_all();
        return answer;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::string, std::vector<std::string>> addresses_;
    std::map<std::string, int> asked_;
    int asking_ = 0;
    std::string held_;
};

Names& names() {
    static Names all;
    return all;
}

using GetAddrInfo = int (*)(const char*, const char*, const addrinfo*, addrinfo**);

int real_look_up(const char* node, const char* service, const addrinfo* hints, addrinfo** out) {
    static const auto real = reinterpret_cast<GetAddrInfo>(dlsym(RTLD_NEXT, "getaddrinfo"));
    return real(node, service, hints, out);
}

// One list of what each address by itself gives. freeaddrinfo() of glibc ends a list link by link.
int listed(const std::vector<std::string>& addresses, const char* service, const addrinfo* hints,
           addrinfo** out) {
    addrinfo each = hints != nullptr ? *hints : addrinfo{};
    each.ai_flags = AI_NUMERICHOST;
    each.ai_family = AF_UNSPEC;
    *out = nullptr;
    addrinfo** end = out;
    for (const std::string& address : addresses) {
        if (const int error = real_look_up(address.c_str(), service, &each, end); error != 0) return error;
        while (*end != nullptr)
            end = &(*end)->ai_next;
    }
    return *out != nullptr ? 0 : EAI_NONAME;
}

} // namespace
} // namespace khabar::net

// Nothing leaves this machine: every address but its own is a network that cannot be reached.
extern "C" int connect(int socket, const sockaddr* address, socklen_t size) {
    static const auto real =
        reinterpret_cast<int (*)(int, const sockaddr*, socklen_t)>(dlsym(RTLD_NEXT, "connect"));
    if (address->sa_family != AF_INET) return real(socket, address, size);
    sockaddr_in in{};
    std::memcpy(&in, address, std::min<std::size_t>(sizeof in, size));
    const bool own = (ntohl(in.sin_addr.s_addr) >> 24U) == 127U;
    if (own) return real(socket, address, size);
    errno = ENETUNREACH;
    return -1;
}

// libcurl's own call finds this one first: the program's symbols stand before a library's.
extern "C" int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** out) {
    using namespace khabar::net;
    const auto known = node != nullptr ? names().look_up(node) : std::nullopt;
    return known ? listed(*known, service, hints, out) : real_look_up(node, service, hints, out);
}

namespace khabar::net {
namespace {

class Resolver : public FetchTest {
  protected:
    Resolver() {
        page("/secret", "secret");
        settings_.allow_private = false;
    }
    ~Resolver() override {
        names().let_go();
        names().wait_until_all_are_answered();
    }

    [[nodiscard]] Request at(const std::string& name) const {
        return request("http://" + name + ":" + std::to_string(server_.port()) + "/secret");
    }
};

TEST_F(Resolver, ANameThatMeansThisMachineIsRefused) {
    names().mean("inside.example", {own_address});
    EXPECT_EQ(error_of(at("inside.example")), Errc::refused_address);
    EXPECT_EQ(names().asked("inside.example"), 1);
    EXPECT_TRUE(server_.requests().empty());
}

TEST_F(Resolver, APrivateAddressBehindAPublicOneIsNotTried) {
    names().mean("both.example", {public_address, own_address, "::1", "10.0.0.1"});
    EXPECT_EQ(error_of(at("both.example")), Errc::connect_failed) << last_detail_;
    EXPECT_TRUE(server_.requests().empty());
}

// Rebinding: the answer that is looked at must be the one that is connected to.
TEST_F(Resolver, PublicAtTheFirstLookAndPrivateAtTheSecond) {
    names().mean("turncoat.example", {public_address});
    EXPECT_EQ(error_of(at("turncoat.example")), Errc::connect_failed);
    names().mean("turncoat.example", {own_address});
    fetcher_.reset(); // which remembers names for a minute
    EXPECT_EQ(error_of(at("turncoat.example")), Errc::refused_address);
    EXPECT_EQ(names().asked("turncoat.example"), 2);
    EXPECT_TRUE(server_.requests().empty());
}

TEST_F(Resolver, ASlowAnswerDelaysNobodyElse) {
    settings_.allow_private = true;
    for (const char* name : {"slow.example", "quick.example"})
        names().mean(name, {own_address});
    names().hold("slow.example");
    std::optional<Result<Response>> slow, quick;
    start(at("slow.example"), slow);
    context_.poll();
    names().wait_until_asked("slow.example");
    for (int i = 0; i < 3; ++i) {
        quick.reset();
        start(at("quick.example"), quick);
        run_until([&] { return quick.has_value(); });
        ASSERT_TRUE(quick && *quick);
        EXPECT_EQ((*quick)->body, "secret");
    }
    EXPECT_FALSE(slow);
    names().let_go();
    run_until([&] { return slow.has_value(); });
    ASSERT_TRUE(slow && *slow);
    EXPECT_EQ((*slow)->body, "secret");
}

TEST_F(Resolver, ALookUpThatNeverEndsEndsByOurClockAndHoldsNobodyWhoLeaves) {
    names().mean("never.example", {own_address});
    names().hold("never.example");
    Request asked = at("never.example");
    asked.bounds.connect_timeout = std::chrono::milliseconds(200);
    EXPECT_EQ(error_of(std::move(asked)), Errc::timed_out);
    std::optional<Result<Response>> out;
    start(at("never.example"), out);
    context_.restart();
    context_.poll();
    fetcher_.reset(); // returns although the look-up is still held: else this test would not end
    names().let_go();
}

} // namespace
} // namespace khabar::net
