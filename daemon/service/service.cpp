#include "daemon/service/service.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/crawler.hpp"
#include "daemon/pipeline/loop/in_background.hpp"
#include "daemon/pipeline/retention.hpp"
#include "daemon/service/control.hpp"
#include "daemon/service/health.hpp"
#include "daemon/service/metrics.hpp"
#include "daemon/service/notify.hpp"
#include "daemon/service/status_server.hpp"
#include "daemon/service/watchdog.hpp"
#include "daemon/store/daemon_lock.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <malloc.h>

#include <csignal>
#include <optional>

namespace khabar::service {

namespace {

using boost::asio::awaitable;
using boost::asio::use_awaitable;

constexpr std::chrono::seconds status_every{5};
constexpr std::chrono::seconds drain_timeout{20}; // below the unit's TimeoutStopSec

std::shared_ptr<const settings::Settings> shared(settings::Settings settings) {
    return std::make_shared<const settings::Settings>(std::move(settings));
}

// Reading the configuration and the database's plan of it holds for a moment several times what stays.
void give_back_memory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

// Each thread that allocates keeps what it freed last, by default up to twice the largest block that it ever
// freed: what a reload read into a worker's share would stay there. Pages come and go below these sizes.
void keep_little_memory() {
#ifdef __GLIBC__
    constexpr int kept_a_thread = 1 << 20, from_the_system = 4 << 20;
    mallopt(M_TRIM_THRESHOLD, kept_a_thread);
    mallopt(M_MMAP_THRESHOLD, from_the_system);
#endif
}

std::uint64_t size_with_log(const std::filesystem::path& database) {
    std::uint64_t bytes = 0;
    for (const char* suffix : {"", "-wal"}) {
        std::error_code error;
        const auto size = std::filesystem::file_size(database.string() + suffix, error);
        if (!error) bytes += size;
    }
    return bytes;
}

class Service {
  public:
    explicit Service(settings::Settings settings)
        : lock_(settings.store.database),
          archive_(settings.store.database, pipeline::story_rules(settings.stories)),
          pool_(settings.workers),
          crawl_(loop_.get_executor(), shared(std::move(settings)), archive_, pool_),
          crawler_(crawl_),
          control_(crawl_, crawler_, [this] { reloaded(); }),
          retention_(crawl_),
          signals_(loop_, SIGTERM, SIGINT, SIGHUP),
          status_timer_(loop_),
          drain_timer_(loop_),
          watchdog_(loop_.get_executor(), archive_, pool_),
          status_pages_(loop_.get_executor(), pages()) {
        archive_.on_damage([this](const store::StoreError& error) { end(error); });
    }

    void run() {
        // A coroutine that waits for another thread is no work in the loop's eyes; without this it would
        // return under it.
        const auto work = boost::asio::make_work_guard(loop_);
        boost::asio::co_spawn(loop_, main(), [this](std::exception_ptr error) {
            failure_ = error;
            loop_.stop();
        });
        loop_.run();
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    awaitable<void> main() {
        // Health is answered while a large database is read; whoever asks for readiness is told no.
        status_pages_.listen(crawl_.settings->status.listen);
        co_await crawler_.restore();
        give_back_memory();
        co_await control_.obey();
        polling_ = true;
        pipeline::in_background(loop_.get_executor(), signal_loop());
        pipeline::in_background(loop_.get_executor(), control_.run());
        pipeline::in_background(loop_.get_executor(), retention_.run());
        pipeline::in_background(loop_.get_executor(), status_loop());
        pipeline::in_background(loop_.get_executor(), watchdog_.run());
        log::info("ready",
                  {{"sources", crawler_.sources()}, {"database", crawl_.settings->store.database.string()}});
        notify::ready();
        co_await crawler_.run();
        if (damage_) throw store::StoreError(*damage_);
        log::info("stopped", {{"stored", crawl_.counters.pages_stored}});
    }

    StatusPages pages() {
        const auto answer = [](Finding finding) {
            return Answer{finding.good ? 200U : 503U, std::move(finding.words)};
        };
        return {.metrics =
                    [this] {
                        return Answer{200, prometheus_text(snapshot())};
                    },
                .health = [this, answer] { return answer(is_healthy(health())); },
                .ready = [this, answer] { return answer(is_ready(health())); }};
    }

    [[nodiscard]] Health health() const {
        return {watchdog_.since_progress(), watchdog_.trouble(), polling_};
    }

    [[nodiscard]] Snapshot snapshot() const {
        Snapshot now;
        now.counters = crawl_.counters;
        now.writer = archive_.counts();
        now.sources = crawler_.sources();
        now.in_flight = crawler_.in_flight();
        now.cpu_waiting = pool_.waiting();
        now.cpu_finished = pool_.finished();
        now.since_progress = watchdog_.since_progress();
        now.uptime =
            std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - started_);
        now.database_bytes = size_with_log(crawl_.settings->store.database);
        now.resident_bytes = resident_bytes();
        return now;
    }

    // Where a new address cannot be had, the old one stays.
    void reloaded() {
        give_back_memory();
        try {
            status_pages_.listen(crawl_.settings->status.listen);
        } catch (const ListenFailed& error) {
            log::error("status pages stay where they were", {{"error", error.what()}});
        }
    }

    awaitable<void> signal_loop() {
        while (true) {
            const int signal = co_await signals_.async_wait(use_awaitable);
            if (signal == SIGHUP)
                control_.reload_wanted();
            else
                stop();
        }
    }

    // A damaged file is not made worse: what runs is ended, and the program ends with the error.
    void end(const store::StoreError& damage) {
        damage_ = damage;
        stop();
        crawler_.abort();
    }

    void stop() {
        if (stopping_) {
            crawler_.abort();
            return;
        }
        stopping_ = true;
        polling_ = false;
        notify::stopping();
        log::info("stopping", {{"in_flight", crawler_.in_flight()}});
        control_.stop();
        retention_.stop();
        crawler_.drain();
        drain_timer_.expires_after(drain_timeout);
        drain_timer_.async_wait([this](boost::system::error_code error) {
            if (!error) crawler_.abort();
        });
    }

    awaitable<void> status_loop() {
        while (!stopping_) {
            const pipeline::Counters& counted = crawl_.counters;
            notify::status(std::to_string(crawler_.sources()) + " sources; " + std::to_string(counted.polls) +
                           " polls (" + std::to_string(counted.polls_failed) + " failed); " +
                           std::to_string(counted.pages_stored) + " stored, " +
                           std::to_string(counted.pages_copies) + " of them copies, " +
                           std::to_string(counted.pages_failed) + " pages failed; " +
                           std::to_string(crawler_.in_flight()) + " in flight");
            status_timer_.expires_after(status_every);
            co_await status_timer_.async_wait(boost::asio::as_tuple(use_awaitable));
        }
    }

    boost::asio::io_context loop_{1};
    store::DaemonLock lock_; // first of what touches the database, last to go
    pipeline::Archive archive_;
    pipeline::CpuPool pool_;
    pipeline::Crawl crawl_;
    pipeline::Crawler crawler_;
    Control control_;
    pipeline::Retention retention_;
    boost::asio::signal_set signals_;
    boost::asio::steady_timer status_timer_, drain_timer_;
    Watchdog watchdog_;
    StatusServer status_pages_;
    const std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::exception_ptr failure_;
    std::optional<store::StoreError> damage_;
    bool polling_ = false;
    bool stopping_ = false;
};

} // namespace

void run(settings::Settings settings) {
    keep_little_memory();
    std::signal(SIGXFSZ, SIG_IGN); // a limit on file sizes fails the write, and not the daemon
    Service(std::move(settings)).run();
}

} // namespace khabar::service
