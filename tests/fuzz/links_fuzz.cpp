// What a page leads to: announced feeds, guesses, and a listing's articles. First line: the page's address;
// the rest: the page.

#include "parsers/html/document.hpp"
#include "parsers/links/announced.hpp"
#include "parsers/links/articles.hpp"
#include "parsers/links/well_known.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/url/url.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

namespace {

void expect_address(std::string_view address) {
    const auto url = url::Url::parse(address);
    fuzz::expect(url && url->is_http());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto rest = fuzz::as_text(data, size);
    auto address = fuzz::take_line(rest);
    if (!url::Url::parse(address)) address = "https://news.example/section/";
    const auto page = html::Document::parse(text::decode(rest).utf8);
    if (!page) return 0;
    const auto feeds = links::announced_feeds(*page, address);
    fuzz::expect(feeds.size() <= links::max_feeds);
    for (const auto& feed : feeds) {
        expect_address(feed.url);
        fuzz::expect(text::is_valid_utf8(feed.title));
    }
    for (const auto& feed : links::linked_feeds(*page, address))
        expect_address(feed.url);
    const auto software = links::software_of(*page);
    for (const auto& guess : links::well_known_feeds(address, software))
        expect_address(guess);
    links::ListingHints hints;
    hints.url = address;
    hints.now = std::chrono::sys_days(std::chrono::year(2025) / 10 / 15);
    const auto articles = links::article_links(*page, hints, 0);
    fuzz::expect(articles.size() <= links::max_articles);
    for (const auto& article : articles) {
        expect_address(article.url);
        fuzz::expect(text::is_valid_utf8(article.title) && article.score >= 0 && article.score <= 1);
    }
    return 0;
}
