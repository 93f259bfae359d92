#pragma once
// A StoryIndex over a real database, with articles kept in a map, and the texts the tests place.

#include "daemon/store/database.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/story/story_index.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace khabar::story {

using std::chrono::hours;
inline const std::chrono::sys_seconds noon{std::chrono::seconds(1'760'529'600)}; // 2025-10-15 12:00 UTC

struct Article {
    std::string title;
    std::string text;
    std::string source = "a";
    std::optional<std::chrono::sys_seconds> published = noon;
};

class Stories {
  public:
    explicit Stories(const std::filesystem::path& file = ":memory:", const Rules& rules = {})
        : database(file),
          index(
              prepared(database), [this](std::int64_t id) { return text_of(id); }, rules) {}

    Placement place(std::int64_t id, const Article& article) {
        store::Transaction transaction(database);
        const Placement placement = place_in_transaction(id, article);
        transaction.commit();
        return placement;
    }

    Placement place_in_transaction(std::int64_t id, const Article& article) {
        articles[id] = article;
        Document document;
        document.article = id;
        document.title = article.title;
        document.text = article.text;
        document.source = article.source;
        document.published = article.published;
        document.fetched = article.published.value_or(noon);
        return index.place(document);
    }

    std::int64_t story_of(std::int64_t id) { return index.find(id).value_or(Placement{}).story; }

    std::int64_t count(std::string_view table) {
        store::Statement rows = database.prepare(std::string("SELECT count(*) FROM ").append(table));
        rows.step();
        return rows.integer(0);
    }

    std::optional<StoredText> text_of(std::int64_t id) const {
        const auto found = articles.find(id);
        if (found == articles.end()) return std::nullopt;
        return StoredText{found->second.title, found->second.text};
    }

    static store::Database& prepared(store::Database& database) {
        store::migrate(database);
        create_tables(database);
        return database;
    }

    std::map<std::int64_t, Article> articles;
    store::Database database;
    StoryIndex index;
};

// Who is together with whom.
using Partition = std::set<std::set<std::int64_t>>;

inline Partition partition_of(Stories& stories) {
    std::map<std::int64_t, std::set<std::int64_t>> groups;
    for (const auto& [id, article] : stories.articles)
        groups[stories.story_of(id)].insert(id);
    Partition partition;
    for (auto& [story, members] : groups)
        partition.insert(std::move(members));
    return partition;
}

// Every member has its story, every story its members and a representative among them, every edge its two
// ends, and each likeness another member of the same story.
inline void expect_consistent(Stories& stories) {
    for (const char* lost :
         {"story_member WHERE story NOT IN (SELECT id FROM story)",
          "story WHERE id NOT IN (SELECT story FROM story_member)",
          "story s WHERE NOT EXISTS (SELECT 1 FROM story_member m WHERE m.article = s.representative AND "
          "m.story = s.id)",
          "story s WHERE s.first <> (SELECT min(time) FROM story_member m WHERE m.story = s.id) OR "
          "s.last <> (SELECT max(time) FROM story_member m WHERE m.story = s.id)",
          "story_posting WHERE story NOT IN (SELECT id FROM story)",
          "story_edge WHERE \"from\" NOT IN (SELECT article FROM story_member) OR \"to\" NOT IN "
          "(SELECT article FROM story_member)",
          "story_member m WHERE other IS NOT NULL AND NOT EXISTS (SELECT 1 FROM story_member o WHERE "
          "o.article = m.other AND o.story = m.story)"})
        EXPECT_EQ(stories.count(lost), 0) << lost;
}

inline std::string first_words(const std::string& text, int count) {
    std::size_t at = 0;
    while (count-- > 0 && at != std::string::npos)
        at = text.find(' ', at + 1);
    return text.substr(0, at);
}

// Written for these tests; no newspaper's.
inline const std::string bridge = "افتتح وزير النقل في مدينة حلب صباح اليوم جسرا جديدا يربط ضفتي نهر قويق "
                                  "بعد أعمال استمرت عامين. وقال الوزير إن الجسر "
                                  "سيخفف الازدحام عن وسط المدينة ويختصر الطريق إلى المنطقة الصناعية. وأضاف "
                                  "أن تكلفة المشروع بلغت 12 مليون دولار مولتها "
                                  "الحكومة مع صندوق التنمية العربي. وأوضح مدير المشروع المهندس سامر الحلبي "
                                  "أن الجسر يتسع لأربعة مسارات وممر للمشاة، وأن "
                                  "العمل شارك فيه أكثر من 300 عامل من أبناء المحافظة. وعبر سكان الأحياء "
                                  "المجاورة عن ارتياحهم لانتهاء الأعمال التي عطلت "
                                  "حركة السير شهورا طويلة. ومن المقرر أن تبدأ الوزارة في الربيع المقبل توسيع "
                                  "الطريق الدائري الشمالي، ضمن خطة لإعادة تأهيل "
                                  "شبكة الطرق في شمال سوريا خلال خمس سنوات.";

inline const std::string harvest =
    "بدأ مزارعو الغوطة موسم قطاف المشمش هذا الأسبوع وسط توقعات بإنتاج أوفر من العام الماضي. وذكرت مديرية "
    "الزراعة أن المساحات "
    "المزروعة زادت بعد عودة مئات الأسر إلى قراها وإصلاح قنوات الري القديمة. وقال المزارع أبو خالد إن الأمطار "
    "جاءت في وقتها "
    "لكن أسعار الوقود ما زالت تثقل كاهل المنتجين. وتعمل الجمعيات التعاونية على فتح أسواق جديدة للتصدير عبر "
    "الموانئ، في حين "
    "تطالب الورش المحلية بدعم صناعة القمردين التي اشتهرت بها المنطقة منذ عقود.";

} // namespace khabar::story
