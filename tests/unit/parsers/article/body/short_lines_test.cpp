// Articles of one paragraph and short lines: a list, results, a letter, a programme. No line of theirs may be
// lost because the paragraph outweighs what holds them all.
#include "tests/unit/parsers/article/body/harbour_story.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

using test::first;
using test::heading;
using test::text_of;

struct Lines {
    const char* name;
    std::string html; // with <p> for every paragraph
    std::string text;
};

const Lines contents[] = {
    {"recipe",
     "<h2>What you need</h2><ul><li>two cups of flour</li><li>salt</li></ul><h2>How it is "
     "done</h2><ol><li>Mix "
     "the two.</li><li>Wait an hour.</li></ol>",
     "What you need\n\ntwo cups of flour\n\nsalt\n\nHow it is done\n\nMix the two.\n\nWait an hour."},
    {"results", "<p>The results:</p><p>North 2 - South 1</p><p>East 0 - West 0</p>",
     "The results:\n\nNorth 2 - South 1\n\nEast 0 - West 0"},
    {"programme",
     "<p>البرنامج:</p><p>10:00 صباحا: الافتتاح</p><p>11:30: الجلسة الأولى</p><p>3:00: الختام</p>",
     "البرنامج:\n\n10:00 صباحا: الافتتاح\n\n11:30: الجلسة الأولى\n\n3:00: الختام"},
    {"questions",
     "<p>How did it begin?</p><p>By chance.</p><p>And where does it end?</p><p>Nobody knows.</p>",
     "How did it begin?\n\nBy chance.\n\nAnd where does it end?\n\nNobody knows."},
    {"tips", "<h3>1. Drink</h3><p>Water is good.</p><h3>2. Sleep</h3><p>So is rest.</p>",
     "1. Drink\n\nWater is good.\n\n2. Sleep\n\nSo is rest."},
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string with_boxes(const std::string& html) {
    return replaced(replaced(html, "<p>", "<div class=z9>"), "</p>", "</div>");
}

const std::string rail =
    "<aside><h3>Most read</h3><ul><li><a href=/1>What the harbour was before it was one</a></li>"
    "<li><a href=/2>Where the boats of the town go in winter</a></li></ul></aside>";

TEST(ShortLines, StayInAnUnnamedElement) {
    for (const auto& [name, html, text] : contents)
        EXPECT_EQ(text_of("<main><article>" + heading + "<div class=q1><p>" + std::string(first) + "</p>" +
                          html + "</div></article></main>" + rail),
                  std::string(first) + "\n\n" + text)
            << name;
}

TEST(ShortLines, StayBesideBylineAndShareRow) {
    for (const auto& [name, html, text] : contents)
        EXPECT_EQ(text_of("<main><article><header>" + heading +
                          "<div class=m1>By Ada Beispiel</div><div class=m2>12 May 2024</div></header><div "
                          "class=s1><a href=/f>Facebook</a> <a href=/x>Mail</a></div><p>" +
                          std::string(first) + "</p>" + html +
                          "<div class=t1><a href=/tag/h>Harbour</a></div></article></main>" + rail),
                  std::string(first) + "\n\n" + text)
            << name;
}

TEST(ShortLines, StayInBoxesOfTheirOwn) {
    for (const auto& [name, html, text] : contents)
        EXPECT_EQ(text_of("<main><article>" + heading + "<div class=q1><div class=z9>" + std::string(first) +
                          "</div>" + with_boxes(html) + "</div></article></main>" + rail),
                  std::string(first) + "\n\n" + text)
            << name;
}

// Found by a fuzzer, and read out of bounds: the body is an unknown element in a heading, and its own words
// stand in the heading.
TEST(ShortLines, InAnInlineElementOfAHeadingAreRead) {
    EXPECT_EQ(text_of("<h>n<p>F<h2>n<p>7<h2><x-box><tr><td>\n p>?<p>?D.<p>?<P>..<p"), "p>?\n\n?D.");
}

// Links beside a paragraph are no part of it.
TEST(ShortLines, OfOthersStayOut) {
    const std::string paragraph = "<p>" + std::string(first) + "</p>";
    EXPECT_EQ(
        text_of("<main>" + heading + "<div class=q1>" + paragraph +
                "<p><a href=/1>What the harbour was before it was one</a></p><p><a href=/2>Where the boats "
                "of the town go in winter</a></p></div></main>"),
        first);
}

} // namespace
} // namespace khabar::article
