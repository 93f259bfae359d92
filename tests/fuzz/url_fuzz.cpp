// URLs. First line: the base; the rest: the reference.

#include "parsers/url/canonical.hpp"
#include "parsers/url/url.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto rest = fuzz::as_text(data, size);
    const auto base = url::Url::parse(fuzz::take_line(rest));
    const auto parsed = url::Url::parse(rest, base ? &*base : nullptr);
    if (!parsed) return 0;
    fuzz::expect(parsed->href().size() <= url::max_url_bytes);
    const auto again = url::Url::parse(parsed->href());
    fuzz::expect(again && *again == *parsed);
    if (!parsed->is_http()) return 0;
    const auto fetched = url::fetch_form(*parsed);
    fuzz::expect(url::fetch_form(fetched) == fetched);
    fuzz::expect(url::canonical_key(fetched) == url::canonical_key(*parsed));
    return 0;
}
