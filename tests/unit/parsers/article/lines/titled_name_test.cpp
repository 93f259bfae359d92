#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/person_names.hpp"
#include "parsers/article/lines/titled_name.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

using Names = std::vector<std::string>;

TEST(TitledName, TheTitleStandsBehindTheName) {
    EXPECT_EQ(titled_names("김철수 기자"), Names{"김철수"});
    EXPECT_EQ(titled_names("김철수 기자 chulsoo@paper.example"), Names{"김철수"});
    EXPECT_EQ(titled_names("이영희 선임기자"), Names{"이영희"});
    EXPECT_EQ(titled_names("김철수·이영희 기자"), (Names{"김철수", "이영희"}));
    EXPECT_EQ(titled_names("山田太郎記者"), Names{"山田太郎"});
    EXPECT_EQ(titled_names("山田 太郎 特派員"), Names{"山田 太郎"});
}

TEST(TitledName, OrBeforeIt) {
    EXPECT_EQ(titled_names("本报记者王小明"), Names{"王小明"});
    EXPECT_EQ(titled_names("本报记者 王小明、李华"), (Names{"王小明", "李华"}));
    EXPECT_EQ(titled_names("記者陳大文／台北報導"), Names{"陳大文"});
    EXPECT_EQ(titled_names("记者陈大文/上海报道"), Names{"陈大文"});
}

TEST(TitledName, SentencesAndHeadingsNameNobody) {
    for (const auto* line : {"기자", "記者", "記者会見", "本报记者", "市长对记者说",
                             "김철수 기자는 어제 다리를 보았다.", "記者会見に臨む市長と市議会の議長",
                             "Jane Doe 기자", "기자 김철수가 말했다", "/報導", "@", "記者／報導"})
        EXPECT_EQ(titled_names(line), Names{}) << line;
    EXPECT_EQ(titled_names("김철수 기자" + std::string(400, ' ') + "x"), Names{});
}

TEST(TitledName, IsABylineAndNoPartOfTheName) {
    EXPECT_EQ(classify_line("김철수 기자 chulsoo@paper.example").kind, LineKind::byline);
    EXPECT_EQ(classify_line("記者陳大文／台北報導").names, Names{"陳大文"});
    EXPECT_EQ(clean_author("김철수 기자"), "김철수");
}

} // namespace
} // namespace khabar::article
