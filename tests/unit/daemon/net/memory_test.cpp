// What servers can make a fetcher hold. A program of its own, so that nothing else is counted.
#include "tests/support/fetch_fixture/fetch_fixture.hpp"

#include <algorithm>
#include <fstream>

namespace khabar::net {
namespace {

using test::HttpReply;
using test::HttpRequest;
using test::RawStep;

constexpr std::size_t at_once = 32; // fetch.concurrency
constexpr std::size_t most = std::size_t{1} << 20;

// Resident memory at its highest since forget_peak(), from proc(5).
std::size_t peak_bytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6)) * 1024;
    return 0;
}
bool forget_peak() {
    std::ofstream file("/proc/self/clear_refs");
    file << "5";
    file.flush();
    return file.good();
}

class Memory : public FetchTest {
  protected:
    // How much more than before is held at once by a crowd that all ask for this.
    std::size_t held_for(const std::string& target) {
        static_cast<void>(error_of(target)); // what is made once: curl, threads, arenas
        if (!forget_peak()) return 0;
        const std::size_t before = peak_bytes();
        std::vector<std::optional<Result<Response>>> results(at_once);
        for (auto& result : results) {
            Request asked = to(target);
            asked.bounds.max_bytes = most;
            start(std::move(asked), result);
        }
        run_until([&] { return std::ranges::all_of(results, [](const auto& r) { return r.has_value(); }); });
        for (const auto& result : results)
            EXPECT_EQ((*result).has_value() ? Errc::not_known : result->error().code, Errc::too_large);
        return peak_bytes() - before;
    }
};

// A body, the buffer it outgrew, and what the server's and the kernel's side of the test take.
constexpr std::size_t bound = at_once * (2 * most + (std::size_t{256} << 10));

TEST_F(Memory, IsBoundedWhileServersStreamWithoutEnd) {
    const std::string block(std::size_t{64} << 10, 'x');
    raw("/endless", std::vector<RawStep>{
                        {.kind = RawStep::Kind::send, .bytes = "HTTP/1.1 200 OK\r\n\r\n"},
                        {.kind = RawStep::Kind::repeat, .bytes = block},
                    });
    const std::size_t held = held_for("/endless");
    RecordProperty("held_bytes", std::to_string(held));
    EXPECT_LT(held, bound);
}

TEST_F(Memory, IsBoundedUnderBombs) {
    const std::string bomb = test::gzip(std::string(std::size_t{64} << 20, '\0'));
    server_.route("/bomb", [bomb](const HttpRequest&) {
        return HttpReply{.headers = {{"Content-Encoding", "gzip"}}, .body = bomb};
    });
    const std::size_t held = held_for("/bomb");
    RecordProperty("held_bytes", std::to_string(held));
    EXPECT_LT(held, bound);
}

} // namespace
} // namespace khabar::net
