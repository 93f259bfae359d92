#include "parsers/fingerprint/compare.hpp"

#include "parsers/fingerprint/constants.hpp"

#include <algorithm>

namespace khabar::fingerprint {

namespace {

double ratio(std::size_t part, std::size_t whole) noexcept {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

// Where the common shingles stand: see Overlap.
void compare_positions(const Fingerprint& shorter, const Fingerprint& longer, Overlap& out) noexcept {
    const std::size_t opening =
        shorter.shingles.size() + shorter.shingles.size() / opening_slack + opening_margin;
    std::uint32_t in_opening = 0;
    std::uint32_t short_lead = 0;
    std::uint32_t long_lead = 0;
    for (std::size_t i = 0, j = 0; i < shorter.shingles.size() && j < longer.shingles.size();) {
        if (shorter.shingles[i] < longer.shingles[j]) {
            ++i;
        } else if (longer.shingles[j] < shorter.shingles[i]) {
            ++j;
        } else {
            ++out.common;
            in_opening += longer.positions[j] < opening;
            short_lead += shorter.positions[i] < lead_words;
            long_lead += longer.positions[j] < lead_words;
            ++i;
            ++j;
        }
    }
    out.opening = ratio(in_opening, out.common);
    out.lead_of_shorter = ratio(short_lead, std::min(lead_words, shorter.shingles.size()));
    out.lead_of_longer = ratio(long_lead, std::min(lead_words, longer.shingles.size()));
}

double headline_support(const Fingerprint& of, const Fingerprint& by) noexcept {
    return of.headline.empty() ? 1.0 : ratio(count_common(of.headline, by.vocabulary), of.headline.size());
}

} // namespace

std::uint32_t count_common(const std::vector<Hash>& a, const std::vector<Hash>& b) noexcept {
    std::uint32_t common = 0;
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        if (*left < *right) {
            ++left;
        } else if (*right < *left) {
            ++right;
        } else {
            ++common;
            ++left;
            ++right;
        }
    }
    return common;
}

Overlap compare(const Fingerprint& a, const Fingerprint& b) noexcept {
    Overlap out;
    const bool a_shorter = a.shingles.size() <= b.shingles.size();
    const Fingerprint& shorter = a_shorter ? a : b;
    const Fingerprint& longer = a_shorter ? b : a;
    compare_positions(shorter, longer, out);
    out.containment = ratio(out.common, std::min(a.shingles.size(), b.shingles.size()));
    out.jaccard = ratio(out.common, a.shingles.size() + b.shingles.size() - out.common);
    out.masked_containment =
        ratio(count_common(a.masked, b.masked), std::min(a.masked.size(), b.masked.size()));
    out.fewer_numbers = static_cast<std::uint32_t>(std::min(a.numbers.size(), b.numbers.size()));
    if (out.fewer_numbers != 0) out.numbers = ratio(count_common(a.numbers, b.numbers), out.fewer_numbers);
    out.figures = count_common(a.figures, b.figures);
    out.headline = std::min(headline_support(a, b), headline_support(b, a));
    if (!shorter.subjects.empty())
        out.subjects = ratio(count_common(shorter.subjects, longer.vocabulary), shorter.subjects.size());
    out.weekdays_conflict = (a.weekdays & ~b.weekdays) != 0 && (b.weekdays & ~a.weekdays) != 0;
    return out;
}

} // namespace khabar::fingerprint
