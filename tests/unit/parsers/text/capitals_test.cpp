#include "parsers/text/capitals.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace khabar::text {
namespace {

TEST(Capitals, OfEveryScriptThatHasThem) {
    for (const char32_t c : std::u32string_view(U"AZÀÞĀŁŹŸȘȚƏƠƯẤỆḤΆΈΉΏΑΩἈЀАЯҐҚӘԱՖႠǅ"))
        EXPECT_TRUE(is_capital(c)) << static_cast<unsigned>(c);
    for (const char32_t c : std::u32string_view(U"azàßāłźÿșțəơưấệḥάέήώαωἀѐаяґқәաֆაأש中한 1-×ƻʻ"))
        EXPECT_FALSE(is_capital(c)) << static_cast<unsigned>(c);
}

TEST(Capitals, BeginNamesInFourScripts) {
    for (const char32_t c : std::u32string_view(U"aÉșΈαҚяԱֆấỆἀ"))
        EXPECT_TRUE(names_have_capitals(c)) << static_cast<unsigned>(c);
    for (const char32_t c : {U'א', U'ا', U'क', U'ก', U'ა', U'中', U'한'})
        EXPECT_FALSE(names_have_capitals(c)) << static_cast<unsigned>(c);
}

} // namespace
} // namespace khabar::text
