#include "tests/unit/daemon/story/story_fixture.hpp"

#include <string>

namespace khabar::story {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

struct Copy {
    const char* name;
    Article article;
};
void PrintTo(const Copy& copy, std::ostream* out) {
    *out << copy.name;
}

class SameStory : public testing::TestWithParam<Copy> {};
TEST_P(SameStory, joins_the_first) {
    Stories stories;
    const Placement first = stories.place(1, {"افتتاح جسر جديد في حلب", bridge});
    stories.place(2, {"موسم المشمش في الغوطة", harvest});
    const Placement copy = stories.place(3, GetParam().article);
    EXPECT_EQ(copy.story, first.story);
    EXPECT_EQ(copy.duplicate_of, 1);
    EXPECT_GT(copy.similarity, 0.5);
    EXPECT_LE(copy.similarity, 1.0);
    EXPECT_NE(copy.kind, Kind::unique);
}
INSTANTIATE_TEST_SUITE_P(
    table, SameStory,
    testing::Values(
        Copy{"word_for_word", {"افتتاح جسر جديد في حلب", bridge}},
        Copy{"other_headline", {"مشروع بتكلفة 12 مليونا يخفف زحام المدينة", bridge, "b", noon + hours(5)}},
        Copy{"date_line_and_credit",
             {"افتتاح جسر جديد في حلب",
              "الأربعاء، 15 أكتوبر 2025\n\nحلب - وكالات: " + bridge + "\n\nالمصدر: سانا", "b"}},
        Copy{"other_spelling",
             {"افتتاح جسر", replaced(replaced(bridge, "سوريا", "سورية"), "المهندس سامر", "المهندس سامير"),
              "b"}},
        Copy{"vowelled_digits",
             {"افتتاح جسر", replaced(replaced(bridge, "300", "٣٠٠"), "الوزير", "الوَزِيرُ"), "b"}},
        Copy{"cut_short", {"جسر جديد في حلب", first_words(bridge, 60), "b", noon + hours(2)}},
        Copy{"continued", {"جسر حلب", bridge + " " + first_words(harvest, 30), "b", noon + hours(2)}},
        Copy{"a_day_later", {"افتتاح جسر في حلب", bridge, "b", noon + hours(30)}}),
    [](const auto& info) { return info.param.name; });

TEST(StoryIndex, keeps_other_stories_apart) {
    Stories stories;
    EXPECT_NE(stories.place(1, {"جسر", bridge}).story, stories.place(2, {"مشمش", harvest}).story);
    EXPECT_EQ(stories.index.find(2)->kind, Kind::unique);
    EXPECT_FALSE(stories.index.find(2)->duplicate_of);
}

TEST(StoryIndex, works_in_other_languages) {
    const std::string english = "The city council voted on Tuesday night to close the old harbour tunnel for "
                                "repairs, after engineers found cracks in "
                                "its western wall. Traffic will be sent over the river bridge until the "
                                "spring, the mayor said, and ferries will run "
                                "every ten minutes. Shop owners near the port asked for help with lost "
                                "trade, and the council promised to lower fees.";
    const std::string chinese = "市议会周二晚间投票决定关闭旧港口隧道进行维修工程师此前在西侧墙壁发现裂缝市长"
                                "表示交通将改道大桥直至春季"
                                "渡轮每十分钟一班港口附近的店主要求补偿贸易损失议会承诺降低费用";
    Stories stories;
    const auto one = stories.place(1, {"Tunnel closes", english});
    EXPECT_EQ(stories.place(2, {"Harbour repairs", "PORT CITY (Agency) — " + english, "b"}).story, one.story);
    const auto two = stories.place(3, {"隧道关闭", chinese});
    EXPECT_EQ(stories.place(4, {"港口维修", "新华社电 " + chinese, "b"}).story, two.story);
    EXPECT_NE(one.story, two.story);
}

TEST(StoryIndex, one_mould_on_another_day_stays_apart) {
    const auto bulletin = [](std::string_view day, std::string_view dollar, std::string_view euro,
                             std::string_view gold) {
        return std::string("أسعار العملات اليوم ")
            .append(day)
            .append(" في السوق المحلية كما أعلنتها جمعية الصرافين: بلغ سعر "
                    "الدولار ")
            .append(dollar)
            .append(" ليرة للشراء، وسعر اليورو ")
            .append(euro)
            .append(" ليرة، فيما سجل غرام الذهب "
                    "عيار واحد وعشرين ")
            .append(gold)
            .append(" ليرة، وسط حركة عادية في الأسواق وإقبال محدود على البيع.");
    };
    Stories stories;
    const auto monday = stories.place(1, {"أسعار العملات", bulletin("الاثنين", "11500", "12480", "980000")});
    const auto tuesday = stories.place(
        2, {"أسعار العملات", bulletin("الثلاثاء", "11650", "12510", "985000"), "a", noon + hours(24)});
    EXPECT_NE(monday.story, tuesday.story);
    EXPECT_EQ(stories.count("story_edge WHERE kind = 6"), 1) << "remembered as a series";
}

TEST(StoryIndex, a_round_up_draws_no_stories_together) {
    Stories stories;
    const std::string third =
        "أعلنت جامعة دمشق فتح باب التسجيل لطلاب الدراسات العليا في كليات الهندسة والعلوم حتى نهاية الشهر، "
        "وقالت إن القبول سيجري إلكترونيا لأول مرة عبر بوابة جديدة أعدها طلاب قسم المعلوماتية.";
    const auto one = stories.place(1, {"جسر", bridge});
    const auto two = stories.place(2, {"مشمش", harvest});
    stories.place(3, {"أخبار المحافظات", third + " " + bridge + " " + harvest, "c", noon + hours(3)});
    EXPECT_NE(stories.story_of(1), stories.story_of(2));
    EXPECT_EQ(stories.place(4, {"موسم القطاف", harvest, "d", noon + hours(4)}).story, two.story);
    EXPECT_EQ(stories.place(5, {"افتتاح", bridge, "d", noon + hours(4)}).story, one.story);
}

TEST(StoryIndex, tolls_in_words_are_numbers) {
    const auto report = [](std::string_view dead, std::string_view road) {
        return std::string("قتل ")
            .append(dead)
            .append(" أشخاص وأصيب آخرون بجروح في حادث سير وقع اليوم على طريق ")
            .append(road)
            .append(" العام، وذكر مصدر في الشرطة أن حافلة اصطدمت بشاحنة متوقفة، وأن سيارات الإسعاف نقلت "
                    "المصابين إلى المشفى الوطني، وأن تحقيقا فتح لمعرفة أسباب الحادث.");
    };
    Stories stories;
    const auto three = stories.place(1, {"ثلاثة قتلى", report("ثلاثة", "حماة")});
    const auto five = stories.place(2, {"خمسة قتلى", report("خمسة", "درعا"), "a", noon + hours(24)});
    EXPECT_NE(three.story, five.story);
    EXPECT_EQ(stories.place(3, {"3 قتلى", report("3", "حماة"), "b", noon + hours(2)}).story, three.story)
        << "in digits it is the same number";
}

TEST(StoryIndex, an_operator_may_ask_for_more_likeness_or_a_shorter_window) {
    const Article copy{
        "جسر يخفف الزحام",
        first_words(bridge, 50) +
            " وقد حضر الافتتاح جمهور كبير من سكان المدينة "
            "وزوارها الذين جاؤوا من القرى القريبة لمشاهدة الحفل والاستماع إلى الفرقة النحاسية.",
        "b", noon + hours(30)};
    const Article word_for_word{"جسر", bridge, "c", noon + hours(30)};
    Stories normal;
    normal.place(1, {"افتتاح جسر جديد في حلب", bridge});
    EXPECT_EQ(normal.place(2, word_for_word).story, normal.story_of(1));

    Stories short_window(":memory:", {fingerprint::Demand::normal, hours(24)});
    short_window.place(1, {"افتتاح جسر جديد في حلب", bridge});
    EXPECT_NE(short_window.place(2, word_for_word).story, short_window.story_of(1));

    Stories strict(":memory:", {fingerprint::Demand::strict, hours(24 * 7)});
    strict.place(1, {"افتتاح جسر جديد في حلب", bridge});
    EXPECT_EQ(strict.place(2, word_for_word).story, strict.story_of(1)) << "copies stay copies";
    EXPECT_NE(strict.place(3, copy).story, strict.story_of(1));
}

TEST(StoryIndex, a_text_without_words_is_a_story_of_its_own) {
    Stories stories;
    EXPECT_NE(stories.place(1, {"صورة", ""}).story, stories.place(2, {"صورة", "…"}).story);
}

TEST(StoryIndex, the_same_article_again_changes_nothing) {
    Stories stories;
    stories.place(1, {"جسر", bridge});
    const Placement first = stories.place(2, {"جسر", bridge, "b"});
    const auto postings = stories.count("story_posting");
    const Placement again = stories.place(2, {"جسر", bridge, "b"});
    EXPECT_EQ(again.story, first.story);
    EXPECT_EQ(again.duplicate_of, first.duplicate_of);
    EXPECT_NEAR(again.similarity, first.similarity, 0.001);
    EXPECT_EQ(again.kind, first.kind);
    EXPECT_EQ(stories.count("story"), 1);
    EXPECT_EQ(stories.count("story_member"), 2);
    EXPECT_EQ(stories.count("story_posting"), postings);
}

TEST(StoryIndex, a_revision_stays_in_its_story) {
    Stories stories;
    const auto first = stories.place(1, {"جسر", bridge});
    stories.place(2, {"مشمش", harvest});
    const std::string revised = bridge + " وأعلنت الوزارة مساء أن الحركة على الجسر بدأت.";
    EXPECT_EQ(stories.place(1, {"جسر", revised}).story, first.story);
    EXPECT_EQ(stories.count("story"), 2);
    EXPECT_EQ(stories.place(3, {"جسر", revised, "b"}).story, first.story);
}

TEST(StoryIndex, believes_no_publication_in_the_future) {
    Stories stories;
    stories.articles[1] = {"جسر", bridge};
    Document document;
    document.article = 1;
    document.text = stories.articles[1].text;
    document.fetched = noon;
    document.published = noon + hours(24 * 400);
    stories.index.place(document);
    EXPECT_EQ(stories.count("story_member WHERE reliable = 0 AND time = 1760529600"), 1);
}

TEST(StoryIndex, finds_copies_that_another_process_stored) {
    const auto file = std::filesystem::path(testing::TempDir()) / "khabar_story_two.db";
    std::filesystem::remove(file);
    {
        Stories daemon(file);
        Stories one_shot(file);
        const auto first = daemon.place(1, {"جسر", bridge});
        one_shot.articles[1] = daemon.articles[1];
        EXPECT_EQ(one_shot.place(2, {"جسر حلب", bridge, "b"}).story, first.story);
        daemon.articles[2] = one_shot.articles[2];
        EXPECT_EQ(daemon.place(3, {"الجسر", bridge, "c"}).story, first.story);
    }
    std::filesystem::remove(file);
}

TEST(StoryIndex, names_every_kind) {
    EXPECT_EQ(name(Kind::unique), "unique");
    EXPECT_EQ(name(Kind::abridged_of), "abridged_of");
    EXPECT_EQ(name(Kind::series), "series");
}

} // namespace
} // namespace khabar::story
