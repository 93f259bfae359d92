// Files that mean harm: nothing expands, nothing recurses, nothing is read without end.

#include "daemon/settings/problem_list.hpp"
#include "daemon/settings/yaml_tree.hpp"
#include "tests/support/text/repeated.hpp"
#include "tests/unit/daemon/settings/config_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pthread.h>
#include <sys/stat.h>

#include <functional>

namespace khabar::settings {
namespace {

using test::repeated;
using testing::ConfigFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> problems_of(const std::string& text) {
    return ConfigFolder({{"khabar.yaml", text}}).problems();
}

TEST(HostileFile, AnAliasBombIsRefusedWithoutExpanding) {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const std::string below = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + below +
                repeated(", " + below, 9) + "]\n";
    }
    const auto problems = problems_of(bomb);
    EXPECT_THAT(problems, SizeIs(9 + 80));
    EXPECT_EQ(problems.at(0), "khabar.yaml:1:5: anchors ('&a0') are not taken; write the value out");
    EXPECT_THAT(problems.at(2), HasSubstr("khabar.yaml:2:10: aliases (*name) are not taken"));
}

TEST(HostileFile, AnAliasOfItselfIsRefused) {
    EXPECT_THAT(problems_of("log: &l\n  level: *l\n"),
                ElementsAre("khabar.yaml:1:6: anchors ('&l') are not taken; write the value out",
                            "khabar.yaml:2:10: aliases (*name) are not taken; write the value out"));
}

TEST(HostileFile, TagsAreRefused) {
    EXPECT_THAT(problems_of("workers: !!int 2\n"),
                ElementsAre("khabar.yaml:1:10: tags ('tag:yaml.org,2002:int') are not taken; remove it"));
    EXPECT_THAT(problems_of("log: !x {level: info}\n"),
                ElementsAre("khabar.yaml:1:6: tags ('!x') are not taken; remove it"));
}

TEST(HostileFile, ASecondDocumentIsRefused) {
    EXPECT_THAT(problems_of("workers: 1\n---\nworkers: 2\n---\nworkers: 3\n"),
                ElementsAre("khabar.yaml:2:1: a second document begins here (---); keep one a file"));
    EXPECT_THAT(problems_of("---\nworkers: 1\n"), IsEmpty()); // one marker opens the first
}

TEST(HostileFile, AKeyMustBeAWord) {
    EXPECT_THAT(problems_of("? [a, b]\n: 1\n"), ElementsAre("khabar.yaml:1:3: a key must be a plain word"));
    EXPECT_THAT(problems_of("? {a: b}\n: 1\n"), ElementsAre("khabar.yaml:1:3: a key must be a plain word"));
}

TEST(HostileFile, SixteenLevelsAreRead_SeventeenAreNot) {
    ProblemList good("f");
    EXPECT_TRUE(parse_yaml(repeated("[", 16) + repeated("]", 16), good));
    ProblemList bad("f");
    EXPECT_FALSE(parse_yaml(repeated("[", 17) + repeated("]", 17), bad));
    const auto problems = std::move(bad).take();
    ASSERT_THAT(problems, SizeIs(1));
    EXPECT_EQ(to_string(problems[0]), "f:1:17: is nested deeper than 16 levels");
}

TEST(HostileFile, OneMiBIsReadAndOneByteMoreIsNot) {
    const std::string comment = "# " + std::string(max_yaml_bytes - 3, 'x') + "\n";
    EXPECT_THAT(problems_of(comment), IsEmpty());
    EXPECT_THAT(problems_of(comment + "\n"),
                ElementsAre("khabar.yaml: is larger than 1 MiB; split it into several files"));
}

TEST(HostileFile, BinaryIsNoText) {
    EXPECT_THAT(problems_of("log:\n  a\x01: 1\n"),
                ElementsAre("khabar.yaml:2:4: is no text (byte 0x01); save the file as UTF-8 text"));
    EXPECT_THAT(problems_of(std::string("\0\0\0", 3)),
                ElementsAre(HasSubstr("khabar.yaml:1:1: is no text (byte 0x00)")));
    EXPECT_THAT(problems_of("\x7F"
                            "ELF"),
                ElementsAre(HasSubstr("khabar.yaml:1:1: is no text")));
    EXPECT_THAT(problems_of("\xFF\xFEl\0o\0"), ElementsAre(HasSubstr("is not valid UTF-8")));
    EXPECT_THAT(problems_of("a: \xC3\x28\n"),
                ElementsAre("khabar.yaml: is not valid UTF-8; save the file as UTF-8 text"));
}

TEST(HostileFile, OnlyTheFirstHundredProblemsAreShown) {
    std::string text = "workers: 1\nsources:\n";
    for (int i = 0; i < 150; ++i)
        text += "  - 1\n";
    const auto problems = problems_of(text);
    ASSERT_THAT(problems, SizeIs(101));
    EXPECT_EQ(problems.back(), "khabar.yaml: 50 more problems not shown");
}

TEST(HostileFile, AMappingHasAtMostAHundredKeys) {
    std::string text = "fetch:\n";
    for (int i = 0; i < 101; ++i)
        text += "  k" + std::to_string(i) + ": 1\n";
    EXPECT_THAT(problems_of(text), ElementsAre("khabar.yaml:2:3: fetch has more than 100 keys"));
}

TEST(HostileFile, AListHasAtMostAThousandItems) {
    const std::string text =
        "sources: [{id: a, url: 'http://a.example/', tags: [a" + repeated(",a", 1000) + "]}]\n";
    EXPECT_THAT(problems_of(text), ElementsAre("khabar.yaml:1:51: 'tags' has more than 1000 items"));
}

TEST(HostileFile, APipeIsNotOpened) {
    const ConfigFolder folder;
    ASSERT_EQ(mkfifo(folder.main().c_str(), 0600), 0);
    EXPECT_THAT(folder.problems(), ElementsAre("khabar.yaml: is no regular file"));
}

// Everything must live on a small stack: runs `work` on a thread of 256 kB.
void on_small_stack(std::function<void()> work) {
    pthread_attr_t attributes;
    ASSERT_EQ(pthread_attr_init(&attributes), 0);
    ASSERT_EQ(pthread_attr_setstacksize(&attributes, 256 * 1024), 0);
    pthread_t thread{};
    const auto run = [](void* arg) -> void* {
        (*static_cast<std::function<void()>*>(arg))();
        return nullptr;
    };
    ASSERT_EQ(pthread_create(&thread, &attributes, run, &work), 0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
}

TEST(HostileFile, FullMiBsOfNestingEndOnASmallStack) {
    on_small_stack([] {
        for (const std::string_view unit :
             {"[",     "{",   "{a: ", "[{", "- ", "? ",    "a: [", "[\n",     "{\n",
              "&a ",   "!a ", "*a ",  "'",  "\"", "|\n",   ">\n",  "- - -\n", "%A\n",
              "a:\n ", ", ",  "]",    "}",  "#",  "? -\n", ": "}) {
            ProblemList problems("f");
            EXPECT_FALSE(parse_yaml(repeated(unit, max_yaml_bytes / unit.size()), problems) && unit != "#" &&
                         false)
                << unit;
        }
    });
}

} // namespace
} // namespace khabar::settings
