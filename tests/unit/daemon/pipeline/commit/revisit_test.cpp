#include "daemon/pipeline/commit/revisit.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const store::Time found{std::chrono::seconds(1'760'000'000)};
const Ages ages = {hours(1), hours(6), hours(24)};

TEST(Revisit, goes_from_age_to_age) {
    EXPECT_EQ(next_visit(ages, found, {}, found), found + hours(1));
    EXPECT_EQ(next_visit(ages, found, {}, found + hours(1) + minutes(3)), found + hours(6));
    EXPECT_EQ(next_visit(ages, found, {}, found + hours(6)), found + hours(24));
    EXPECT_EQ(next_visit(ages, found, {}, found + hours(25)), std::nullopt);
    EXPECT_EQ(next_visit({}, found, {}, found), std::nullopt) << "nobody asked for it";
}

TEST(Revisit, an_age_that_is_near_is_this_visit) {
    EXPECT_EQ(next_visit(ages, found, {}, found + hours(1) - minutes(2)), found + hours(6));
}

TEST(Revisit, counts_from_an_earlier_publication) {
    EXPECT_EQ(next_visit(ages, found, found - hours(5), found), found + hours(1)) << "six hours old";
    EXPECT_EQ(next_visit(ages, found, found - hours(48), found), std::nullopt) << "an archive's page";
    EXPECT_EQ(next_visit(ages, found, found + hours(9), found), found + hours(1)) << "a clock that is wrong";
}

TEST(Revisit, a_source_has_ages_of_its_own) {
    settings::Settings settings;
    settings::Source source;
    settings.fetch.revisit = ages;
    EXPECT_EQ(revisit_ages(settings, source), ages);
    source.revisit = Ages();
    EXPECT_TRUE(revisit_ages(settings, source).empty());
}

TEST(Revisit, every_other_look_asks_without_validators) {
    store::Visit visit;
    keep_validators(visit, {"\"a\"", "Thu, 09 Oct 2025 08:53:20 GMT", "https://example.org/a"});
    const auto url = url::Url::parse("https://example.org/a");
    net::Request first{.url = *url}, second{.url = *url};
    add_validators(first, visit);
    EXPECT_EQ(first.etag, "\"a\"");
    EXPECT_EQ(first.validators_from, "https://example.org/a");
    visit.visits = 1;
    add_validators(second, visit);
    EXPECT_TRUE(second.etag.empty());
    EXPECT_TRUE(second.last_modified.empty());
}

} // namespace
} // namespace khabar::pipeline
