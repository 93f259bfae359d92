#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <gtest/gtest.h>

#include "exact_bytes.hpp"

namespace khabar::text {
namespace {

using namespace std::literals;
using test::ExactBytes;

TEST(CollapseSpace, EveryWhiteSpaceRunIsOneSpace) {
    EXPECT_EQ(collapse_space("\u00A0 a \u3000\t\r\n\u2028 b\u2029"), "a b");
    EXPECT_EQ(collapse_space("می\u200Cشود\u200Dx"), "می\u200Cشود\u200Dx");
    EXPECT_EQ(collapse_space(" \n "), "");
    EXPECT_EQ(collapse_space(""), "");
}

TEST(CleanField, DropsControlsAndBidiOverridesKeepsJoinersAndMarks) {
    const ExactBytes dirty("\uFEFF\u202EEvil\u202C\u2066 ti\u200Btle\x1B[31m\x01\u0085x\u2069 "sv);
    EXPECT_EQ(clean_field(dirty.view()), "Evil title[31m x");
    EXPECT_EQ(clean_field("می\u200Cروم \u200Fسوريا\u200E"), "می\u200Cروم \u200Fسوريا\u200E");
}

TEST(EscapeForLog, NothingMovesTheCursorOrTheText) {
    const ExactBytes untrusted("a\nb\x1B[0m\u202Ec\u0085\u200Fd\x7F\xFF"sv);
    EXPECT_EQ(escape_for_log(untrusted.view()), "a\\u{a}b\\u{1b}[0m\\u{202e}c\\u{85}\\u{200f}d\\u{7f}\uFFFD");
    EXPECT_EQ(escape_for_log("\0"sv), "\\u{0}");
    EXPECT_EQ(escape_for_log("سوريا"), "سوريا");
}

TEST(EscapeForLog, CutsAtTheLimitInCodePoints) {
    EXPECT_EQ(escape_for_log("سوريا", 5), "سوريا");
    EXPECT_EQ(escape_for_log("سوريا", 4), "سوري…");
    EXPECT_EQ(length(escape_for_log(std::string(1'000'000, 'x'))), 513u);
}

} // namespace
} // namespace khabar::text
