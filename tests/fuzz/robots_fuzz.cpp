// robots.txt. First line: the agent; second: the path asked for; the rest: the file.

#include "parsers/robots/robots.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto rest = fuzz::as_text(data, size);
    const auto agent = fuzz::take_line(rest);
    const auto path = fuzz::take_line(rest);
    const auto robots = robots::parse(rest, agent);
    fuzz::expect(robots.rules.size() <= robots::max_rules);
    fuzz::expect(!robots.crawl_delay ||
                 (robots.crawl_delay->count() >= 0 && *robots.crawl_delay <= robots::max_crawl_delay));
    const auto verdict = robots.verdict(path);
    fuzz::expect(verdict.allowed || verdict.line != 0 || !robots.rules.empty());
    return 0;
}
