// What stands around an article, by the names of its elements: each page is one kind of it beside two
// paragraphs.
#include "tests/unit/parsers/article/body/harbour_story.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

using test::both;
using test::first;
using test::heading;
using test::paragraph;
using test::second;
using test::story;
using test::text_of;

// Long and many: more than nine tenths of the page's prose.
std::string remarks() {
    std::string made;
    for (int i = 1; i <= 30; ++i) {
        const std::string number = std::to_string(i);
        made += paragraph("Reader " + number + " on May " + number + ", 2012 at 11:06 am") +
                paragraph("I doubt remark number " + number +
                          " of this plan, which was tried before, cost a great deal, and failed.");
    }
    return made;
}

TEST(Clutter, CommentsBelowAStoryAreCommentsHoweverMany) {
    EXPECT_EQ(
        text_of("<div class=post>" + heading + story + "<div id=comments>" + remarks() + "</div></div>"),
        both);
}

TEST(Clutter, AnElementNamedCommentsThatHoldsTheStoryIsNoComment) {
    EXPECT_EQ(text_of("<div id=comments>" + heading + story + "</div>"), both);
}

TEST(Clutter, AHeadingOfCommentsHeadsWhatFollowsBesideIt) {
    EXPECT_EQ(
        text_of("<div>" + heading + story + "<h2 id=comments>Remarks of readers</h2>" + remarks() + "</div>"),
        both);
    EXPECT_EQ(text_of("<div>" + heading + story + "<h3>Comments</h3>" + remarks() + "</div>"), both);
}

TEST(Clutter, WhatAnEntryIsFiledUnderIsNotWhatItIs) {
    EXPECT_EQ(text_of(heading + "<div class='entry-category-social_media entry-tag-newsletter'>" + story +
                      "</div>"),
              both);
}

TEST(Clutter, AnIdMadeOfItsHeadingsWordsNamesNothing) {
    for (const std::string chapter : {"<h2 id=what-is-social-media>What is it?</h2>",
                                      "<h2><span id=How_to_subscribe_to_it>What is it?</span></h2>"})
        EXPECT_EQ(
            text_of("<article>" + heading + paragraph(first) + chapter + paragraph(second) + "</article>"),
            std::string(first) + "\n\nWhat is it?\n\n" + std::string(second));
}

TEST(Clutter, NumberedNamesAreNames) {
    const std::string_view about = "This site was made by two friends of the harbour, who write about it at "
                                   "night, and sell mugs with its picture by day.";
    for (const std::string name : {"sidebar2", "newsletter1", "author-box-3"})
        EXPECT_EQ(text_of("<div>" + heading + story + "<div class='" + name + "'>" + paragraph(about) +
                          "</div></div>"),
                  both)
            << name;
}

TEST(Clutter, BiographiesAndCallsByTheirNames) {
    const std::string_view about = "Jane writes about harbours, ships and the people who live from them, and "
                                   "has done so for eleven years.";
    for (const std::string name : {"extended-bio", "profile", "ProfileDescription", "story-cta", "secondary"})
        EXPECT_EQ(text_of("<div><div class='" + name + "'>" + paragraph(about) + "</div>" + heading + story +
                          "</div>"),
                  both)
            << name;
}

TEST(Clutter, ABriefBesideARailNamedAfterItsPlace) {
    const std::string rail = paragraph("About this section: along with stories of our own it has such as we "
                                       "found elsewhere, chosen by our editors, day by day, since 2007.") +
                             paragraph("We also ask people of whom we think highly to write for it, and now "
                                       "and then they do, for which we thank them here, in so many words.");
    EXPECT_EQ(text_of("<div><div class=post>" + heading + story + "</div><div id=primary-sidebar>" + rail +
                      rail + "</div></div>"),
              both);
}

TEST(Clutter, NoCaptionIsAsLongAsAStory) {
    std::string long_text;
    for (int i = 0; i < 12; ++i)
        long_text += std::string(second) + " ";
    const std::string text = text_of("<div>" + heading + "<div class=image-with-caption><img src=/a.jpg>" +
                                     paragraph(long_text) + "</div>" + paragraph(first) + "</div>");
    EXPECT_NE(text.find("said the mayor"), text.npos);
}

const std::string picture_names[] = {"The harbour seen from the old tower, in the morning light",
                                     "Fishermen mend their nets on the quay before they leave",
                                     "A child feeds the gulls beside the lighthouse of the town"};

std::string picture(const std::string& caption) {
    return "<figure><img src=/p.jpg><figcaption>" + caption + "</figcaption></figure>";
}

TEST(Clutter, CaptionsAreTheTextOfAPictureStory) {
    std::string page = heading + "<div class=entry-content>" + paragraph(first);
    for (const auto& name : picture_names)
        page += picture(name);
    const std::string text = text_of(page + "</div>");
    for (const auto& name : picture_names)
        EXPECT_NE(text.find(name), text.npos) << name;
}

TEST(Clutter, CaptionsAmongMoreParagraphsOrInAGalleryAreNoText) {
    std::string among = heading + "<div class=entry-content>",
                beside = among + paragraph(first) + "<div class=slides>";
    for (const auto& name : picture_names) {
        among += picture(name) + story;
        beside += picture(name);
    }
    for (const auto& name : picture_names) {
        EXPECT_EQ(text_of(among + "</div>").find(name), std::string::npos) << name;
        EXPECT_EQ(text_of(beside + "</div></div>").find(name), std::string::npos) << name;
    }
}

} // namespace
} // namespace khabar::article
