#include "daemon/service/watchdog.hpp"

#include "daemon/log/log.hpp"
#include "daemon/service/notify.hpp"
#include "daemon/store/remedy.hpp"
#include "daemon/store/schema.hpp"

#include <boost/asio/use_awaitable.hpp>

namespace khabar::service {

namespace {

constexpr std::chrono::seconds without_systemd{10};

} // namespace

Watchdog::Watchdog(const boost::asio::any_io_executor& loop, pipeline::Archive& archive,
                   pipeline::CpuPool& pool)
    : timer_(loop),
      archive_(archive),
      pool_(pool) {}

boost::asio::awaitable<void> Watchdog::run() {
    const auto interval = notify::watchdog_interval().value_or(without_systemd);
    auto job = [] { return true; };
    // A commit that changes nothing touches no disk, and would not notice a full one.
    auto task = [](store::Database& database, story::StoryIndex&) {
        store::write_a_page(database);
        return true;
    };
    while (true) {
        std::string trouble; // what the last proof found holds until this one has ended
        try {
            co_await pool_.run(job);
            co_await archive_.write(task);
        } catch (const store::StoreError& error) {
            // A full disk is not cured by a restart: we are alive, and say what is wrong.
            log::error("database does not take writes",
                       {{"error", error.what()}, {"remedy", store::remedy(error)}});
            trouble = error.what();
        }
        trouble_ = std::move(trouble);
        last_ = std::chrono::steady_clock::now();
        notify::watchdog();
        timer_.expires_after(interval);
        co_await timer_.async_wait(boost::asio::use_awaitable);
    }
}

std::chrono::seconds Watchdog::since_progress() const {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - last_);
}

} // namespace khabar::service
