// Pages in the markup of well-known themes and content systems, in eight scripts and languages: the three
// paragraphs stay, and nothing that stands around or between them. tests/fixtures/themes/NAME.html holds
// {names}, words_LANGUAGE.tsv what is said for them; all of it written by us.
#include "parsers/article/extract.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <tuple>

namespace khabar::article {
namespace {

const std::string folder = KHABAR_SOURCE_DIR "/tests/fixtures/themes/";

using Words = std::map<std::string, std::string, std::less<>>;

Words read_words(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    Words words;
    for (std::string name, said; std::getline(file, name, '\t') && std::getline(file, said);)
        words[name] = said;
    return words;
}

std::string fill(std::string_view page, const Words& words) {
    std::string out;
    for (std::size_t at = 0; at < page.size();) {
        const auto open = std::min(page.find('{', at), page.size());
        out += page.substr(at, open - at);
        if (open == page.size()) break;
        const auto close = page.find('}', open);
        out += words.at(std::string(page.substr(open + 1, close - open - 1)));
        at = close + 1;
    }
    return out;
}

std::string text_of(const std::string& html) {
    const auto page = html::Document::parse(html);
    EXPECT_TRUE(page.has_value());
    Hints hints;
    hints.url = "https://paper.example/a";
    const auto article = extract(*page, hints);
    return article ? plain_text(article->blocks) : to_string(article.error());
}

class Theme : public testing::TestWithParam<std::tuple<const char*, const char*>> {};

TEST_P(Theme, GivesTheParagraphsAndNothingElse) {
    const auto [name, language] = GetParam();
    std::ifstream file(folder + name + ".html", std::ios::binary);
    ASSERT_TRUE(file);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    const Words words = read_words(folder + "words_" + language + ".tsv");
    EXPECT_EQ(text_of(fill(page, words)),
              words.at("first") + "\n\n" + words.at("second") + "\n\n" + words.at("third"));
}

INSTANTIATE_TEST_SUITE_P(
    , Theme,
    testing::Combine(testing::Values("jannah", "jnews", "tagdiv_cloud", "astra", "sahifa", "blogger",
                                     "drupal", "joomla", "ghost", "substack", "hashed_names", "fusion",
                                     "section_roles", "more_on", "block_theme", "elementor", "newspack",
                                     "utility_classes"),
                     testing::Values("ar", "fa", "ur", "he", "tr", "zh", "ja", "ko")),
    [](const auto& info) { return std::string(std::get<0>(info.param)) + "_" + std::get<1>(info.param); });

} // namespace
} // namespace khabar::article
