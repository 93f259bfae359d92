#include "daemon/service/metrics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace khabar::service {
namespace {

using testing::HasSubstr;

TEST(Metrics, SayWhatWasCounted) {
    Snapshot snapshot;
    snapshot.sources = 7;
    snapshot.counters.polls = 12;
    snapshot.counters.poll_failures[Errc::timed_out] = 2;
    snapshot.counters.page_failures[Errc::not_found] = 3;
    snapshot.since_progress = std::chrono::seconds(4);
    const std::string text = prometheus_text(snapshot);
    EXPECT_THAT(text, HasSubstr("# TYPE khabar_polls_total counter\nkhabar_polls_total 12\n"));
    EXPECT_THAT(text, HasSubstr("# TYPE khabar_sources gauge\nkhabar_sources 7\n"));
    EXPECT_THAT(text, HasSubstr("khabar_poll_failures_total{class=\"timed_out\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("khabar_page_failures_total{class=\"not_found\"} 3\n"));
    EXPECT_THAT(text, HasSubstr("khabar_progress_age_seconds 4\n"));
}

// The format's own rules: one TYPE a name, before its samples, and a line end at the end.
TEST(Metrics, AreWellFormed) {
    Snapshot snapshot;
    snapshot.counters.poll_failures[Errc::gone] = 1;
    std::istringstream lines(prometheus_text(snapshot));
    std::set<std::string> typed;
    for (std::string line; std::getline(lines, line);) {
        ASSERT_FALSE(line.empty());
        std::istringstream words(line);
        std::string first, second, name;
        words >> first >> second >> name;
        if (first == "#") {
            if (second == "TYPE") {
                EXPECT_TRUE(typed.insert(name).second) << name;
            }
            continue;
        }
        EXPECT_TRUE(typed.contains(first.substr(0, first.find('{')))) << line;
        EXPECT_EQ(second.find_first_not_of("0123456789"), std::string::npos) << line;
    }
    EXPECT_GE(typed.size(), 20U);
}

TEST(Metrics, KnowTheProcessesMemory) {
    EXPECT_GT(resident_bytes(), 1U << 20);
}

} // namespace
} // namespace khabar::service
