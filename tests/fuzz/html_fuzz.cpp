// A page, from its bytes to its article: decoding, the pre-scan, Gumbo under its budget, extraction,
// Markdown.

#include "parsers/article/extract.hpp"
#include "parsers/html/document.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/text/utf8.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto decoded = text::decode(fuzz::as_text(data, size));
    fuzz::expect(text::is_valid_utf8(decoded.utf8));
    const auto page = html::Document::parse(decoded.utf8);
    if (!page) return 0;
    article::Hints hints;
    hints.url = "https://news.example/2025/10/15/story";
    hints.now = std::chrono::sys_days(std::chrono::year(2025) / 10 / 15);
    const auto article = article::extract(*page, hints);
    if (!article) return 0;
    for (const auto& block : article->blocks)
        fuzz::expect(!block.text.empty() && text::is_valid_utf8(block.text));
    fuzz::expect(text::is_valid_utf8(article->title));
    fuzz::expect(text::is_valid_utf8(article::markdown(*article)));
    return 0;
}
