#pragma once
// Tables of texts and the dates they are, read against a Wednesday noon.

#include "parsers/date/parse.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::date {

struct Case {
    std::string_view text;
    std::string_view date; // in UTC, as far as it is said; empty where it is no date
};

inline void expect_read(const Case& expected) {
    using namespace std::chrono_literals;
    constexpr std::chrono::sys_seconds now = std::chrono::sys_days{2025y / 10 / 15} + 12h;
    auto found = parse(expected.text, {.now = now, .offset = 0min, .ahead = std::chrono::days{366}});
    if (expected.date.empty()) {
        EXPECT_FALSE(found) << expected.text << " is read as " << to_iso8601(*found);
        return;
    }
    ASSERT_TRUE(found) << expected.text;
    if (found->offset && found->precision >= Precision::hour) {
        found->local -= *found->offset;
        found->offset = 0min;
    }
    const std::string date = to_iso8601(*found);
    EXPECT_TRUE(date.starts_with(expected.date)) << expected.text << " is read as " << date;
}

} // namespace khabar::date
