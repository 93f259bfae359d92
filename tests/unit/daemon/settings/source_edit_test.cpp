// Editing sources as text. What is not the source's own line must come out byte for byte.

#include "daemon/settings/replace_file.hpp"
#include "daemon/settings/source_edit.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "config_folder.hpp"

namespace khabar::settings {
namespace {

using ::testing::HasSubstr;

const SourceFields paper{{"id", "new"}, {"url", "\"https://new.example/feed\""}, {"tags", "[a, b]"}};

std::string added(std::string_view file) {
    const auto after = with_source(file, paper);
    return after ? *after : "refused: " + after.error().detail;
}
std::string removed(std::string_view file, std::string_view id) {
    const auto after = without_source(file, id);
    return after ? *after : "refused: " + after.error().detail;
}

constexpr std::string_view commented = R"(# head
sources:   # the list

  # First, the capital's.
  - id: one          # kept spaces
    url: 'https://one.example/feed'
    # interval: 1h

  # Second.
  - name: "Two # not a comment"
    id: two
    url: https://two.example/feed
    tags:
      - daily
      - 'weekly'

  - {id: three, url: https://three.example/feed}   # in one line
# tail
)";

TEST(WithSource, GoesToTheEndOfTheListAndLeavesTheRest) {
    const std::string after = added(commented);
    const std::string wanted =
        std::string(commented.substr(0, commented.find("# tail"))) +
        "  - id: new\n    url: \"https://new.example/feed\"\n    tags: [a, b]\n# tail\n";
    EXPECT_EQ(after, wanted);
}

TEST(WithSource, MakesTheListWhereThereIsNone) {
    const std::string source = "  - id: new\n    url: \"https://new.example/feed\"\n    tags: [a, b]\n";
    EXPECT_EQ(added(""), "sources:\n" + source);
    EXPECT_EQ(added("# only a comment"), "# only a comment\nsources:\n" + source);
    EXPECT_EQ(added("workers: 2\n"), "workers: 2\nsources:\n" + source);
    EXPECT_EQ(added("sources: # none yet\nworkers: 2\n"), "sources: # none yet\n" + source + "workers: 2\n");
}

TEST(WithSource, KeepsTheIndentationAndLineEndsOfTheFile) {
    EXPECT_EQ(added("sources:\r\n- id: one\r\n  url: https://one.example/\r\nworkers: 1\r\n"),
              "sources:\r\n- id: one\r\n  url: https://one.example/\r\n- id: new\r\n  url: "
              "\"https://new.example/feed\"\r\n  tags: [a, b]\r\nworkers: 1\r\n");
}

TEST(WithSource, RefusesWhatIsNotWrittenInLines) {
    for (const std::string_view file : {"sources: [{id: one, url: https://one.example/}]\n",
                                        "{sources: [{id: one, url: https://one.example/}]}\n",
                                        "sources: []\n", "{workers: 1}\n", "sources: null\n"})
        EXPECT_THAT(added(file), HasSubstr("refused: cannot be edited")) << file;
    EXPECT_THAT(added("sources: [\n"), HasSubstr("refused: is broken already"));
}

TEST(WithoutSource, TakesItsOwnLinesAndNoOther) {
    EXPECT_EQ(removed(commented, "one"), R"(# head
sources:   # the list

  # First, the capital's.

  # Second.
  - name: "Two # not a comment"
    id: two
    url: https://two.example/feed
    tags:
      - daily
      - 'weekly'

  - {id: three, url: https://three.example/feed}   # in one line
# tail
)");
    EXPECT_THAT(removed(commented, "two"), ::testing::Not(HasSubstr("weekly")));
    EXPECT_THAT(removed(commented, "three"), HasSubstr("'weekly'\n\n# tail\n"));
}

TEST(WithoutSource, TheLastOneLeavesAnEmptyList) {
    EXPECT_EQ(removed("sources:\n  - id: one\n    url: https://one.example/", "one"), "sources:\n");
    EXPECT_EQ(removed("sources:\n  -\n    # its key stands alone\n    id: one\n    url: "
                      "https://one.example/\nworkers: 2\n",
                      "one"),
              "sources:\nworkers: 2\n");
}

TEST(WithoutSource, IsTheOppositeOfWithSource) {
    for (const std::string_view file :
         {commented, std::string_view("sources:\n- id: a\n  url: https://a.example/\n\n\n# x\n")})
        EXPECT_EQ(removed(added(file), "new"), file);
}

TEST(WithoutSource, TextThatLooksLikeAnItemIsText) {
    constexpr std::string_view file =
        "sources:\n  - id: one\n    name: |\n      - id: two\n\n      # no comment\n"
        "    url: https://one.example/\n  - id: two\n    url: https://two.example/\n";
    EXPECT_EQ(removed(file, "one"), "sources:\n  - id: two\n    url: https://two.example/\n");
    EXPECT_EQ(removed(file, "two"), file.substr(0, file.find("  - id: two\n    url")));
}

TEST(WithoutSource, RefusesWhatSharesALine) {
    EXPECT_THAT(
        removed("sources: [{id: one, url: https://one.example/}, {id: two, url: https://two.example/}]\n",
                "one"),
        HasSubstr("refused: cannot be edited"));
    EXPECT_THAT(removed("sources:\n", "one"), HasSubstr("refused: has no source 'one'"));
}

std::string contents(const std::filesystem::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

TEST(ReplaceFile, KeepsTheModeAndFollowsALink) {
    const testing::ConfigFolder folder({{"real.yaml", "old"}});
    const auto real = folder.path() / "real.yaml", link = folder.path() / "link.yaml";
    chmod(real.c_str(), 0640);
    std::filesystem::create_symlink("real.yaml", link);
    ASSERT_TRUE(replace_file(link, "old", "new"));
    EXPECT_EQ(contents(real), "new");
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    EXPECT_EQ(static_cast<unsigned>(std::filesystem::status(real).permissions()), 0640u);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2)
        << "nothing is left behind";
}

TEST(ReplaceFile, DoesNotOverwriteWhatSomebodyElseWrote) {
    const testing::ConfigFolder folder({{"a.yaml", "theirs"}});
    EXPECT_FALSE(replace_file(folder.path() / "a.yaml", "mine, as I read it", "new"));
    EXPECT_FALSE(replace_file(folder.path() / "a.yaml", std::nullopt, "new"));
    EXPECT_EQ(contents(folder.path() / "a.yaml"), "theirs");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(ReplaceFile, MakesAFileAndItsFolder) {
    const testing::ConfigFolder folder;
    ASSERT_TRUE(replace_file(folder.path() / "sources.d" / "a.yaml", std::nullopt, "new"));
    EXPECT_EQ(contents(folder.path() / "sources.d" / "a.yaml"), "new");
}

} // namespace
} // namespace khabar::settings
