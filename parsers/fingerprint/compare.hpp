#pragma once
// What two fingerprints have in common, as numbers. Linear merges of sorted vectors: a few microseconds a
// pair.

#include "parsers/fingerprint/fingerprint.hpp"

namespace khabar::fingerprint {

struct Overlap {
    std::uint32_t common = 0; // shingles in both
    double containment = 0;   // common / shingles of the shorter text
    double jaccard = 0;       // common / shingles of either
    double opening =
        0; // share of `common` that stands in the opening of the longer text (as long as the shorter text is)
    double lead_of_shorter =
        0; // share of the first `lead_words` shingles of the shorter text that the longer has
    double lead_of_longer = 0; // and the other way round
    double masked_containment =
        0; // the same over `masked`: higher where the texts differ by numbers and weekdays
    double numbers =
        1; // share of the numbers of the text that has fewer which the other has too; 1 where it has none
    std::uint32_t fewer_numbers = 0; // how many those are
    std::uint32_t figures = 0;       // exact large numbers in both
    // Share of each headline's words that the other document has anywhere, the smaller of the two; 1 where
    // there is no headline. Copies under other headlines score high: both tell of the same names.
    double headline = 1;
    // Share of the words that the shorter text says twice or more (its subjects) that the other document has
    // anywhere; 1 where it repeats nothing. Two cables to two presidents share a mould, not their subjects.
    double subjects = 1;
    bool weekdays_conflict = false; // each names a weekday that the other does not
};

[[nodiscard]] Overlap compare(const Fingerprint& a, const Fingerprint& b) noexcept;

// Number of values that two sorted vectors share.
[[nodiscard]] std::uint32_t count_common(const std::vector<Hash>& a, const std::vector<Hash>& b) noexcept;

} // namespace khabar::fingerprint
