// Pages a second from a loopback nginx, by khabar's fetcher and by `curl --parallel`, the same pages, 32 at
// once. `cpu_ms` is what the client itself computes for the 2,000 pages: what to compare where others compute
// too.
#include "daemon/net/fetcher.hpp"
#include "tests/support/nginx/nginx.hpp"

#include <benchmark/benchmark.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>

namespace khabar {
namespace {

constexpr std::size_t pages = 2000;
constexpr std::size_t at_once = 32;
constexpr std::size_t page_bytes = 50'000; // a news page, compressed

class Site {
  public:
    Site() { nginx.file("page.html", std::string(page_bytes, 'k')); }
    [[nodiscard]] std::string page(bool tls, std::size_t i) const {
        const std::string target = "/page.html?" + std::to_string(i);
        return tls ? nginx.https(target) : nginx.http(target);
    }
    test::Nginx nginx;
};

Site& site() {
    static Site one;
    return one;
}

struct Crowd {
    net::Fetcher& fetcher;
    bool tls;
    std::size_t next = 0;
    std::size_t bytes = 0;
    std::size_t failed = 0;
};

boost::asio::awaitable<void> visitor(Crowd* crowd) {
    while (crowd->next < pages) {
        auto url = url::Url::parse(site().page(crowd->tls, crowd->next++));
        net::Request request{.url = std::move(*url)};
        const auto response = co_await crowd->fetcher.fetch(std::move(request));
        if (response)
            crowd->bytes += response->body.size();
        else
            ++crowd->failed;
    }
}

double cpu_ms(int whose) {
    rusage usage{};
    getrusage(whose, &usage);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

void count_cpu(benchmark::State& state, double ms) {
    state.counters["cpu_ms"] = benchmark::Counter(ms, benchmark::Counter::kAvgIterations);
}

void by_fetcher(benchmark::State& state, bool tls) {
    site();
    std::size_t bytes = 0;
    const double before = cpu_ms(RUSAGE_SELF);
    for (auto round : state) {
        boost::asio::io_context context(1);
        settings::Fetch settings;
        settings.allow_private = true;
        net::Fetcher fetcher(context.get_executor(), settings);
        fetcher.trust_only(site().nginx.ca_file());
        Crowd crowd{fetcher, tls};
        for (std::size_t i = 0; i < at_once; ++i)
            boost::asio::co_spawn(context, visitor(&crowd), boost::asio::detached);
        context.run();
        if (crowd.failed != 0) state.SkipWithError("a fetch failed");
        bytes += crowd.bytes;
    }
    count_cpu(state, cpu_ms(RUSAGE_SELF) - before);
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * pages));
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void by_curl(benchmark::State& state, bool tls) {
    const std::string config = site().nginx.ca_file().parent_path() / "curl.conf";
    std::ofstream out(config);
    for (std::size_t i = 0; i < pages; ++i)
        out << "url = \"" << site().page(tls, i) << "\"\noutput = /dev/null\n";
    out.close();
    const std::string command = "curl -s --no-progress-meter --parallel --parallel-max " +
                                std::to_string(at_once) + " --cacert " + site().nginx.ca_file().string() +
                                " --config " + config;
    const double before = cpu_ms(RUSAGE_CHILDREN); // nginx is not waited for, so not counted
    for (auto round : state)
        if (std::system(command.c_str()) != 0) state.SkipWithError("curl failed");
    count_cpu(state, cpu_ms(RUSAGE_CHILDREN) - before);
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * pages));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * pages * page_bytes));
}

BENCHMARK_CAPTURE(by_fetcher, http1, false)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(by_curl, http1, false)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(by_fetcher, http2_tls, true)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(by_curl, http2_tls, true)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace
} // namespace khabar
