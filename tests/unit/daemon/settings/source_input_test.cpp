// What a source asks: kinds, their keys, and fallbacks.

#include "tests/unit/daemon/settings/config_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::settings {
namespace {

using testing::ConfigFolder;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using namespace std::chrono_literals;

TEST(SourceInputs, AreReadWithTheirKeysAndFallbacks) {
    const ConfigFolder folder({{"khabar.yaml", R"(sources:
  - id: paper
    kind: sitemap
    url: https://paper.example/sitemap.xml
    pattern: /news/**
    newer_than: 2d
    fallbacks:
      - kind: wordpress
        url: https://paper.example/
      - kind: listing
        url: https://paper.example/
        links: "h2 a"
      - kind: news_sitemap
        url: https://paper.example/news.xml
        backfill: true
)"}});
    const Loaded loaded = load(folder.main());
    ASSERT_THAT(folder.problems(), IsEmpty());
    const Source& source = loaded.settings.sources.at(0);
    EXPECT_EQ(source.kind, SourceKind::sitemap);
    EXPECT_EQ(source.pattern, "/news/**");
    EXPECT_EQ(source.newer_than, 48h);
    ASSERT_EQ(source.fallbacks.size(), 3U);
    EXPECT_EQ(source.fallbacks[0].kind, SourceKind::wordpress);
    EXPECT_EQ(source.fallbacks[1].links, "h2 a");
    EXPECT_TRUE(source.fallbacks[2].backfill);
}

struct Case {
    const char* text; // of the source, behind its id
    std::vector<std::string> problems;
};

class BrokenSourceInput : public ::testing::TestWithParam<Case> {};

TEST_P(BrokenSourceInput, IsDescribed) {
    const ConfigFolder folder({{"khabar.yaml", std::string("sources:\n  - id: a\n") + GetParam().text}});
    EXPECT_THAT(folder.problems(), ElementsAreArray(GetParam().problems));
}

const Case cases[] = {
    {"    kind: sitmap\n    url: https://a.example/\n",
     {"khabar.yaml:3:11: 'kind' must be feed, news_sitemap, sitemap, listing or wordpress, not 'sitmap'; did "
      "you "
      "mean 'sitemap'?"}},
    {"    url: https://a.example/\n    links: h2\n",
     {"khabar.yaml:4:12: 'links' belongs to kind listing, not to kind feed; remove it or change 'kind'"}},
    {"    url: https://a.example/\n    kind: listing\n    backfill: true\n",
     {"khabar.yaml:5:15: 'backfill' belongs to the kinds sitemap and news_sitemap, not to kind listing; "
      "remove it "
      "or change 'kind'"}},
    {"    url: https://a.example/\n    kind: sitemap\n    backfill: true\n    newer_than: 2d\n",
     {"khabar.yaml:5:15: 'backfill' takes every entry and 'newer_than' does not; keep one"}},
    {"    url: https://a.example/\n    pattern: news/*\n",
     {"khabar.yaml:4:14: 'pattern' is matched against the path: begin it with / or **"}},
    {"    url: https://a.example/\n    fallbacks: yes\n",
     {"khabar.yaml:4:16: 'fallbacks' must be a list; begin each with '- kind: …'"}},
    {"    url: https://a.example/\n    fallbacks:\n      - url: https://a.example/\n",
     {"khabar.yaml:5:14: this source asks that address already; a fallback must be another"}},
    {"    url: https://a.example/\n    fallbacks:\n      - kind: listing\n",
     {"khabar.yaml:5:9: 'url' is missing from a fallback; add it"}},
    {"    url: https://a.example/\n    fallbacks:\n      - url: https://b.example/\n        patern: /a\n",
     {"khabar.yaml:6:9: unknown key 'patern' in a fallback; did you mean 'pattern'?"}},
};
INSTANTIATE_TEST_SUITE_P(Cases, BrokenSourceInput, ::testing::ValuesIn(cases));

TEST(SourceInputs, ABrokenSelectorIsNamedWithItsPlace) {
    const ConfigFolder folder(
        {{"khabar.yaml", "sources:\n  - id: a\n    kind: listing\n    url: https://a.example/\n"
                         "    links: \"h2 >> a\"\n"}});
    ASSERT_EQ(folder.problems().size(), 1U);
    EXPECT_THAT(folder.problems()[0],
                ::testing::StartsWith("khabar.yaml:5:12: 'links' is no CSS selector: "));
}

TEST(SourceInputs, HaveAtMostEightFallbacks) {
    std::string text = "sources:\n  - id: a\n    url: https://a.example/\n    fallbacks:\n";
    for (int i = 0; i < 9; ++i)
        text += "      - url: https://a.example/" + std::to_string(i) + "\n";
    const ConfigFolder folder({{"khabar.yaml", text}});
    EXPECT_THAT(folder.problems(), ElementsAre("khabar.yaml:5:7: a source has at most 8 fallbacks"));
}

} // namespace
} // namespace khabar::settings
