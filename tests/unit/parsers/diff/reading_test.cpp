#include "parsers/diff/reading.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::diff {
namespace {

const std::string body = "# Ferry returns\n\nThe ferry was back on Monday after a week in the yard.\n\n"
                         "Passengers waited on both banks.\n";

TEST(Reading, WhiteSpaceInvisiblesAndDressAreNoChange) {
    EXPECT_TRUE(same_reading("a “b” c", "a  \"b\"\n\nc\u200b"));
    EXPECT_FALSE(same_reading("a b", "a c"));
    EXPECT_FALSE(same_reading("a b", "a b c"));
    EXPECT_FALSE(same_reading("Reform", "reform"));
}

TEST(Reading, AnExchangedBoxOfHeadlinesIsFurniture) {
    EXPECT_TRUE(only_furniture_differs(body + "\nMarket opens in the old town\n\nRain until Thursday",
                                       body + "\nMayor visits the northern school\n\nBread prices up again"));
    EXPECT_TRUE(
        only_furniture_differs(body, body + "\n- Market opens in the old town\n- Rain until Thursday"));
    EXPECT_TRUE(only_furniture_differs(body + "\nاقرأ أيضا أسعار الخبز ترتفع", body));
}

TEST(Reading, TheArticlesOwnLinesAreNone) {
    EXPECT_FALSE(only_furniture_differs(body, body + "\nA second ferry follows in May.")) << "a sentence";
    EXPECT_FALSE(only_furniture_differs(body, "# Ferry sinks" + body.substr(body.find("\n\n"))));
    EXPECT_FALSE(only_furniture_differs(body + "\n## What is next", body)) << "a heading";
    EXPECT_FALSE(only_furniture_differs(body, body)) << "nothing differs";
}

TEST(Reading, AnEditOfAShortLineIsAChange) {
    EXPECT_FALSE(only_furniture_differs(body + "\nHarbour United 2 – 1 River Town",
                                        body + "\nHarbour United 3 – 1 River Town"));
}

TEST(Reading, AListWithinTheTextIsTheArticles) {
    const std::string end = "\nThe list was read out in the council on Monday evening.";
    EXPECT_FALSE(only_furniture_differs(body + "\n- first pier\n- old lock" + end,
                                        body + "\n- first pier\n- north quay" + end));
}

TEST(Reading, ALongLineIsProseWithoutAFullStopToo) {
    std::string line;
    for (std::size_t i = 0; i < prose_words; ++i)
        line.append(i == 0 ? "" : " ").append("word");
    EXPECT_FALSE(only_furniture_differs(body, body + "\n" + line));
}

TEST(Reading, ABeginningIsRecognisedAlsoWhereTheCutWentThroughAWord) {
    const std::string whole = "The ferry was back on Monday after a week in the yard. Passengers waited.";
    EXPECT_TRUE(is_beginning("The ferry was back on Mon", whole));
    EXPECT_TRUE(is_beginning("The ferry was back …", whole));
    EXPECT_FALSE(is_beginning("The ferry sank on Monday", whole));
    EXPECT_FALSE(is_beginning("", whole));
    EXPECT_FALSE(is_beginning(whole + " More.", "The ferry"));
}

} // namespace
} // namespace khabar::diff
