#include "parsers/robots/pattern.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>

namespace khabar::robots {
namespace {

bool matches_exact(std::string_view pattern, std::string_view path) {
    const auto a = std::make_unique<char[]>(pattern.size()), b = std::make_unique<char[]>(path.size());
    if (!pattern.empty()) std::memcpy(a.get(), pattern.data(), pattern.size());
    if (!path.empty()) std::memcpy(b.get(), path.data(), path.size());
    std::size_t searched = 0;
    return matches({a.get(), pattern.size()}, {b.get(), path.size()}, searched);
}

struct Case {
    std::string_view pattern, path;
    bool match;
};

// RFC 9309, §2.2.2 and §2.2.3.
const Case cases[] = {
    {"/", "/", true},
    {"/", "/a", true},
    {"/a", "/", false},
    {"/a", "/ab", true},
    {"/a", "/A", false},
    {"a", "/a", false},
    {"/a/", "/a", false},
    {"/a$", "/a", true},
    {"/a$", "/a/", false},
    {"/a$", "/a?b", false},
    {"/$", "/", true},
    {"$", "/", false},
    {"/a$b", "/a$b", true}, // '$' is special at the end only
    {"/a$b", "/a", false},
    {"/*", "/anything", true},
    {"*", "/", true},
    {"*.gif$", "/a/b.gif", true},
    {"*.gif$", "/a/b.gif?c", false},
    {"/*.php", "/a.php5", true},
    {"/a*/b", "/a/b", true},
    {"/a*/b", "/aXX/c/b", true},
    {"/a*/b", "/ab", false},
    {"/a*b*c", "/a-b-b-c", true},
    {"/a*b*c", "/a-c-b", false},
    {"/a**b", "/ab", true},
    {"/a*$", "/abc", true},
    {"/a*b$", "/abab", true}, // the last piece is looked for at the end, not at its first occurrence
    {"/a*ab$", "/ab", false}, // and may not overlap what is matched before it
    {"/*a*a$", "/a", false},
    {"/*aab", "/aaab", true},
    {"", "/", true},
};

TEST(Pattern, Matches) {
    for (const auto& sample : cases)
        EXPECT_EQ(matches_exact(sample.pattern, sample.path), sample.match)
            << sample.pattern << " on " << sample.path;
}

// The plainest possible reading of the rules, exponential: '*' tries every length.
bool matches_by_definition(std::string_view pattern, std::string_view path) {
    if (pattern.empty()) return true;
    if (pattern == "$") return path.empty();
    if (pattern.front() == '*') {
        for (std::size_t skip = 0; skip <= path.size(); ++skip)
            if (matches_by_definition(pattern.substr(1), path.substr(skip))) return true;
        return false;
    }
    return !path.empty() && path.front() == pattern.front() &&
           matches_by_definition(pattern.substr(1), path.substr(1));
}

TEST(Pattern, EveryShortPatternOnEveryShortPathMatchesAsDefined) {
    const std::string_view pattern_letters = "ab*$", path_letters = "ab";
    const auto words = [](std::string_view letters, std::size_t size) {
        std::vector<std::string> all{""};
        for (std::size_t i = 0; i < size; ++i) {
            std::vector<std::string> longer;
            for (const auto& word : all)
                for (const char letter : letters)
                    longer.push_back(word + letter);
            all = std::move(longer);
        }
        return all;
    };
    for (std::size_t pattern_size = 0; pattern_size <= 5; ++pattern_size)
        for (const auto& pattern : words(pattern_letters, pattern_size)) {
            if (pattern.find('$') + 1 < pattern.size()) continue; // '$' inside is a letter: see the table
            for (std::size_t path_size = 0; path_size <= 4; ++path_size)
                for (const auto& path : words(path_letters, path_size))
                    ASSERT_EQ(matches_exact(pattern, path), matches_by_definition(pattern, path))
                        << pattern << " on " << path;
        }
}

TEST(Pattern, SearchIsCountedOnceAByte) {
    std::size_t searched = 0;
    EXPECT_TRUE(matches("/a*c*e", "/abcde", searched));
    EXPECT_EQ(searched, 2u); // 'b' and 'd'
    EXPECT_FALSE(matches("/a*x", "/abcde", searched));
    EXPECT_EQ(searched, 2u + 4u);
    EXPECT_FALSE(matches("/x*y", "/abcde", searched));
    EXPECT_EQ(searched, 6u);
}

TEST(Pattern, Normalisation) {
    EXPECT_EQ(normalised_pattern("/%e3%83%84/ツ/%62/%zz/%"), "/%E3%83%84/%E3%83%84/%62/%zz/%");
    EXPECT_EQ(normalised_pattern("/a b/%2a"), "/a%20b/%2A");
    EXPECT_EQ(normalised_path("/%e3%83%84/ツ/%6"), "/%E3%83%84/ツ/%6");
}

} // namespace
} // namespace khabar::robots
