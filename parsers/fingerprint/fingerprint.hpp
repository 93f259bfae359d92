#pragma once
// What two texts are compared by. Words are normalised by a table of our own (frozen: stored hashes must not
// change with a library's version), reduced to a skeleton (spellings of one name become equal: سورية = سوريا,
// بوتن = بوتين), and every three neighbours become one 32-bit hash, a "shingle" (Broder 1997). Scripts
// without spaces count every character as a word; no language has a list of stop words.

#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar::fingerprint {

using Hash = std::uint32_t;

// One document, ready for comparing. About 22 bytes a word. `masked`, `numbers`, `headline` and `shingles`
// are sorted and without doubles.
struct Fingerprint {
    std::vector<Hash> shingles; // word 3-grams over skeletons; shorter texts: what there is
    std::vector<std::uint16_t>
        positions;                // of each shingle, where it first begins, in words; beyond 65,535: there
    std::vector<Hash> masked;     // 3-grams with every number and weekday replaced by one mark
    std::vector<Hash> numbers;    // numbers in the text
    std::vector<Hash> figures;    // those of them that two events hardly share (Word::figure)
    std::vector<Hash> headline;   // skeleton words of the title
    std::vector<Hash> subjects;   // skeleton words that the text has twice or more: what it is about
    std::vector<Hash> vocabulary; // skeleton words of title and text
    std::uint32_t words = 0;      // in the text
    std::uint8_t weekdays = 0;    // bit 0 Sunday … bit 6 Saturday: days the text names
    std::uint64_t content = 0;    // hash of the whole word sequence: equal contents are equal texts

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

// Any bytes are accepted (ill-formed UTF-8 separates words); time and memory are linear, and text past
// `max_text_bytes` is not looked at.
[[nodiscard]] Fingerprint make(std::string_view title, std::string_view text);

// The sample that finds candidates: the k smallest shingles after mixing, k = clamp(n / 12, 12, 64) (a
// bottom-k sketch), sorted.
[[nodiscard]] std::vector<Hash> sketch(const Fingerprint& print);

} // namespace khabar::fingerprint
