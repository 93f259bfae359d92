// Bytes as text: encodings, folding, escaping, and the extractor for text that another program flattened.

#include "parsers/article/extract.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto rest = fuzz::as_text(data, size);
    const auto content_type = fuzz::take_line(rest);
    for (const auto markup : {text::Markup::html, text::Markup::xml, text::Markup::none}) {
        const auto decoded = text::decode(rest, content_type, markup);
        fuzz::expect(text::is_valid_utf8(decoded.utf8));
        fuzz::expect(decoded.utf8.find('\0') == std::string::npos);
    }
    const std::string utf8 = text::to_valid_utf8(rest);
    const std::string folded = text::fold(utf8);
    fuzz::expect(text::is_valid_utf8(folded));
    fuzz::expect(text::fold(folded) == folded);
    fuzz::expect(text::is_valid_utf8(text::clean_field(utf8)));
    const std::string escaped = text::escape_for_log(utf8);
    fuzz::expect(escaped.find_first_of("\n\r\x1b") == std::string::npos && text::is_valid_utf8(escaped));
    if (const auto article = article::extract_text(utf8)) {
        for (const auto& block : article->blocks)
            fuzz::expect(text::is_valid_utf8(block.text));
    }
    return 0;
}
