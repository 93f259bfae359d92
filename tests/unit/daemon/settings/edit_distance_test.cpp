#include "daemon/settings/edit_distance.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace khabar::settings {
namespace {

TEST(EditDistance, CountsInsertionsDeletionsSubstitutionsAndSwaps) {
    EXPECT_EQ(edit_distance("", ""), 0u);
    EXPECT_EQ(edit_distance("", "abc"), 3u);
    EXPECT_EQ(edit_distance("abc", ""), 3u);
    EXPECT_EQ(edit_distance("delay", "delay"), 0u);
    EXPECT_EQ(edit_distance("dlay", "delay"), 1u);
    EXPECT_EQ(edit_distance("dellay", "delay"), 1u);
    EXPECT_EQ(edit_distance("delai", "delay"), 1u);
    EXPECT_EQ(edit_distance("deayl", "delay"), 2u);
    EXPECT_EQ(edit_distance("dealy", "delay"), 1u);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
    EXPECT_EQ(edit_distance("ca", "abc"), 3u); // restricted: 2 in the unrestricted distance
}

constexpr std::array<std::string_view, 4> words{"interval", "delay", "url", "user_agent"};

TEST(Nearest, FindsTheLikeliestWord) {
    EXPECT_EQ(nearest("intervall", words), "interval");
    EXPECT_EQ(nearest("user-agent", words), "user_agent");
    EXPECT_EQ(nearest("ulr", words), "url");
}

TEST(Nearest, StaysSilentWhereNothingIsNear) {
    EXPECT_FALSE(nearest("colour", words));
    EXPECT_FALSE(nearest("", words));
    EXPECT_FALSE(nearest("interval", {}));
}

TEST(Nearest, LooksAtWordsOfUpTo64Bytes) {
    const std::string long_word(64, 'a');
    const std::string longer_word(65, 'a');
    const std::array<std::string_view, 1> long_words{long_word};
    EXPECT_EQ(nearest(long_word, long_words), long_word);
    EXPECT_FALSE(nearest(longer_word, long_words));
}

} // namespace
} // namespace khabar::settings
