// One page from bytes to article, beside a bare gumbo_parse of the same bytes: in turns, in one run, by CPU
// time.
//   cmake --preset bench && ninja -C build/bench extract_bench && build/bench/tests/bin/extract_bench
// `of_gumbo` is (decode + parse + extract) ÷ gumbo_parse and destroy: below 1 the whole article costs less
// than the bare tree.

#include "parsers/article/extract.hpp"
#include "parsers/html/document.hpp"
#include "parsers/text/encoding.hpp"
#include "tests/bench/cpu_clock.hpp"
#include "tests/bench/news_page.hpp"
#include "tests/unit/parsers/article/hostile_pages.hpp"

#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <algorithm>

namespace khabar::bench {
namespace {

void bare_gumbo(const std::string& page) {
    GumboOutput* const tree = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    benchmark::DoNotOptimize(tree->root);
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
}

void page_to_article(benchmark::State& state, const PageShape& shape) {
    const std::string page = news_page(shape);
    double ours = 0, parse = 0, gumbo = 0;
    for (auto round : state) {
        const double from = cpu_seconds();
        const text::Decoded decoded = text::decode(page, "text/html; charset=utf-8");
        const auto document = html::Document::parse(decoded.utf8);
        const double parsed = cpu_seconds();
        const auto article = article::extract(*document);
        const double done = cpu_seconds();
        if (!article) state.SkipWithError("no article");
        ours += done - from;
        parse += parsed - from;
        gumbo += cpu_seconds_of([&] { bare_gumbo(page); });
        state.SetIterationTime(done - from);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * page.size()));
    state.counters["page_bytes"] = static_cast<double>(page.size());
    state.counters["of_gumbo"] = ours / gumbo;
    state.counters["parse_of_gumbo"] = parse / gumbo;
}

BENCHMARK_CAPTURE(page_to_article, english_small, small_page(false))
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(page_to_article, english_medium, medium_page(false))
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(page_to_article, english_large, large_page(false))
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(page_to_article, arabic_small, small_page(true))
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(page_to_article, arabic_medium, medium_page(true))
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(page_to_article, arabic_large, large_page(true))
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);

// What the worst page of tests/unit/parsers/article/hostile_pages.hpp costs from bytes to article or error.
void hostile(benchmark::State& state, const std::string& page) {
    double most = 0;
    for (auto round : state) {
        const double from = cpu_seconds();
        const text::Decoded decoded = text::decode(page, "text/html; charset=utf-8");
        const auto document = html::Document::parse(decoded.utf8);
        if (document) benchmark::DoNotOptimize(article::extract(*document).has_value());
        const double took = cpu_seconds() - from;
        most = std::max(most, took);
        state.SetIterationTime(took);
    }
    state.counters["page_bytes"] = static_cast<double>(page.size());
    state.counters["slowest_ms"] = most * 1e3;
}

const bool registered = [] {
    for (const auto& [name, page] : test::hostile_pages())
        benchmark::RegisterBenchmark((std::string("hostile/") + name).c_str(),
                                     [page = page](benchmark::State& state) { hostile(state, page); })
            ->UseManualTime()
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond);
    return true;
}();

} // namespace
} // namespace khabar::bench
