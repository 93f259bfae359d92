// Sitemaps: XML, plain text, gzip, feeds. First line: the Content-Type header; the rest: the document.

#include "parsers/sitemap/sitemap.hpp"
#include "parsers/text/utf8.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto rest = fuzz::as_text(data, size);
    sitemap::Hints hints;
    hints.content_type = fuzz::take_line(rest);
    hints.url = "https://news.example/sitemap.xml";
    const auto sitemap = sitemap::parse(rest, hints);
    if (!sitemap) return 0;
    fuzz::expect(sitemap->locations.size() <= sitemap::max_locations);
    for (const auto& location : sitemap->locations)
        fuzz::expect(!location.address.empty() && text::is_valid_utf8(location.address));
    return 0;
}
