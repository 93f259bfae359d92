#include "daemon/store/packed_text.hpp"
#include "daemon/store/revisions.hpp"
#include "daemon/store/search.hpp"

#include <gmock/gmock.h>

#include "test_database.hpp"

namespace khabar::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Revisions : public StoreTest {
  protected:
    // A text of several hundred words that no two numbers share.
    static std::string long_text(int number) {
        std::string text;
        for (int i = 0; i < 300; ++i)
            text.append("word")
                .append(std::to_string(number * 1000 + i))
                .append(i % 12 == 11 ? ".\n\n" : " ");
        return text;
    }
    std::int64_t revise(std::int64_t id, const NewArticle& next, std::size_t most = max_revisions) {
        Transaction transaction(database);
        const std::int64_t number = revise_article(database, id, next, most);
        transaction.commit();
        return number;
    }
    std::int64_t packed_bytes(std::int64_t id) {
        Statement row =
            database.prepare("SELECT coalesce(sum(length(body)), 0) FROM revision WHERE article = ?1");
        row.bind_all(id);
        return row.step() ? row.integer(0) : -1;
    }
};

TEST_F(Revisions, AnUnchangedArticleHasOne) {
    const auto id = add(article(1, "Title", "Text."));
    const auto list = list_revisions(database, id);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].number, 1);
    EXPECT_EQ(list[0].seen_at, at(1'700'000'001));
    EXPECT_THAT(list[0].changed, IsEmpty());
    EXPECT_EQ(find_revision(database, id, 1)->text, "Text.");
    EXPECT_FALSE(find_revision(database, id, 2));
    EXPECT_FALSE(find_revision(database, id, 0));
    EXPECT_THAT(list_revisions(database, 99), IsEmpty());
}

TEST_F(Revisions, EveryFieldOfAnEarlierTextComesBack) {
    NewArticle first = article(1, "العنوان الأول", long_text(1));
    first.authors = {"ليلى", "Omar"};
    first.tags = {"a"};
    first.published = "2025-10-15T23:44+03:00";
    first.published_at = at(1760561040);
    first.lead = "Lead.";
    first.markdown = "# x";
    first.via = Via::feed;
    const auto id = add(first);
    NewArticle second = first;
    second.title = "العنوان الثاني";
    second.via = Via::page;
    second.fetched_at = at(1'700'009'000);
    EXPECT_EQ(revise(id, second), 2);
    const auto old = find_revision(database, id, 1);
    ASSERT_TRUE(old);
    EXPECT_EQ(old->title, first.title);
    EXPECT_EQ(old->authors, first.authors);
    EXPECT_EQ(old->tags, first.tags);
    EXPECT_EQ(old->published_at, first.published_at);
    EXPECT_EQ(old->updated_at, std::nullopt);
    EXPECT_EQ(old->text, first.text);
    EXPECT_EQ(old->markdown, first.markdown);
    EXPECT_EQ(old->via, Via::feed);
    EXPECT_EQ(old->fetched_at, first.fetched_at);
    EXPECT_EQ(old->key, first.key) << "what never changes stays";
    EXPECT_EQ(find_revision(database, id, 2)->title, second.title);
    const auto list = list_revisions(database, id);
    EXPECT_THAT(list[1].changed, ElementsAre("title"));
    EXPECT_EQ(list[1].added, 1);
    EXPECT_EQ(list[1].removed, 1);
    EXPECT_EQ(list[1].seen_at, second.fetched_at);
}

TEST_F(Revisions, SearchFindsThePresentTextOnly) {
    const auto id = add(article(1, "Title", "The old harbour."));
    revise(id, article(1, "Title", "The new bridge."));
    EXPECT_THAT(search_articles(database, "harbour"), IsEmpty());
    EXPECT_EQ(search_articles(database, "bridge").size(), 1U);
}

TEST_F(Revisions, WhatDiffersLittleCostsLittle) {
    const std::string text = long_text(1);
    const auto id = add(article(1, "Title", text));
    revise(id, article(1, "Title", text + "Edit one."));
    const std::int64_t one = packed_bytes(id);
    EXPECT_LT(one, static_cast<std::int64_t>(text.size()) / 2);
    for (int i = 0; i < 10; ++i)
        revise(id, article(1, "Title", text + "Edit number " + std::to_string(i) + "."));
    EXPECT_LT(packed_bytes(id), one + 10 * 200);
    EXPECT_EQ(find_revision(database, id, 5)->text, text + "Edit number 2.");
}

TEST_F(Revisions, AreBoundedAndTheFirstAndThePresentStay) {
    const auto id = add(article(1, "Title", "Text 0."));
    for (int i = 1; i <= 30; ++i) {
        NewArticle next = article(1, "Title", "Text " + std::to_string(i) + ".");
        next.fetched_at = at(1'700'000'001 + i * i * 60); // ever further apart: the early ones are crowded
        EXPECT_EQ(revise(id, next, 8), i + 1);
    }
    const auto list = list_revisions(database, id);
    ASSERT_EQ(list.size(), 8U);
    EXPECT_EQ(list.front().number, 1);
    EXPECT_EQ(list.back().number, 31);
    EXPECT_EQ(find_revision(database, id, 1)->text, "Text 0.");
    EXPECT_EQ(find_revision(database, id, 31)->text, "Text 30.");
    for (const Revision& revision : list)
        EXPECT_TRUE(find_revision(database, id, revision.number)) << revision.number;
    EXPECT_FALSE(find_revision(database, id, 2)) << "told as not kept, never as another text";
}

TEST_F(Revisions, BytesAreBoundedToo) {
    const auto id = add(article(1));
    std::string noise; // does not pack
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < max_revision_bytes / 3; ++i) {
        state = state * 1664525U + 1013904223U;
        noise.push_back(static_cast<char>('!' + (state >> 24U) % 90));
    }
    for (int i = 0; i < 6; ++i) {
        std::rotate(noise.begin(), noise.begin() + 1, noise.end());
        std::string own = noise;
        for (std::size_t at = 0; at < own.size(); at += 2)
            own[at] = static_cast<char>('!' + (own[at] * (i + 3)) % 90);
        revise(id, article(1, "Title", own));
    }
    EXPECT_LE(packed_bytes(id), static_cast<std::int64_t>(max_revision_bytes));
    EXPECT_GE(list_revisions(database, id).size(), 2U);
}

TEST_F(Revisions, GoWithTheirArticle) {
    const auto id = add(article(1, "Title", "One."));
    revise(id, article(1, "Title", "Two."));
    Transaction transaction(database);
    EXPECT_TRUE(remove_article(database, id));
    transaction.commit();
    EXPECT_THAT(list_revisions(database, id), IsEmpty());
    EXPECT_EQ(packed_bytes(id), 0);
}

TEST_F(Revisions, ADamagedOneIsAnErrorNotAnotherText) {
    const auto id = add(article(1, "Title", long_text(1)));
    revise(id, article(1, "Title", long_text(2)));
    revise(id, article(1, "Title", long_text(3)));
    database.execute(
        "UPDATE revision SET body = (SELECT body FROM revision WHERE number = 2) WHERE number = 1");
    EXPECT_THROW(static_cast<void>(find_revision(database, id, 2)), StoreError);
    database.execute("UPDATE revision SET body = x'00' WHERE number = 1");
    EXPECT_THROW(static_cast<void>(find_revision(database, id, 1)), StoreError);
}

TEST_F(Revisions, WhatIsNoChange) {
    NewArticle before = article(1, "“Yes”, says the mayor", "One.\n\nTwo.");
    before.authors = {"A. Writer"};
    NewArticle next = before;
    next.title = "\"Yes\",  says the mayor";
    next.text = "One.\nTwo. ";
    next.authors.clear(); // not found this time
    next.image = "https://a.example/i.jpg";
    next.updated_at = at(5);
    EXPECT_THAT(reading_changes(before, next), IsEmpty());
    next.authors = {"B. Writer"};
    next.published_at = at(6);
    EXPECT_THAT(reading_changes(before, next), ElementsAre("authors")) << "no date was known before";
    before.published_at = at(7);
    EXPECT_THAT(reading_changes(before, next), ElementsAre("authors", "published"));
}

TEST(PackedText, RoundTrip) {
    for (const std::string& text : {std::string(), std::string("x"), std::string(100'000, 'y')}) {
        EXPECT_EQ(unpack(pack(text)), text);
        EXPECT_EQ(unpack(pack(text, "base"), "base"), text);
    }
    EXPECT_THROW(static_cast<void>(unpack({})), StoreError);
}

} // namespace
} // namespace khabar::store
