#include "parsers/fingerprint/verdict.hpp"

#include "parsers/fingerprint/constants.hpp"

#include <algorithm>
#include <iterator>

namespace khabar::fingerprint {

namespace {

// The overlap without shingles that belong to a formula: taken out of both texts.
struct Likeness {
    double containment;
    double jaccard;
};

Likeness without_formula(const Overlap& overlap, double formula) noexcept {
    if (formula <= 0 || overlap.common == 0 || overlap.containment <= 0 || overlap.jaccard <= 0)
        return {overlap.containment, overlap.jaccard};
    const double common = overlap.common;
    const double out = common * std::min(formula, 1.0);
    const double shorter = common / overlap.containment - out;
    const double either = common / overlap.jaccard - out;
    if (shorter <= 0 || either <= 0) return {0, 0};
    return {(common - out) / shorter, (common - out) / either};
}

const Tier& tier_of(const std::optional<std::chrono::seconds>& gap) noexcept {
    if (!gap) return without_time;
    const auto* tier = std::begin(tiers);
    while (std::next(tier) != std::end(tiers) && std::chrono::abs(*gap) > tier->gap)
        ++tier;
    return *tier;
}

bool same_edition_as(const Circumstance& circumstance) noexcept {
    return circumstance.gap && std::chrono::abs(*circumstance.gap) <= same_edition;
}

// One mould filled in twice: equal but for what was filled in.
Guard series_guard(const Overlap& overlap, const Circumstance& circumstance) noexcept {
    const bool other_edition = !same_edition_as(circumstance);
    const double filled_in = overlap.masked_containment - overlap.containment;
    const bool nothing_else = filled_in > 0 && overlap.masked_containment >= mould_exact && other_edition;
    if (overlap.weekdays_conflict && other_edition && (nothing_else || overlap.jaccard < weekday_outweighed))
        return Guard::weekdays;
    if (overlap.fewer_numbers == 0 || overlap.numbers >= 1) return Guard::none;
    const bool most_differ = overlap.fewer_numbers >= numbers_that_tell &&
                             overlap.numbers <= numbers_disagree && overlap.jaccard < numbers_outweighed;
    const bool much_filled_in = filled_in >= mould_difference && overlap.numbers <= numbers_agree;
    const bool little_else = overlap.masked_containment >= mould_likeness && filled_in > 0 &&
                             overlap.numbers <= numbers_agree && (other_edition || circumstance.same_source);
    return nothing_else || most_differ || much_filled_in || little_else ? Guard::numbers : Guard::none;
}

Verdict alike(const Overlap& overlap) noexcept {
    if (overlap.containment >= copy_containment && overlap.jaccard >= copy_jaccard)
        return {Relation::same, Guard::none};
    return {overlap.jaccard < abridged_jaccard ? Relation::abridged : Relation::edited, Guard::none};
}

// What must hold however much is equal, in one span of time.
Guard tier_guard(const Overlap& overlap, const Tier& tier) noexcept {
    if (overlap.subjects < tier.subjects && overlap.jaccard < subjects_outweighed) return Guard::subjects;
    if (overlap.numbers < tier.numbers && overlap.jaccard < numbers_outweighed) return Guard::numbers;
    if (overlap.common < tier.words * overlap.containment) return Guard::length;
    if (overlap.headline < tier.headline && overlap.jaccard < headline_outweighed) return Guard::headline;
    return Guard::none;
}

// The ways to be the same story, by the thresholds of one span of time.
Verdict compare_with(const Tier& tier, const Overlap& overlap, const Likeness& left) noexcept {
    const double lead = (overlap.lead_of_shorter + overlap.lead_of_longer) / 2;
    const double least_lead = std::min(overlap.lead_of_shorter, overlap.lead_of_longer);
    if (left.containment >= tier.containment && left.jaccard >= tier.jaccard) {
        const bool opens_alike = least_lead >= tier.least_lead || overlap.jaccard >= lead_outweighed;
        return opens_alike ? alike(overlap) : Verdict{Relation::contained, Guard::lead};
    }
    // Less in common: then the openings must be the same, as in a text cut short or continued.
    if (left.containment >= tier.containment && left.jaccard >= tier.jaccard_with_lead && lead >= tier.lead)
        return alike(overlap);
    const bool numbers_hold = overlap.fewer_numbers < numbers_that_tell || overlap.numbers > numbers_agree;
    if (left.containment >= tier.abridged && overlap.opening >= opening_share && lead >= abridged_lead &&
        numbers_hold)
        return {Relation::abridged, Guard::none};
    return {};
}

} // namespace

std::string_view name(Guard guard) noexcept {
    switch (guard) {
    case Guard::none:
        break;
    case Guard::numbers:
        return "numbers";
    case Guard::weekdays:
        return "weekdays";
    case Guard::formula:
        return "formula";
    case Guard::opening:
        return "opening";
    case Guard::lead:
        return "lead";
    case Guard::headline:
        return "headline";
    case Guard::subjects:
        return "subjects";
    case Guard::length:
        return "length";
    }
    return "";
}

Verdict judge(const Overlap& overlap, const Circumstance& circumstance) noexcept {
    if (overlap.containment < related_containment) return {};
    if (const Guard guard = series_guard(overlap, circumstance); guard != Guard::none)
        return {Relation::series, guard};
    const Tier& tier = tier_of(circumstance.gap);
    if (const Guard guard = tier_guard(overlap, tier); guard != Guard::none)
        return {overlap.containment >= tier.containment ? Relation::series : Relation::none, guard};
    const Likeness left = without_formula(overlap, tier.formula ? circumstance.formula : 0);
    if (const Verdict verdict = compare_with(tier, overlap, left); verdict.relation != Relation::none)
        return verdict;
    if (left.containment < tier.containment && overlap.containment >= tier.containment)
        return {Relation::series, Guard::formula};
    if (overlap.containment >= contained_containment && overlap.jaccard < abridged_jaccard)
        return {Relation::contained, Guard::opening};
    return {};
}

} // namespace khabar::fingerprint
