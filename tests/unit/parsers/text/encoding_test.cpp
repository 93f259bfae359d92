#include "parsers/text/encoding.hpp"
#include "parsers/text/utf8.hpp"

#include <gtest/gtest.h>

#include "exact_bytes.hpp"

namespace khabar::text {
namespace {

using namespace std::literals;
using test::ExactBytes;

// "تعلن الحكومة السورية عن فتح باب التسجيل في الجامعات هذا الأسبوع" in both Arabic encodings of one byte.
constexpr auto cp1256 =
    "\xCA\xDA\xE1\xE4 \xC7\xE1\xCD\xDF\xE6\xE3\xC9 \xC7\xE1\xD3\xE6\xD1\xED\xC9 \xDA\xE4 \xDD\xCA\xCD "
    "\xC8\xC7\xC8 "
    "\xC7\xE1\xCA\xD3\xCC\xED\xE1 \xDD\xED \xC7\xE1\xCC\xC7\xE3\xDA\xC7\xCA \xE5\xD0\xC7 \xC7\xE1\xC3\xD3\xC8\xE6\xDA"sv;
constexpr auto iso_8859_6 =
    "\xCA\xD9\xE4\xE6 \xC7\xE4\xCD\xE3\xE8\xE5\xC9 \xC7\xE4\xD3\xE8\xD1\xEA\xC9 \xD9\xE6 \xE1\xCA\xCD "
    "\xC8\xC7\xC8 "
    "\xC7\xE4\xCA\xD3\xCC\xEA\xE4 \xE1\xEA \xC7\xE4\xCC\xC7\xE5\xD9\xC7\xCA \xE7\xD0\xC7 \xC7\xE4\xC3\xD3\xC8\xE8\xD9"sv;
constexpr auto arabic = "تعلن الحكومة السورية عن فتح باب التسجيل في الجامعات هذا الأسبوع"sv;

struct Case {
    std::string_view what, bytes, content_type;
    Markup markup;
    std::string_view encoding;
    EncodingEvidence evidence;
    std::string_view text;
};

using enum EncodingEvidence;

const Case cases[] = {
    {"BOM beats header", "\xEF\xBB\xBFسوريا"sv, "text/html; charset=windows-1256", Markup::html, "utf-8", bom,
     "سوريا"},
    {"UTF-16LE BOM", "\xFF\xFE\x33\x06\x3D\xD8\x00\xDE"sv, "", Markup::html, "utf-16le", bom, "س\U0001F600"},
    {"UTF-16BE BOM", "\xFE\xFF\x06\x33"sv, "", Markup::xml, "utf-16be", bom, "س"},
    {"header beats meta", "<meta charset=utf-8>\xD3"sv, "text/html; charset=windows-1256", Markup::html,
     "windows-1256", http, "<meta charset=utf-8>س"},
    {"unknown label in the header", "<meta charset=cp1256>\xD3"sv, "text/html; charset=none", Markup::html,
     "windows-1256", declared, "<meta charset=cp1256>س"},
    {"UTF-16 by header", "\x33\x06"sv, "text/html; charset=utf-16", Markup::html, "utf-16le", http, "س"},
    {"iso-8859-1 is windows-1252", "\x93x\x94"sv, "text/html; charset=ISO-8859-1", Markup::html,
     "windows-1252", http, "“x”"},
    {"XML declaration", "<?xml encoding='iso-8859-6'?>\xD3"sv, "application/rss+xml", Markup::xml,
     "iso-8859-6", declared, "<?xml encoding='iso-8859-6'?>س"},
    {"UTF-16 XML without BOM", "<\0?\0x\0m\0l\0"sv, "", Markup::xml, "utf-16le", declared, "<?xml"},
    {"valid UTF-8", "سوريا"sv, "text/html", Markup::html, "utf-8", valid_utf8, "سوريا"},
    {"ASCII in HTML", "abc"sv, "", Markup::html, "windows-1252", fallback, "abc"},
    {"ASCII in XML", "abc"sv, "", Markup::xml, "utf-8", fallback, "abc"},
    {"windows-1256 by its letters", cp1256, "text/html", Markup::html, "windows-1256", detected, arabic},
    {"ISO-8859-6 by its letters", iso_8859_6, "text/html", Markup::html, "iso-8859-6", detected, arabic},
    {"header says utf-8, bytes are not", cp1256, "text/html; charset=utf-8", Markup::html, "windows-1256",
     detected, arabic},
    {"a few bad bytes do not refute the header", "caf\xE9 \xFF"sv, "text/html; charset=utf-8", Markup::html,
     "utf-8", http, "caf\uFFFD \uFFFD"},
    {"but they refute a meta element", "<meta charset=utf-8>caf\xE9 d\xE9j\xE0 vu"sv, "text/html",
     Markup::html, "windows-1252", fallback, "<meta charset=utf-8>café déjà vu"},
    {"damaged UTF-8 stays UTF-8", "سو\xFFريا"sv, "", Markup::html, "utf-8", detected, "سو\uFFFDريا"},
    {"no declaration is looked for", "<meta charset=cp1256>é"sv, "", Markup::none, "utf-8", valid_utf8,
     "<meta charset=cp1256>é"},
    // What XML allows and browsers do not read.
    {"a DOS code page", "<?xml encoding='cp850'?>caf\x82"sv, "", Markup::xml, "IBM850", declared,
     "<?xml encoding='cp850'?>café"},
    {"no such in HTML", "<meta charset=cp850>caf\x82"sv, "text/html", Markup::html, "windows-1252", detected,
     "<meta charset=cp850>caf‚"},
    {"its number alone, in the header", "<rss>caf\x82"sv, "text/xml; charset=437", Markup::xml, "IBM437",
     http, "<rss>café"},
    {"Arabic under DOS", "<?xml encoding='cp720'?>\xE4"sv, "", Markup::xml, "ibm-720_P100-1997", declared,
     "<?xml encoding='cp720'?>غ"},
    {"a Mac's name", "<?xml encoding='mac-roman'?>caf\x8E"sv, "", Markup::xml, "macintosh", declared,
     "<?xml encoding='mac-roman'?>café"},
    {"UTF-7", "<?xml encoding='utf-7'?>caf+AOk-"sv, "", Markup::xml, "UTF-7", declared,
     "<?xml encoding='utf-7'?>café"},
    {"HZ", "<?xml encoding='hz-gb-2312'?>~{PBNE~}"sv, "", Markup::xml, "HZ-GB-2312", declared,
     "<?xml encoding='hz-gb-2312'?>新闻"},
    {"UTF-32BE BOM", "\0\0\xFE\xFF\0\0\x06\x33"sv, "", Markup::xml, "utf-32be", bom, "س"},
    {"UTF-32LE BOM", "\xFF\xFE\0\0\x33\x06\0\0"sv, "", Markup::xml, "utf-32le", bom, "س"},
    {"UTF-32 without BOM", "\0\0\0<\0\0\0r\0\0\0>"sv, "", Markup::xml, "utf-32be", declared, "<r>"},
    {"UTF-16 without BOM and declaration", "<\0r\0>\0\x33\x06"sv, "", Markup::xml, "utf-16le", declared,
     "<r>س"},
    {"EBCDIC",
     "\x4C\x6F\xA7\x94\x93\x40\x85\x95\x83\x96\x84\x89\x95\x87\x7E\x7D\x83\x97\xF5\xF0\xF0\x7D\x6F\x6E\x51"sv,
     "", Markup::xml, "IBM500", declared, "<?xml encoding='cp500'?>é"},
    {"ASCII bytes that claim EBCDIC", "<?xml encoding='cp500'?>é"sv, "", Markup::xml, "utf-8", valid_utf8,
     "<?xml encoding='cp500'?>é"},
    {"us-ascii, as servers say of text/xml", "<rss>سوريا"sv, "text/xml; charset=us-ascii", Markup::xml,
     "utf-8", http, "<rss>سوريا"},
    {"us-ascii of bytes that are no UTF-8", "<rss>caf\xE9"sv, "text/xml; charset=us-ascii", Markup::xml,
     "windows-1252", http, "<rss>café"},
    {"a label nobody knows", "<?xml encoding='klingon'?>é"sv, "", Markup::xml, "utf-8", valid_utf8,
     "<?xml encoding='klingon'?>é"},
    {"empty", ""sv, "", Markup::none, "utf-8", fallback, ""},
};

TEST(Decode, EvidenceInTheOrderOfTheStandard) {
    for (const auto& sample : cases) {
        const ExactBytes bytes(sample.bytes);
        const auto decoded = decode(bytes.view(), sample.content_type, sample.markup);
        EXPECT_EQ(decoded.encoding, sample.encoding) << sample.what;
        EXPECT_EQ(decoded.evidence, sample.evidence) << sample.what;
        EXPECT_EQ(decoded.utf8, sample.text) << sample.what;
    }
}

std::string decode_as(std::string_view bytes, const std::string& label) {
    const ExactBytes exact(bytes);
    return decode(exact.view(), "text/plain; charset=" + label, Markup::none).utf8;
}

// Encoding Standard §9 (single-byte), §10–13 (East Asian), §14 (the rest).
TEST(Decode, LegacyEncodings) {
    EXPECT_EQ(decode_as("\x81\x8D\x90\xC0\xDF\xFF", "cp1256"), "پچگہكے");
    EXPECT_EQ(decode_as("\xA1\xC1\xBB\x80", "iso-8859-6"),
              "\uFFFDء؛\u0080");                      // A1 means nothing, C1 controls pass
    EXPECT_EQ(decode_as("\xAE\xBE", "koi8-u"), "ўЎ"); // §9: the index is KOI8-RU's there
    EXPECT_EQ(decode_as("\xCA", "windows-1255"), "\u05BA");
    EXPECT_EQ(decode_as("\x81\xD2", "windows-1253"), "\u0081\uFFFD");
    EXPECT_EQ(decode_as("\xA2\xB6\xFF", "x-mac-ukrainian"), "Ґґ€");
    EXPECT_EQ(decode_as("\xE0", "iso-8859-8-i"), "א");
    EXPECT_EQ(decode_as("\xD6\xD0\xB9\xFA", "gb2312"), "中国");
    EXPECT_EQ(decode_as("\xA4\xA4\xB0\xEA", "big5"), "中國");
    EXPECT_EQ(decode_as("\x93\xFA\x96\x7B\\", "sjis"), "日本\\");
    EXPECT_EQ(decode_as("\xC6\xFC\xCB\xDC", "euc-jp"), "日本");
    EXPECT_EQ(decode_as("\x1B$BF|K\\\x1B(B", "iso-2022-jp"), "日本");
    EXPECT_EQ(decode_as("\xC7\xD1\xB1\xB9", "ks_c_5601-1987"), "한국");
    EXPECT_EQ(decode_as("a\x80\xFF", "x-user-defined"), "a\uF780\uF7FF");
    EXPECT_EQ(decode_as("anything at all", "hz-gb-2312"), "\uFFFD");
    EXPECT_EQ(decode_as("", "replacement"), "");
    EXPECT_EQ(decode_as("\x34\xD8\x00\x41\xD8"sv, "utf-16be"), "\u34D8A\uFFFD"); // odd last byte
    EXPECT_EQ(decode_as("\xD8\x00\xD8\x34\xDD\x1E\xDC\x00"sv, "utf-16be"), "\uFFFD\U0001D11E\uFFFD");
    EXPECT_EQ(decode_as("\xD8\x34"sv, "utf-16be"), "\uFFFD");
}

TEST(Decode, NulNeverComesThrough) {
    for (const auto* label : {"utf-8", "cp1256", "sjis", "utf-16le"}) {
        const auto decoded = decode("a\0\0b\0\0"sv, "text/plain; charset="s + label, Markup::none);
        EXPECT_EQ(decoded.utf8.find('\0'), std::string::npos) << label;
        EXPECT_GT(decoded.replaced, 0u) << label;
    }
}

TEST(Decode, EveryByteInEveryEncodingYieldsValidUtf8) {
    std::string bytes;
    for (int i = 0; i < 5000; ++i) // longer than the converter's buffer, so that pairs are cut at its end
        bytes.push_back(static_cast<char>((i * 167 + i / 256) & 0xFF));
    for (const auto* label : {"utf-8",
                              "866",
                              "l2",
                              "l3",
                              "l4",
                              "cyrillic",
                              "arabic",
                              "greek",
                              "visual",
                              "logical",
                              "l6",
                              "iso885913",
                              "iso885914",
                              "l9",
                              "iso-8859-16",
                              "koi",
                              "koi8-u",
                              "mac",
                              "tis-620",
                              "cp1250",
                              "cp1251",
                              "latin1",
                              "cp1253",
                              "latin5",
                              "cp1255",
                              "cp1256",
                              "cp1257",
                              "cp1258",
                              "x-mac-cyrillic",
                              "gbk",
                              "gb18030",
                              "big5",
                              "euc-jp",
                              "iso-2022-jp",
                              "sjis",
                              "korean",
                              "replacement",
                              "utf-16be",
                              "unicode",
                              "x-user-defined"}) {
        const ExactBytes exact(bytes);
        const auto decoded = decode(exact.view(), "text/plain; charset="s + label, Markup::none);
        EXPECT_TRUE(is_valid_utf8(decoded.utf8)) << label;
        EXPECT_EQ(decoded.utf8.find('\0'), std::string::npos) << label;
    }
}

TEST(Decode, MixedCharsetsKeepTheValidPart) {
    const auto decoded =
        decode("سوريا اليوم "s + std::string(cp1256.substr(0, 4)) + " ثم سوريا", "text/html; charset=utf-8");
    EXPECT_EQ(decoded.encoding, "utf-8");
    EXPECT_NE(decoded.utf8.find("ثم سوريا"), std::string::npos);
    EXPECT_EQ(decoded.replaced, 4u);
}

// A server that calls every page windows-1251, a template that was once euc-kr.
TEST(DecodePage, BytesOverruleLegacyClaims) {
    const auto by_header = decode_page("Сегодня в городе дождь", "text/html; charset=windows-1251");
    EXPECT_EQ(by_header.encoding, "utf-8");
    EXPECT_EQ(by_header.evidence, EncodingEvidence::valid_utf8);
    EXPECT_EQ(by_header.utf8, "Сегодня в городе дождь");
    EXPECT_EQ(decode_page("<meta charset=euc-kr>오늘의 날씨").encoding, "utf-8");
    EXPECT_EQ(decode_page("<meta charset=cp1256>سوريا اليوم").encoding, "utf-8");
}

TEST(DecodePage, OtherwiseAsTheStandardHasIt) {
    EXPECT_EQ(decode("سوريا اليوم", "text/html; charset=cp1256").encoding, "windows-1256");
    // Real legacy bytes, too little UTF-8 to tell, one flaw among much UTF-8.
    EXPECT_EQ(decode_page(cp1256, "text/html; charset=cp1256").encoding, "windows-1256");
    EXPECT_EQ(decode_page("price: \xC2\xA3", "text/html; charset=iso-8859-1").encoding, "windows-1252");
    EXPECT_EQ(decode_page("سوريا اليوم \xFF", "text/html; charset=cp1256").encoding, "windows-1256");
    EXPECT_EQ(decode_page("", "text/html; charset=cp1256").utf8, "");
}

TEST(EncodingClaims, SayWhatAPageReaderBelieves) {
    const auto claims =
        encoding_claims("<meta charset=cp1256>سوريا اليوم", "text/html", Markup::html, Trust::bytes);
    ASSERT_EQ(claims.size(), 2u);
    EXPECT_FALSE(claims[0].believed);
    EXPECT_EQ(claims[1].encoding, "utf-8");
    EXPECT_TRUE(claims[1].believed);
}

TEST(Decode, OneMegabyteOfEveryKind) {
    const std::string letters(1'000'000, '\xD3'), tags(1'000'000, '<'), broken(1'000'000, '\xF0');
    for (const auto* bytes : {&letters, &tags, &broken})
        for (const auto markup : {Markup::html, Markup::xml, Markup::none})
            EXPECT_TRUE(is_valid_utf8(decode(*bytes, "", markup).utf8));
}

TEST(EncodingFromLabel, ByTheTableOfTheStandard) {
    const std::pair<std::string_view, std::string_view> labels[] = {
        {"CP1256", "windows-1256"},
        {" \t\nUTF-8\r\f ", "utf-8"},
        {"latin1", "windows-1252"},
        {"asmo-708", "iso-8859-6"},
        {"cseucpkdfmtjapanese", "euc-jp"},
        {"UCS-2", "utf-16le"},
        {"unicodeFFFE", "utf-16be"},
        {"866", "ibm866"},
        {"x-x-big5", "big5"},
        {"utf-7", ""},
        {"", ""},
        {"  ", ""},
        {"utf 8", ""},
        {"\vutf-8", ""},
        {"a label longer than any in the table", ""},
    };
    for (const auto& [label, name] : labels) {
        const ExactBytes exact(label);
        EXPECT_EQ(encoding_from_label(exact.view()), name) << label;
    }
}

} // namespace
} // namespace khabar::text
