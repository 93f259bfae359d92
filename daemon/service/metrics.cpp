#include "daemon/service/metrics.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>

namespace khabar::service {

namespace {

class Page {
  public:
    void counter(std::string_view name, std::string_view help, std::uint64_t value) {
        head(name, help, "counter");
        sample(name, {}, value);
    }
    void gauge(std::string_view name, std::string_view help, std::uint64_t value) {
        head(name, help, "gauge");
        sample(name, {}, value);
    }
    void failures(std::string_view name, std::string_view help, const pipeline::FailureCounts& counts) {
        head(name, help, "counter");
        for (const auto& [code, count] : counts)
            sample(name, fmt::format("{{class=\"{}\"}}", khabar::name(code)), count);
    }
    [[nodiscard]] std::string take() && { return std::move(text_); }

  private:
    void head(std::string_view name, std::string_view help, std::string_view type) {
        text_ += fmt::format("# HELP khabar_{0} {1}\n# TYPE khabar_{0} {2}\n", name, help, type);
    }
    void sample(std::string_view name, std::string_view labels, std::uint64_t value) {
        text_ += fmt::format("khabar_{}{} {}\n", name, labels, value);
    }

    std::string text_;
};

std::uint64_t count(std::chrono::seconds time) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, time.count()));
}

} // namespace

std::string prometheus_text(const Snapshot& snapshot) {
    const pipeline::Counters& counted = snapshot.counters;
    Page page;
    page.gauge("sources", "Sources that are polled.", snapshot.sources);
    page.counter("polls_total", "Polls that ended.", counted.polls);
    page.failures("poll_failures_total", "Polls that failed, by class of error.", counted.poll_failures);
    page.counter("links_new_total", "Links that polls found and nobody knew.", counted.links_new);
    page.counter("links_known_total", "Links that polls found again.", counted.links_known);
    page.counter("articles_stored_total", "Articles stored.", counted.pages_stored);
    page.counter("articles_updated_total", "Stored articles that had changed.", counted.pages_updated);
    page.counter("articles_copies_total", "Of those stored, copies of a known story.", counted.pages_copies);
    page.failures("page_failures_total", "Fetches of pages that failed, by class of error.",
                  counted.page_failures);
    page.gauge("in_flight", "Polls and pages in work.", snapshot.in_flight);
    page.gauge("cpu_jobs_waiting", "Documents that wait for a worker or are worked on.",
               snapshot.cpu_waiting);
    page.counter("cpu_jobs_total", "Documents that workers have done.", snapshot.cpu_finished);
    page.counter("commits_total", "Transactions of the database writer.", snapshot.writer.groups);
    page.counter("writes_total", "Writes that ended.", snapshot.writer.tasks);
    page.counter("write_failures_total", "Writes that failed.", snapshot.writer.failed);
    page.gauge("write_queue", "Writes that wait.", snapshot.writer.queued);
    page.gauge("write_queue_bytes", "What they hold, about.", snapshot.writer.queued_bytes);
    page.gauge("database_bytes", "The database file and its log.", snapshot.database_bytes);
    page.gauge("resident_bytes", "Memory of the process.", snapshot.resident_bytes);
    page.gauge("progress_age_seconds", "Since loop, workers and writer were last seen to work.",
               count(snapshot.since_progress));
    page.counter("uptime_seconds", "Since the start.", count(snapshot.uptime));
    return std::move(page).take();
}

std::uint64_t resident_bytes() {
    std::ifstream file("/proc/self/statm");
    std::uint64_t pages = 0, resident = 0;
    file >> pages >> resident;
    return file ? resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)) : 0;
}

} // namespace khabar::service
