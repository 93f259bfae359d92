// Selectors, as site rules and listings hold them, matched against a small page.

#include "parsers/html/selector.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto page = html::Document::parse(
        "<body class=a><div id=b class='c d'><p lang=ar>x<p><a href=/y>z</a></div><ul><li>1<li>2<li>3</ul>");
    const auto selector = html::Selector::compile(fuzz::as_text(data, size));
    if (!selector) return 0;
    for (const auto id : selector->select(*page))
        fuzz::expect(selector->matches(*page, id));
    return 0;
}
