#include "parsers/text/prescan.hpp"

#include <gtest/gtest.h>

#include "exact_bytes.hpp"

namespace khabar::text {
namespace {

using namespace std::literals;
using test::ExactBytes;

struct Case {
    std::string_view bytes, encoding;
};

// HTML Standard §13.2.3.2, "prescan a byte stream to determine its encoding", step by step.
const Case html_cases[] = {
    {"<meta charset=windows-1256>", "windows-1256"},
    {"<META CHARSET='CP1256'>", "windows-1256"},
    {"<meta/charset=\"cp1256\"/>", "windows-1256"},
    {"<meta\n\fcharset\t=\r\n cp1256 >", "windows-1256"},
    {"<metacharset=cp1256>", ""},
    {"<meta charset=utf-16>", "utf-8"},
    {"<meta charset=x-user-defined>", "windows-1252"},
    {"<meta charset=nonsense><meta charset=koi8-r>", "koi8-r"},
    {"<meta charset=koi8-r charset=cp1256>", "koi8-r"}, // the second of a name does not count
    // pragma
    {"<meta http-equiv=Content-Type content='text/html; charset=cp1256'>", "windows-1256"},
    {"<meta content='text/html; charset=cp1256' http-equiv=content-type>", "windows-1256"},
    {"<meta content='text/html; charset=cp1256'>", ""},
    {"<meta http-equiv=refresh content='charset=cp1256'>", ""},
    {"<meta http-equiv=content-type content='charsets charset cp1251 charset = \"cp1256\"'>", "windows-1256"},
    {"<meta http-equiv=content-type content='charset=\"cp1256'>", ""},
    {"<meta http-equiv=content-type content='charset=cp1256;x'>", "windows-1256"},
    {"<meta http-equiv=content-type content='charset='>", ""},
    {"<meta http-equiv=content-type content='charset=koi8-r' charset=cp1256>", "windows-1256"},
    // what hides a declaration
    {"<!-- <meta charset=koi8-r> --><meta charset=cp1256>", "windows-1256"},
    {"<!--><meta charset=cp1256>", "windows-1256"}, // "the two dashes may be the same"
    {"<!-- never closed <meta charset=cp1256>", ""},
    {"<p title='<meta charset=koi8-r>'><meta charset=cp1256>", "windows-1256"},
    {"</p title='<meta charset=koi8-r>'><meta charset=cp1256>", "windows-1256"},
    {"<p title='never closed <meta charset=cp1256>", ""},
    {"<!x <meta charset=koi8-r><meta charset=cp1256>", "windows-1256"},
    {"<?x '<meta charset=koi8-r>'<meta charset=cp1256>", "windows-1256"},
    {"</ <meta charset=koi8-r><meta charset=cp1256>", "windows-1256"},
    {"a < b <meta charset=cp1256>", "windows-1256"},
    // the bytes run out
    {"<meta charset=cp1256", ""},
    {"<meta charset=\"cp1256\"", ""},
    {"<meta charset=\"cp1256", ""},
    {"<meta charset", ""},
    {"<meta charset=", ""},
    {"<meta ", ""},
    {"<meta", ""},
    {"<", ""},
    {"</", ""},
    {"", ""},
    // "get an XML encoding"
    {"<?xml version='1.0' encoding='cp1256'?><html>", "windows-1256"},
    {"<?xml version='1.0' encoding='koi8-r'?><meta charset=cp1256>", "windows-1256"},
    {"<?xml encoding = \"utf-16\"?>", "utf-8"},
    {"<?xml encoding='cp 1256'?>", ""},
    {"<?xml encoding='cp1256?>", ""},
    {"<?xml encoding='cp1256'", ""},
    {" <?xml encoding='cp1256'?>", ""},
};

TEST(Prescan, FindsWhatAMetaElementDeclares) {
    for (const auto& sample : html_cases) {
        const ExactBytes bytes(sample.bytes);
        EXPECT_EQ(declared_in_html(bytes.view()), sample.encoding) << sample.bytes;
    }
}

TEST(Prescan, EveryPrefixOfAPageIsReadWithoutOverrun) {
    const auto page =
        "<?xml?><!-- x --><p a='b' c=d e><meta http-equiv=content-type content='text/html; charset=cp1256'>"sv;
    for (std::size_t size = 0; size < page.size(); ++size) {
        const ExactBytes bytes(page.substr(0, size));
        EXPECT_EQ(declared_in_html(bytes.view()), "") << size;
    }
}

TEST(Prescan, LooksAsFarAsItsBound) {
    const auto meta = "<meta charset=cp1256>"s;
    EXPECT_EQ(declared_in_html(std::string(prescan_bytes - meta.size(), ' ') + meta), "windows-1256");
    EXPECT_EQ(declared_in_html(std::string(prescan_bytes - meta.size() + 1, ' ') + meta), "");
}

TEST(Prescan, XmlDeclarationMayHaveJunkBeforeIt) {
    EXPECT_EQ(label_in_xml("\n\n<?xml version='1.0' encoding='ISO-8859-6'?>"), "ISO-8859-6");
    EXPECT_EQ(label_in_xml(std::string(1024, ' ') + "<?xml encoding='cp1256'?>"), "cp1256");
    EXPECT_EQ(label_in_xml(std::string(1025, ' ') + "<?xml encoding='cp1256'?>"), "");
    EXPECT_EQ(label_in_xml("<rss encoding='cp1256'>"), "");
}

TEST(Prescan, CharsetParameter) {
    const Case cases[] = {
        {"text/html; charset=utf-8", "utf-8"},
        {"text/html;CHARSET=\"windows-1256\"", "windows-1256"},
        {"text/html; boundary=\";charset=x\"; charset=cp1256", "cp1256"},
        {"text/html; charset=cp1256; charset=utf-8", "cp1256"},
        {"text/html; xcharset=cp1256", ""},
        {"text/html; charset", ""},
        {"text/html; charset=", ""},
        {"text/html; charset=\"cp1256", "cp1256"},
        {"charset=utf-8", ""},
        {"text/html;", ""},
        {"", ""},
    };
    for (const auto& sample : cases) {
        const ExactBytes bytes(sample.bytes);
        EXPECT_EQ(charset_parameter(bytes.view()), sample.encoding) << sample.bytes;
    }
}

} // namespace
} // namespace khabar::text
