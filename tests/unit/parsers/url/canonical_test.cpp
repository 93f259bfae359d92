#include "parsers/url/canonical.hpp"

#include <gtest/gtest.h>

namespace khabar::url {
namespace {

std::string key(std::string_view address) {
    const auto url = Url::parse(address);
    return url ? canonical_key(*url) : "";
}

TEST(FetchForm, LosesTrackingAndFragmentOnly) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"https://a.example/b?utm_source=x&id=3&fbclid=y#z", "https://a.example/b?id=3"},
        {"https://a.example/b?UTM_Medium=x", "https://a.example/b"},
        {"https://a.example/b?utm%5Fsource=x&c", "https://a.example/b?c"},
        {"https://a.example/b?c=1&gclid=1&a=+%20&c=1", "https://a.example/b?c=1&a=+%20&c=1"},
        {"http://www.a.example/b/?ref=x&PHPSESSID=1&amp=1",
         "http://www.a.example/b/?ref=x&PHPSESSID=1&amp=1"},
        {"https://a.example/?&=1&&", "https://a.example/?&=1&&"},
        {"https://a.example/?#x", "https://a.example/?"},
        {"https://a.example/%7ea/../x;y=1", "https://a.example/x;y=1"},
        {"https://a.example/?utm_source", "https://a.example/"},
        {"https://a.example/?utm=1&utm_=2", "https://a.example/?utm=1&utm_=2"}, // no name after the prefix
        {"mailto:a@b.example?utm_source=x", "mailto:a@b.example"},
    };
    for (const auto& [address, expected] : cases)
        EXPECT_EQ(fetch_form(*Url::parse(address)).href(), expected) << address;
}

TEST(CanonicalKey, AddressesOfOnePageAreEqual) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        // scheme, www, port, slash, fragment
        {"https://www.a.example/b/", "a.example/b"},
        {"http://a.example:80/b#c", "a.example/b"},
        {"http://A.example.//b///", "a.example/b"},
        {"http://www2.bbc.co.uk/", "bbc.co.uk"},
        {"http://u:p@a.example:8080/b", "a.example:8080/b"},
        // mobile and AMP twins
        {"https://m.news.example.org/b", "news.example.org/b"},
        {"https://www.m.example.org/b", "example.org/b"},
        {"https://amp.example.org/b", "example.org/b"},
        {"https://example.org/b/amp/", "example.org/b"},
        {"https://example.org/amp/b", "example.org/b"},
        {"https://example.org/b.amp.html?amp", "example.org/b.html"},
        {"https://example.org/b?outputType=amp&m=1", "example.org/b"},
        {"https://example.org/amp", "example.org/amp"},
        {"https://m.com/b", "m.com/b"}, // the site itself is called so
        {"https://www.com/b", "www.com/b"},
        // parameters
        {"https://example.org/?b=2&a=1&utm_source=x", "example.org?a=1&b=2"},
        {"https://example.org/?a=&b&a", "example.org?a&b"},
        {"https://example.org/?q=x+y", "example.org?q=x%20y"},
        {"https://example.org/?m=2024", "example.org?m=2024"},
        // sessions
        {"https://example.org/b;jsessionid=1F2E3D?PHPSESSID=abc", "example.org/b"},
        {"https://example.org/(S(1f2e3d))/b.aspx", "example.org/b.aspx"},
        {"https://example.org/?sid=0123456789abcdef&s=test", "example.org?s=test"},
        {"https://example.org/b;v=2", "example.org/b;v=2"},
        // encoding: RFC 3986, §6.2.2
        {"https://example.org/%7eb%2fc/%d8%b3", "example.org/~b%2Fc/%D8%B3"},
        {"https://example.org/س?ش=^", "example.org/%D8%B3?%D8%B4=%5E"},
        {"https://example.org/%zz", "example.org/%zz"},
        // index pages
        {"https://example.org/b/index.html", "example.org/b"},
        {"https://example.org/index.php?id=3", "example.org?id=3"},
        // not of the web: only the fragment goes
        {"mailto:a@b.example#c", "mailto:a@b.example"},
    };
    for (const auto& [address, expected] : cases) {
        EXPECT_EQ(key(address), expected) << address << "; where the rules have changed, raise key_rules";
        EXPECT_EQ(key(fetch_form(*Url::parse(address)).href()), expected) << "of the form that is stored";
    }
}

TEST(CanonicalKey, OtherPagesStayApart) {
    EXPECT_NE(key("https://example.org/b"), key("https://example.org/B"));
    EXPECT_NE(key("https://ar.example.org/b"), key("https://example.org/b"));
    EXPECT_NE(key("https://example.org/?id=1"), key("https://example.org/?id=2"));
    EXPECT_NE(key("https://example.org/b.html"), key("https://example.org/b"));
    EXPECT_NE(key("https://example.org/a%2Fb"), key("https://example.org/a/b"));
    EXPECT_NE(key("https://one.blogspot.com/"), key("https://two.blogspot.com/"));
}

TEST(RegistrableDomain, ByThePublicSuffixList) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"www.example.com", "example.com"},
        {"a.b.bbc.co.uk", "bbc.co.uk"},
        {"news.gov.sy", "news.gov.sy"},
        {"www.news.gov.sy", "news.gov.sy"},
        {"x.xn--mgbtf8fl", "x.xn--mgbtf8fl"},
        {"one.blogspot.com", "one.blogspot.com"}, // the list's private part: every blog is a site
        {"example.com.", "example.com"},
        {"co.uk", "co.uk"},
        {"com", "com"},
        {"localhost", "localhost"},
        {"a.b.intranet", "a.b.intranet"},
        {"127.0.0.1", "127.0.0.1"},
        {"[::1]", "[::1]"},
        {"", ""},
        {".", ""},
        {"..", "."},
    };
    for (const auto& [host, expected] : cases)
        EXPECT_EQ(registrable_domain(host), expected) << host;
}

} // namespace
} // namespace khabar::url
