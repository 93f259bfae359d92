#include "daemon/cli/operate/daemon_answer.hpp"

#include "daemon/store/orders.hpp"

#include <thread>

namespace khabar::cli {

namespace {

constexpr std::chrono::milliseconds ask_every{20};

} // namespace

std::optional<std::string> wait_for_answer(const store::Database& database, std::int64_t order,
                                           std::chrono::steady_clock::time_point until) {
    while (true) {
        if (auto answer = store::find_answer(database, order)) return answer;
        if (std::chrono::steady_clock::now() >= until) return std::nullopt;
        std::this_thread::sleep_for(ask_every);
    }
}

} // namespace khabar::cli
