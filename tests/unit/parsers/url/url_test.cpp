#include "parsers/url/url.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>

namespace khabar::url {
namespace {

using namespace std::literals;

struct Case {
    std::string_view input, base, href; // href empty: refused
};

// Exactly as long as the text, so that AddressSanitizer sees a read one byte past it.
Result<Url> parse_exact(std::string_view input, const Url* base = nullptr) {
    const auto copy = std::make_unique<char[]>(input.size());
    if (!input.empty()) std::memcpy(copy.get(), input.data(), input.size());
    return Url::parse({copy.get(), input.size()}, base);
}

std::string href_of(const Case& sample) {
    if (sample.base.empty()) {
        const auto url = parse_exact(sample.input);
        return url ? url->href() : "";
    }
    const auto base = parse_exact(sample.base);
    if (!base) return "bad base";
    const auto url = parse_exact(sample.input, &*base);
    return url ? url->href() : "";
}

void expect_all(std::initializer_list<Case> cases) {
    for (const auto& sample : cases) {
        EXPECT_EQ(href_of(sample), sample.href) << "'" << sample.input << "' on '" << sample.base << "'";
        if (sample.href.empty()) continue;
        EXPECT_EQ(href_of({sample.href, "", sample.href}), sample.href) << "does not parse back";
    }
}

// WHATWG URL Standard, §4.4, state by state.
TEST(UrlParse, Cleaning) {
    expect_all({{" \x01 http://a.example/b \x1F", "", "http://a.example/b"},
                {"ht\ntp:/\t/a.exa\rmple/b", "", "http://a.example/b"},
                {"", "", ""},
                {" ", "http://a.example/b#c", "http://a.example/b"}});
}

TEST(UrlParse, Scheme) {
    expect_all({{"HTTP://a.example", "", "http://a.example/"},
                {"a1+-.:x", "", "a1+-.:x"},
                {"1a:x", "", ""},
                {"a", "", ""},
                {"http:", "", ""},
                {"http:b", "http://a.example/c/d", "http://a.example/c/b"}, // same scheme: relative
                {"https:b", "http://a.example/c/d", "https://b/"},
                {"http:/b", "http://a.example/c/d", "http://a.example/b"}});
}

TEST(UrlParse, AuthorityAndSlashes) {
    expect_all({{"http:a.example", "", "http://a.example/"},
                {"http:\\\\a.example\\b\\c", "", "http://a.example/b/c"},
                {"http:////a.example", "", "http://a.example/"},
                {"//b.example/x", "https://a.example/", "https://b.example/x"},
                {"\\/b.example", "https://a.example/", "https://b.example/"},
                {"http://u:p@a.example", "", "http://u:p@a.example/"},
                {"http://u@p:q@a.example", "", "http://u%40p:q@a.example/"},
                {"http://:p@a.example", "", "http://:p@a.example/"},
                {"http://u:@a.example", "", "http://u@a.example/"},
                {"http://@a.example", "", "http://a.example/"},
                {"http://u@", "", ""},
                {"http://u:p@/x", "", ""},
                {"http://", "", ""},
                {"http://:80", "", ""},
                {"http:?a", "", ""},
                {"foo://", "", "foo://"},
                {"foo://?a", "", "foo://?a"},
                {"foo://h\\x", "", ""},
                {"foo:///p", "", "foo:///p"}});
}

TEST(UrlParse, Port) {
    expect_all({{"http://a:80", "", "http://a/"},
                {"http://a:0080", "", "http://a/"},
                {"http://a:", "", "http://a/"},
                {"http://a:443", "", "http://a:443/"},
                {"https://a:443", "", "https://a/"},
                {"ws://a:80", "", "ws://a/"},
                {"wss://a:443", "", "wss://a/"},
                {"ftp://a:21", "", "ftp://a/"},
                {"http://a:0", "", "http://a:0/"},
                {"foo://a:0", "", "foo://a:0"},
                {"http://a:65535", "", "http://a:65535/"},
                {"http://a:65536", "", ""},
                {"http://a:99999999999999999999999", "", ""},
                {"http://a:8x", "", ""},
                {"http://a:-1", "", ""}});
}

TEST(UrlParse, Path) {
    expect_all(
        {{"http://a/b/./c/../d", "", "http://a/b/d"},
         {"http://a/b/%2e/c/%2E%2e/d", "", "http://a/b/d"},
         {"http://a/../..", "", "http://a/"},
         {"http://a/b/..", "", "http://a/"},
         {"http://a/b/.", "", "http://a/b/"},
         {"http://a/...", "", "http://a/..."},
         {"http://a/.%2", "", "http://a/.%2"},
         {"http://a//b//", "", "http://a//b//"},
         {"http://a/سوريا ^{}`\"<>", "", "http://a/%D8%B3%D9%88%D8%B1%D9%8A%D8%A7%20%5E%7B%7D%60%22%3C%3E"},
         {"http://a/%zz%4", "", "http://a/%zz%4"},
         {"http://a/|'[]", "", "http://a/|'[]"},
         {"foo://h/a\\b", "", "foo://h/a\\b"},
         {"foo:/.//p", "", "foo:/.//p"},
         {"foo:/a/..//p", "", "foo:/.//p"},
         {"foo:/", "", "foo:/"}});
}

TEST(UrlParse, OpaquePath) {
    expect_all({{"mailto:a@b.example", "", "mailto:a@b.example"},
                {"data:a b ?q", "", "data:a b%20?q"},
                {"data:a  #f", "", "data:a %20#f"},
                {"data:é", "", "data:%C3%A9"},
                {"javascript:", "", "javascript:"},
                {"#f", "mailto:a?q", "mailto:a?q#f"},
                {"x", "mailto:a", ""},
                {"?x", "mailto:a", ""}});
}

TEST(UrlParse, QueryAndFragment) {
    expect_all({{"http://a?'\"<>#'\"<>` ?#", "", "http://a/?%27%22%3C%3E#'%22%3C%3E%60%20?#"},
                {"foo://a?'", "", "foo://a?'"},
                {"http://a?#", "", "http://a/?#"},
                {"?y", "http://a/b?x#z", "http://a/b?y"},
                {"#y", "http://a/b?x#z", "http://a/b?x#y"},
                {"", "http://a/b?x#z", "http://a/b?x"},
                {"c", "http://a/b/d?x#z", "http://a/b/c"},
                {"../c", "http://a/b/d/e", "http://a/b/c"},
                {"/c", "http://u:p@a:8/b", "http://u:p@a:8/c"},
                {"c", "foo://h", "foo://h/c"}});
}

TEST(UrlParse, File) {
    expect_all({{"file:///C|/x", "", "file:///C:/x"},
                {"file:C|/x", "", "file:///C:/x"},
                {"file://C:/x", "", "file:///C:/x"},
                {"file:///C:/../..", "", "file:///C:/"},
                {"file://localhost/x", "", "file:///x"},
                {"file://h/x", "", "file://h/x"},
                {"file:", "", "file:///"},
                {"/x", "file:///C:/y", "file:///C:/x"},
                {"C|/x", "file:///D:/y", "file:///C:/x"},
                {"x", "file:///C:/y", "file:///C:/x"},
                {"..", "file:///C:/", "file:///C:/"},
                {"//h/x", "file:///y", "file://h/x"},
                {"?q", "file:///y", "file:///y?q"},
                {"\\\\h\\x", "file:///y", "file://h/x"},
                {"file://a:80/", "", ""}});
}

// §3: hosts.
TEST(UrlParse, Domains) {
    expect_all(
        {{"http://EXAMPLE.com", "", "http://example.com/"},
         {"http://ex%41mple.com", "", "http://example.com/"},
         {"http://سوريا.example", "", "http://xn--mgbtf8fl.example/"},
         {"http://faß.example", "", "http://xn--fa-hia.example/"},
         {"http://FAẞ.example", "", "http://xn--fa-hia.example/"}, // UTS #46 since revision 31
         {"http://\u04C0\u10A0\u2132\u2183.com", "", "http://xn--s5a407lwea656b.com/"}, // revision 33: mapped
         {"http://a\u180E\u206B\u115Fb\u00E9.com", "", "http://xn--ab-cja.com/"}, // revision 33: ignored
         {"http://\U0002F868.com", "", "http://xn--snl.com/"},
         {"http://a。b．c｡d", "", "http://a.b.c.d/"},
         {"http://ＧＯ.com", "", "http://go.com/"},
         {"http://☕.example", "", "http://xn--53h.example/"},
         {"http://a..b", "", "http://a..b/"},
         {"http://-a-.b--c", "", "http://-a-.b--c/"},
         {"http://xn--/", "", "http://xn--/"}, // ASCII is only lower-cased
         {"http://xn--.é", "", ""},
         {"http://xn--a-.é", "", ""},
         {"http://xn--xn---epa.é", "", ""},
         {"http://xn--9ca.é", "", "http://xn--9ca.xn--9ca/"},
         {"http://\u00AD", "", ""}, // nothing is left
         {"http://a b", "", ""},
         {"http://a%00b", "", ""},
         {"http://a%25b", "", ""},
         {"http://a\x7F", "", ""},
         {"http://a^b", "", ""},
         {"http://%FF", "", ""},
         {"http://\u200D.example", "", ""},  // CheckJoiners
         {"http://0\u05D0.example", "", ""}, // CheckBidi
         {"foo://A^b", "", ""},
         {"foo://Aé%20%zz", "", "foo://A%C3%A9%20%zz"}});
}

TEST(UrlParse, Ipv4) {
    expect_all({{"http://127.1", "", "http://127.0.0.1/"},
                {"http://0x7f.1", "", "http://127.0.0.1/"},
                {"http://017700000001", "", "http://127.0.0.1/"},
                {"http://4294967295", "", "http://255.255.255.255/"},
                {"http://4294967296", "", ""},
                {"http://0x", "", "http://0.0.0.0/"},
                {"http://1.2.3.4.", "", "http://1.2.3.4/"},
                {"http://1.2.3.4..", "", "http://1.2.3.4../"},
                {"http://1.2.3.4.5", "", ""},
                {"http://256.1", "", ""},
                {"http://1.16777216", "", ""},
                {"http://1..2", "", ""},
                {"http://09", "", ""},
                {"http://a.09", "", ""},
                {"http://1.2.3.0xg", "", "http://1.2.3.0xg/"},
                {"http://１２７.1", "", "http://127.0.0.1/"},
                {"http://99999999999999999999999999999999999", "", ""},
                {"foo://127.1", "", "foo://127.1"}});
}

TEST(UrlParse, Ipv6) {
    expect_all({{"http://[::1]", "", "http://[::1]/"},
                {"http://[1:0:0:2:0:0:0:3]", "", "http://[1:0:0:2::3]/"},
                {"http://[1:0:2:0:3:0:4:0]", "", "http://[1:0:2:0:3:0:4:0]/"},
                {"http://[0:0:1:1:0:0:1:1]", "", "http://[::1:1:0:0:1:1]/"},
                {"http://[1:2:3:4:5:6:7::]", "", "http://[1:2:3:4:5:6:7:0]/"},
                {"http://[::2:3:4:5:6:7:8]", "", "http://[0:2:3:4:5:6:7:8]/"},
                {"http://[::]", "", "http://[::]/"},
                {"http://[::FFFF:1.2.3.4]", "", "http://[::ffff:102:304]/"},
                {"foo://[::1]:8", "", "foo://[::1]:8"},
                {"http://[::1", "", ""},
                {"http://[1:2:3:4:5:6:7]", "", ""},
                {"http://[1:2:3:4:5:6:7:8:9]", "", ""},
                {"http://[1::2::3]", "", ""},
                {"http://[:1]", "", ""},
                {"http://[1:]", "", ""},
                {"http://[12345::]", "", ""},
                {"http://[::1.2.3]", "", ""},
                {"http://[::1.2.3.4.5]", "", ""},
                {"http://[::01.2.3.4]", "", ""},
                {"http://[::1.2.3.256]", "", ""},
                {"http://[::.1.2.3]", "", ""},
                {"http://[1:2:3:4:5:6:7:1.2.3.4]", "", ""},
                {"http://[::1%25eth0]", "", ""},
                {"http://[]", "", ""}});
}

TEST(Url, PartsPointIntoTheAddress) {
    const auto url = Url::parse("https://u:p@سوريا.example:8443/a/b?c=d#e");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->scheme(), "https");
    EXPECT_EQ(url->username(), "u");
    EXPECT_EQ(url->password(), "p");
    EXPECT_EQ(url->host(), "xn--mgbtf8fl.example");
    EXPECT_EQ(url->port(), 8443);
    EXPECT_EQ(url->effective_port(), 8443);
    EXPECT_EQ(url->path(), "/a/b");
    EXPECT_EQ(url->query(), "c=d");
    EXPECT_EQ(url->fragment(), "e");
    EXPECT_EQ(url->origin(), "https://xn--mgbtf8fl.example:8443");
    EXPECT_TRUE(url->is_http());
}

TEST(Url, PartsThatAreNotThere) {
    const auto web = Url::parse("http://a");
    ASSERT_TRUE(web);
    EXPECT_EQ(web->username(), "");
    EXPECT_EQ(web->port(), std::nullopt);
    EXPECT_EQ(web->effective_port(), 80);
    EXPECT_EQ(web->query(), std::nullopt);
    EXPECT_EQ(web->fragment(), std::nullopt);
    EXPECT_EQ(Url::parse("http://a?#")->query(), "");
    EXPECT_EQ(Url::parse("http://a?#")->fragment(), "");
    const auto mail = Url::parse("mailto:x");
    EXPECT_TRUE(mail->has_opaque_path());
    EXPECT_FALSE(mail->has_host());
    EXPECT_FALSE(mail->is_http());
    EXPECT_EQ(mail->path(), "x");
    EXPECT_EQ(mail->origin(), "null");
    EXPECT_EQ(mail->effective_port(), 0);
    EXPECT_EQ(Url::parse("foo:/.//p")->path(), "//p");
}

TEST(Url, LengthIsBounded) {
    const auto head = "http://a.example/"s;
    EXPECT_TRUE(parse_exact(head + std::string(max_url_bytes - head.size(), 'x')));
    EXPECT_FALSE(parse_exact(head + std::string(max_url_bytes - head.size() + 1, 'x')));
    EXPECT_FALSE(parse_exact(head + std::string(max_url_bytes / 2, '"'))); // three times as long when encoded
    for (const auto* unit : {"x", "/", ".", "%", "@", ":", "[", "é", "a.", "/..", "\\"}) {
        std::string long_text = "http://";
        while (long_text.size() < 1'000'000)
            long_text += unit;
        EXPECT_FALSE(parse_exact(long_text)) << unit;
    }
}

TEST(Url, LongestHostsAreAnswered) {
    for (const auto* unit : {"a", "a.", "ü", "ü.", "1.", "xn--", "%61", "\u0644\u200D"}) {
        std::string address = "http://";
        while (address.size() + 8 < max_url_bytes)
            address += unit;
        const auto url = parse_exact(address);
        if (!url) continue;
        const auto again = parse_exact(url->href());
        ASSERT_TRUE(again) << unit;
        EXPECT_EQ(*again, *url) << unit;
    }
}

// No input, cut anywhere, is read past its end; what parses parses back to itself.
TEST(Url, EveryPrefixOfEveryKindOfAddress) {
    for (const auto whole :
         {"https://us%65r:pa@ss@[1:2::3.4.5.6]:8443/a/%2e%2E/b?c=%D8#d"sv, "file://C|/x/../y?z#w"sv,
          "data:text/plain, a #b"sv, "http://xn--mgbtf8fl.سوريا:0x1/"sv, "foo:/.//a/./b/../../.."sv}) {
        const auto base = Url::parse("http://base.example/x/y?z");
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const auto url = parse_exact(whole.substr(0, size), &*base);
            if (!url) continue;
            const auto again = parse_exact(url->href());
            ASSERT_TRUE(again) << url->href();
            EXPECT_EQ(again->href(), url->href());
        }
    }
}

} // namespace
} // namespace khabar::url
