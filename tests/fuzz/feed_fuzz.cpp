// Feeds of every kind. First line: the Content-Type header; the rest: the document.

#include "parsers/feed/feed.hpp"
#include "parsers/text/utf8.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto rest = fuzz::as_text(data, size);
    feed::Hints hints;
    hints.content_type = fuzz::take_line(rest);
    hints.url = "https://news.example/feed.xml";
    const auto feed = feed::parse(rest, hints);
    if (!feed) return 0;
    fuzz::expect(feed->entries.size() <= feed::max_entries);
    for (const auto& entry : feed->entries) {
        for (const auto* field : {&entry.id, &entry.link, &entry.original_link, &entry.title,
                                  &entry.summary_html, &entry.content_html, &entry.image})
            fuzz::expect(text::is_valid_utf8(*field));
    }
    return 0;
}
