// Subscription lists.

#include "parsers/opml/opml.hpp"
#include "parsers/text/utf8.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto list = opml::parse(fuzz::as_text(data, size));
    if (!list) return 0;
    fuzz::expect(list->feeds.size() <= opml::max_feeds);
    for (const auto& feed : list->feeds) {
        fuzz::expect(!feed.xml_url.empty());
        fuzz::expect(text::is_valid_utf8(feed.xml_url) && text::is_valid_utf8(feed.title) &&
                     text::is_valid_utf8(feed.group));
    }
    return 0;
}
