#include "parsers/sitemap/gunzip.hpp"
#include "parsers/sitemap/sitemap.hpp"
#include "parsers/text/utf8.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace khabar::sitemap {
namespace {

std::string gzip(std::string_view plain) {
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
    std::string packed(deflateBound(&stream, plain.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

Sitemap read(std::string_view bytes) {
    const auto sitemap = parse(bytes, {.url = "https://news.example/sitemap.xml"});
    EXPECT_TRUE(sitemap) << (sitemap ? "" : to_string(sitemap.error()));
    return sitemap ? *sitemap : Sitemap{};
}

std::vector<std::string> addresses(const Sitemap& sitemap) {
    std::vector<std::string> list;
    for (const Location& location : sitemap.locations)
        list.push_back(location.address);
    return list;
}

using Addresses = std::vector<std::string>;
constexpr std::string_view two_pages =
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
    "<url><loc> https://news.example/1 </loc><lastmod>2025-10-12</lastmod></url>"
    "<url><loc><![CDATA[https://news.example/2?a&b]]></loc></url></urlset>";
const Addresses two_addresses = {"https://news.example/1", "https://news.example/2?a&b"};

TEST(Sitemap, ListsPages) {
    const Sitemap sitemap = read(two_pages);
    EXPECT_EQ(sitemap.kind, Kind::urlset);
    EXPECT_EQ(addresses(sitemap), two_addresses);
    EXPECT_EQ(date::to_iso8601(sitemap.locations[0].last_modified.value()), "2025-10-12");
    EXPECT_FALSE(sitemap.locations[1].last_modified);
    EXPECT_FALSE(sitemap.salvaged);
}

TEST(Sitemap, ListsSitemaps) {
    const Sitemap sitemap = read("<sitemapindex><sitemap><loc>https://news.example/a.xml</loc></sitemap>"
                                 "<sitemap>https://news.example/b.xml</sitemap>"
                                 "<sitemap><loc>https://news.example/c.xml</loc><loc>https://news.example/"
                                 "d.xml</loc></sitemap></sitemapindex>");
    EXPECT_EQ(sitemap.kind, Kind::index);
    EXPECT_EQ(addresses(sitemap), (Addresses{"https://news.example/a.xml", "https://news.example/b.xml",
                                             "https://news.example/c.xml", "https://news.example/d.xml"}));
}

TEST(Sitemap, ReadsTheNewsExtensionAndNoOther) {
    const Sitemap sitemap =
        read("<s:urlset xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9' "
             "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9' "
             "xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'><s:url><s:loc>https://"
             "news.example/1</s:loc>"
             "<news:news><news:publication><news:name>The News</news:name><news:language>ar</news:language>"
             "</news:publication><news:publication_date>2025-10-12T10:00+03:00</news:publication_date>"
             "<news:title>عنوان</news:title></news:news><image:image><image:loc>https://news.example/1.jpg</"
             "image:loc>"
             "</image:image></s:url></s:urlset>");
    EXPECT_EQ(addresses(sitemap), Addresses{"https://news.example/1"});
    const News& news = sitemap.locations.at(0).news.value();
    EXPECT_EQ(news.title, "عنوان");
    EXPECT_EQ(news.publication, "The News");
    EXPECT_EQ(news.language, "ar");
    EXPECT_EQ(date::to_iso8601(news.published.value()), "2025-10-12T10:00+03:00");
}

TEST(Sitemap, MakesAddressesAbsoluteAndDropsFragments) {
    EXPECT_EQ(addresses(read("<urlset><url><loc>www.news.example/1#top</loc></url><url><loc>/2</loc></"
                             "url><url><loc/></url></urlset>")),
              (Addresses{"https://www.news.example/1", "https://news.example/2"}));
}

TEST(Sitemap, ReadsPlainText) {
    EXPECT_EQ(addresses(read(
                  "\xEF\xBB\xBFhttps://news.example/1\r\n\r\nnot an address\r\n https://news.example/2#x")),
              (Addresses{"https://news.example/1", "https://news.example/2"}));
}

TEST(Sitemap, CutsLinesOfPlainTextBetweenCharacters) {
    for (const std::string_view before : {"https://a.example/", "https://aa.example/"}) {
        std::string line(before);
        while (line.size() < (20u << 10))
            line += "ش";
        const auto cut = addresses(read(line + "\nhttps://news.example/2"));
        ASSERT_EQ(cut.size(), 2u);
        EXPECT_LT(cut[0].size(), line.size());
        EXPECT_TRUE(text::is_valid_utf8(cut[0])) << before;
        EXPECT_EQ(cut[1], "https://news.example/2");
    }
}

TEST(Sitemap, ReadsFeeds) {
    const Sitemap sitemap =
        read("<rss><channel><link>https://news.example/</link><item><link>https://news.example/1</link>"
             "<pubDate>Sun, 12 Oct 2025 10:00:00 GMT</pubDate></item></channel></rss>");
    EXPECT_EQ(addresses(sitemap), Addresses{"https://news.example/1"});
    EXPECT_EQ(date::to_iso8601(sitemap.locations[0].last_modified.value()), "2025-10-12T10:00:00Z");
}

TEST(Sitemap, ReadsGzip) {
    EXPECT_EQ(addresses(read(gzip(two_pages))), two_addresses);
}

TEST(Sitemap, ReadsWhatATruncatedGzipHolds) {
    std::string many = "<urlset>";
    for (int i = 0; i < 20'000; ++i)
        many += "<url><loc>https://news.example/" + std::to_string(i * 7919) + "</loc></url>";
    const std::string packed = gzip(many);
    const Sitemap sitemap = read(std::string_view(packed).substr(0, packed.size() / 2));
    EXPECT_TRUE(sitemap.salvaged);
    EXPECT_GT(sitemap.locations.size(), 1000u);
}

TEST(Sitemap, SaysWhatIsWrong) {
    const auto code = [](std::string_view bytes) {
        const auto sitemap = parse(bytes, {});
        return sitemap ? std::string("none") : std::string(name(sitemap.error().code));
    };
    EXPECT_EQ(code(""), "empty");
    EXPECT_EQ(code("<html><body/></html>"), "wrong_content");
    EXPECT_EQ(code("bogus"), "bad_feed");
    EXPECT_EQ(code("<svg/>"), "bad_feed");
}

TEST(Bounds, FiftyThousandLocationsAreRead) {
    std::string document = "<urlset>";
    for (std::size_t i = 0; i < max_locations + 100; ++i)
        document += "<url><loc>https://news.example/</loc></url>";
    const Sitemap sitemap = read(document);
    EXPECT_EQ(sitemap.locations.size(), max_locations);
    EXPECT_TRUE(sitemap.salvaged);
}

TEST(Bounds, AGzipBombIsRefusedAtTheLimit) {
    const auto sitemap = parse(gzip(std::string(max_sitemap_bytes + 1, ' ')), {});
    ASSERT_FALSE(sitemap);
    EXPECT_EQ(sitemap.error().code, Errc::too_large);
}

TEST(Gunzip, ReadsSeveralMembersAndIgnoresPadding) {
    const auto unpacked = gunzip(gzip("one ") + gzip("two") + std::string(10, '\0'), 100);
    ASSERT_TRUE(unpacked);
    EXPECT_EQ(unpacked->bytes, "one two");
    EXPECT_TRUE(unpacked->whole);
}

TEST(Gunzip, KeepsWhatCameBeforeDamage) {
    std::string packed = gzip("hello");
    packed.resize(packed.size() - 8); // without checksum and size
    const auto unpacked = gunzip(packed, 100);
    ASSERT_TRUE(unpacked);
    EXPECT_EQ(unpacked->bytes, "hello");
    EXPECT_FALSE(unpacked->whole);
}

} // namespace
} // namespace khabar::sitemap
