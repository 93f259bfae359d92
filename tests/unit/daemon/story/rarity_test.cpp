#include "daemon/story/rarity.hpp"

#include <gtest/gtest.h>

namespace khabar::story {
namespace {

const std::vector<fingerprint::Hash> sketch = {1, 2, 3, 4, 5, 6};

Candidate candidate(std::vector<std::uint32_t> elsewhere) {
    Candidate out;
    out.elsewhere = std::move(elsewhere);
    return out;
}

fingerprint::Fingerprint with(std::vector<fingerprint::Hash> shingles) {
    fingerprint::Fingerprint print;
    print.shingles = std::move(shingles);
    return print;
}

TEST(Rarity, is_one_where_nobody_else_says_it) {
    const auto found = rarity(sketch, candidate({0, 0, 0, 0, 0, 0}), with({1, 2, 3, 4, 9}));
    EXPECT_DOUBLE_EQ(found.common, 1);
    EXPECT_DOUBLE_EQ(found.rest, 1);
}

TEST(Rarity, falls_with_the_stories_that_have_the_common_words) {
    const auto found = rarity(sketch, candidate({3, 3, 3, 3, 0, 1}), with({1, 2, 3, 4, 9}));
    EXPECT_DOUBLE_EQ(found.common, 0.25);
    EXPECT_DOUBLE_EQ(found.rest, 0.75);
}

TEST(Rarity, of_a_handful_is_not_guessed) {
    const auto found = rarity(sketch, candidate({9, 9, 9, 9, 9, 9}), with({1, 2, 3}));
    EXPECT_DOUBLE_EQ(found.common, 1);
    EXPECT_DOUBLE_EQ(found.rest, 1);
}

TEST(Rarity, of_a_sample_that_is_all_common) {
    const auto found = rarity(sketch, candidate({1, 1, 1, 1, 1, 1}), with({1, 2, 3, 4, 5, 6}));
    EXPECT_DOUBLE_EQ(found.common, 0.5);
    EXPECT_DOUBLE_EQ(found.rest, 1);
}

} // namespace
} // namespace khabar::story
