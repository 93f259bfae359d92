#include "parsers/text/utf8.hpp"

#include <gtest/gtest.h>

#include "exact_bytes.hpp"

namespace khabar::text {
namespace {

using namespace std::literals;
using test::ExactBytes;

struct Malformed {
    std::string_view bytes, text;
    std::size_t replaced;
};

// Unicode 15, §3.9, tables 3-8 to 3-11 ("U+FFFD substitution of maximal subparts") and the shapes around
// them.
const Malformed malformed[] = {
    {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"sv, "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA"sv, 8},
    {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"sv, "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA"sv, 8},
    {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"sv, "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA\uFFFD\uFFFDB"sv, 7},
    {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"sv, "\uFFFD\uFFFD\uFFFD\uFFFDA"sv, 4},
    {"\xE2\x82"sv, "\uFFFD"sv, 1},     // cut at the end
    {"\xF0\x9F\x98"sv, "\uFFFD"sv, 1}, // the same, three of four
    {"a\0b"sv, "a\uFFFDb"sv, 1},       // NUL
    {"\x80"sv, "\uFFFD"sv, 1},         // continuation alone
    {"12345678\xFF"sv, "12345678\uFFFD"sv, 1},
    {"1234567\0"sv, "1234567\uFFFD"sv, 1},
};

TEST(Utf8, EachMaximalSubpartBecomesOneReplacementCharacter) {
    for (const auto& sample : malformed) {
        const ExactBytes bytes(sample.bytes);
        EXPECT_EQ(to_valid_utf8(bytes.view()), sample.text);
        std::string out = "x";
        EXPECT_EQ(append_valid_utf8(out, bytes.view()), sample.replaced);
        EXPECT_EQ(out, "x" + std::string(sample.text));
    }
}

TEST(Utf8, ValidTextIsKept) {
    for (const auto text :
         {""sv, "plain"sv, "سوريا"sv, "\U0001F600\U0010FFFF\uD7FF\uE000"sv, "twelve bytes é"sv}) {
        const ExactBytes bytes(text);
        EXPECT_TRUE(is_valid_utf8(bytes.view())) << text;
        EXPECT_EQ(to_valid_utf8(bytes.view()), text);
    }
}

TEST(Utf8, EveryCodePointGoesOutAndIn) {
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) c = 0xE000;
        std::string text;
        append_utf8(text, c);
        std::size_t at = 0;
        ASSERT_EQ(next_code_point(text, at), c);
        ASSERT_EQ(at, text.size());
        ASSERT_TRUE(is_valid_utf8(text));
        ASSERT_EQ(length(text), 1u);
    }
}

TEST(Utf8, WhatIsNoScalarValueIsAppendedAsReplacementCharacter) {
    for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
        std::string text;
        append_utf8(text, c);
        EXPECT_EQ(text, "\uFFFD");
    }
}

TEST(Utf8, EveryTwoBytesAreJudgedAsTheyAreDecoded) {
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
        const char raw[] = {static_cast<char>(pair >> 8), static_cast<char>(pair & 0xFF)};
        const ExactBytes bytes({raw, 2});
        const bool has_nul = raw[0] == 0 || raw[1] == 0;
        const auto repaired = to_valid_utf8(bytes.view());
        ASSERT_TRUE(is_valid_utf8(repaired));
        if (has_nul) continue;
        ASSERT_EQ(is_valid_utf8(bytes.view()), repaired == bytes.view()) << pair;
    }
}

TEST(Utf8, PrefixEndsAtACodePoint) {
    const auto text = "aé€\U0001F600"sv; // 1 + 2 + 3 + 4 bytes
    const std::size_t expected[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
    for (std::size_t bytes = 0; bytes < std::size(expected); ++bytes)
        EXPECT_EQ(prefix(text, bytes).size(), expected[bytes]) << bytes;
}

} // namespace
} // namespace khabar::text
