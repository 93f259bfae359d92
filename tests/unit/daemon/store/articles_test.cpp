#include "daemon/store/links.hpp"
#include "daemon/store/search.hpp"

#include <gmock/gmock.h>

#include "test_database.hpp"

namespace khabar::store {
namespace {

using testing::ElementsAre;

class Articles : public StoreTest {};

NewArticle everything() {
    NewArticle a;
    a.url = "https://www.example.org/خبر?id=1";
    a.key = "example.org/خبر?id=1";
    a.title = "الرئيس يفتتح «الجسر» الجديد";
    a.authors = {"ليلى \"أم زياد\" حداد", "Zoë\\Nguyễn\n"};
    a.published = "2025-10-15T23:44+03:00";
    a.published_at = at(1760561040);
    a.updated = "2025-10-16";
    a.updated_at = at(1760572800);
    a.language = "ar";
    a.site = "مثال";
    a.lead = "سطر أول.";
    a.text = "فقرة أولى.\n\nفقرة ثانية \u200f(نص).";
    a.markdown = "# عنوان\n\nفقرة";
    a.image = "https://example.org/i.jpg";
    a.tags = {"سياسة", "جسور"};
    a.credit = "وكالة";
    a.source_id = "example";
    a.entry_id = "urn:1";
    a.fetched_at = at(1760600000);
    a.via = Via::feed;
    return a;
}

TEST_F(Articles, EveryFieldComesBackAsItWas) {
    const NewArticle put = everything();
    const auto got = find_article(database, add(put));
    ASSERT_TRUE(got);
    EXPECT_EQ(got->url, put.url);
    EXPECT_EQ(got->key, put.key);
    EXPECT_EQ(got->title, put.title);
    EXPECT_EQ(got->authors, put.authors);
    EXPECT_EQ(got->published, put.published);
    EXPECT_EQ(got->published_at, put.published_at);
    EXPECT_EQ(got->updated, put.updated);
    EXPECT_EQ(got->updated_at, put.updated_at);
    EXPECT_EQ(got->language, put.language);
    EXPECT_EQ(got->site, put.site);
    EXPECT_EQ(got->lead, put.lead);
    EXPECT_EQ(got->text, put.text);
    EXPECT_EQ(got->markdown, put.markdown);
    EXPECT_EQ(got->image, put.image);
    EXPECT_EQ(got->tags, put.tags);
    EXPECT_EQ(got->credit, put.credit);
    EXPECT_EQ(got->source_id, put.source_id);
    EXPECT_EQ(got->entry_id, put.entry_id);
    EXPECT_EQ(got->fetched_at, put.fetched_at);
    EXPECT_EQ(got->via, put.via);
}

TEST_F(Articles, WhatTheFeedSaidRemembersWhatWasWrongWithThePage) {
    NewArticle a = everything();
    const std::int64_t id = add(a);
    EXPECT_EQ(find_article(database, id)->via_reason, "") << "its page was not asked for";
    Transaction transaction(database);
    NewLink link;
    link.key = article(2).key;
    link.url = "https://example.org/2";
    add_links(database, std::span(&link, 1), at(1));
    a.key = link.key;
    const std::int64_t second = insert_article(database, a).id;
    const std::int64_t queued = find_link(database, link.key)->id;
    link_done(database, queued, second, {"too_slow", "HTML parse took over 1000 ms", std::nullopt});
    EXPECT_EQ(find_article(database, second)->via_reason, "too_slow: HTML parse took over 1000 ms");
    a.via = Via::page;
    update_article(database, second, a);
    EXPECT_EQ(find_article(database, second)->via_reason, "") << "now it is the page";
    transaction.commit();
}

TEST_F(Articles, AnUnknownDateStaysUnknown) {
    const auto got = find_article(database, add(article(1)));
    ASSERT_TRUE(got);
    EXPECT_FALSE(got->published_at);
    EXPECT_FALSE(got->updated_at);
    EXPECT_EQ(got->via, Via::page);
}

TEST_F(Articles, AKnownKeyChangesNothing) {
    Transaction transaction(database);
    const InsertedArticle first = insert_article(database, article(1, "First"));
    const InsertedArticle second = insert_article(database, article(1, "Second"));
    EXPECT_TRUE(first.inserted);
    EXPECT_FALSE(second.inserted);
    EXPECT_EQ(second.id, first.id);
    EXPECT_EQ(find_article(database, first.id)->title, "First");
    EXPECT_EQ(count_articles(database), 1);
}

TEST_F(Articles, IsFoundByKeyAndNotByAnother) {
    const auto id = add(article(7));
    EXPECT_EQ(find_article_id(database, "example.org/7"), id);
    EXPECT_EQ(find_article_id(database, "example.org/8"), std::nullopt);
    EXPECT_FALSE(find_article(database, id + 1));
}

std::vector<std::string> titles(const std::vector<ArticleSummary>& list) {
    std::vector<std::string> out;
    for (const ArticleSummary& summary : list)
        out.push_back(summary.title);
    return out;
}

TEST_F(Articles, ItsTimesAreFoundByKey) {
    NewArticle put = everything();
    const std::int64_t id = add(put);
    const auto times = find_article_times(database, put.key);
    ASSERT_TRUE(times);
    EXPECT_EQ(times->id, id);
    EXPECT_EQ(times->fetched_at, put.fetched_at);
    EXPECT_EQ(times->updated_at, put.updated_at);
    put.key = "example.org/undated";
    put.updated_at.reset();
    add(put);
    EXPECT_EQ(find_article_times(database, put.key)->updated_at, std::nullopt);
    EXPECT_FALSE(find_article_times(database, "example.org/none"));
}

TEST_F(Articles, ListsNewestFirstWithEachFilter) {
    for (int i = 1; i <= 5; ++i) {
        NewArticle made = article(i, std::to_string(i));
        if (i % 2 == 0) made.source_id = "even";
        add(made);
    }
    EXPECT_THAT(titles(list_articles(database, {})), ElementsAre("5", "4", "3", "2", "1"));
    EXPECT_THAT(titles(list_articles(database, {.source_id = "even"})), ElementsAre("4", "2"));
    EXPECT_THAT(titles(list_articles(database, {.source_ids = {"none", "even"}})), ElementsAre("4", "2"));
    EXPECT_THAT(titles(list_articles(database, {.source_ids = {"none"}})), ElementsAre());
    EXPECT_THAT(titles(list_articles(database, {.since = at(1'700'000'004)})), ElementsAre("5", "4"));
    EXPECT_THAT(titles(list_articles(database, {.before = 3})), ElementsAre("2", "1"));
    EXPECT_THAT(
        titles(list_articles(database, {.source_id = "even", .since = at(0), .before = 4, .limit = 9})),
        ElementsAre("2"));
    EXPECT_THAT(titles(list_articles(database, {.limit = 2})), ElementsAre("5", "4"));
    EXPECT_TRUE(list_articles(database, {.limit = -1}).empty());
    EXPECT_EQ(count_articles(database, "even"), 2);
    EXPECT_EQ(count_articles(database), 5);
}

TEST_F(Articles, UpdatingKeepsTheIdentityAndChangesTheHash) {
    const auto id = add(everything());
    const auto before = find_article(database, id);
    NewArticle changed = everything();
    changed.key = "another";
    changed.text = "نص آخر";
    Transaction transaction(database);
    EXPECT_TRUE(update_article(database, id, changed));
    EXPECT_FALSE(update_article(database, id + 1, changed));
    const auto after = find_article(database, id);
    EXPECT_EQ(after->key, before->key);
    EXPECT_EQ(after->text, "نص آخر");
    EXPECT_NE(after->content_hash, before->content_hash);
}

TEST_F(Articles, ARemovedOneIsGoneFromTableAndIndex) {
    const auto id = add(article(1, "harbour", "old text"));
    Transaction transaction(database);
    EXPECT_TRUE(remove_article(database, id));
    EXPECT_FALSE(remove_article(database, id));
    EXPECT_FALSE(find_article(database, id));
    EXPECT_TRUE(search_articles(database, "harbour").empty());
    EXPECT_NE(insert_article(database, article(1)).id, id) << "an id is never given twice";
}

TEST_F(Articles, TitleAndTextDoNotRunTogetherInTheHash) {
    const auto first = find_article(database, add(article(1, "ab", "c")));
    const auto second = find_article(database, add(article(2, "a", "bc")));
    EXPECT_NE(first->content_hash, second->content_hash);
}

TEST_F(Articles, AListThatIsNoJsonReadsAsEmpty) {
    const auto id = add(everything());
    database.execute("UPDATE article SET authors = '{\"a\":', tags = '[1,\"x\",null]'");
    const auto got = find_article(database, id);
    EXPECT_TRUE(got->authors.empty());
    EXPECT_THAT(got->tags, ElementsAre("x"));
}

} // namespace
} // namespace khabar::store
