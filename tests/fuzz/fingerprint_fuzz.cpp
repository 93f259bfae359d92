// Two documents, headline and text each: what they are compared by, and the verdict.

#include "parsers/fingerprint/compare.hpp"
#include "parsers/fingerprint/constants.hpp"
#include "parsers/fingerprint/verdict.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

#include <algorithm>

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto rest = fuzz::as_text(data, size);
    const auto title = fuzz::take_line(rest);
    const auto half = rest.substr(0, rest.size() / 2);
    const auto a = fingerprint::make(title, half);
    const auto b = fingerprint::make(title, rest);
    fuzz::expect(std::ranges::is_sorted(a.shingles) && a.positions.size() == a.shingles.size());
    fuzz::expect(fingerprint::sketch(b).size() <= fingerprint::sketch_most);
    const auto there = fingerprint::compare(a, b);
    const auto back = fingerprint::compare(b, a);
    fuzz::expect(there.common == back.common && there.jaccard == back.jaccard);
    fuzz::expect(there.containment >= 0 && there.containment <= 1);
    (void)fingerprint::judge(there, {});
    return 0;
}
