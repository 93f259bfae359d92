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
bool is_series(const Overlap& overlap, const Circumstance& circumstance) noexcept {
    if (overlap.fewer_numbers == 0 || overlap.numbers >= 1) return false;
    const double filled_in = overlap.masked_containment - overlap.containment;
    if (overlap.fewer_numbers >= numbers_that_tell && overlap.numbers <= numbers_disagree &&
        overlap.jaccard < numbers_outweighed)
        return true;
    if (filled_in >= mould_difference && overlap.numbers <= numbers_agree) return true;
    return overlap.masked_containment >= mould_likeness && filled_in > 0 &&
           overlap.numbers <= numbers_agree && (!same_edition_as(circumstance) || circumstance.same_source);
}

Verdict alike(const Overlap& overlap) noexcept {
    if (overlap.containment >= copy_containment && overlap.jaccard >= copy_jaccard)
        return {Relation::same, Guard::none};
    return {overlap.jaccard < abridged_jaccard ? Relation::abridged : Relation::edited, Guard::none};
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
    if (overlap.weekdays_conflict && overlap.jaccard < weekday_outweighed && !same_edition_as(circumstance))
        return {Relation::series, Guard::weekdays};
    if (is_series(overlap, circumstance)) return {Relation::series, Guard::numbers};

    const Tier& tier = tier_of(circumstance.gap);
    const bool enough = overlap.containment >= tier.containment;
    if (overlap.subjects < tier.subjects && overlap.jaccard < subjects_outweighed)
        return {enough ? Relation::series : Relation::none, Guard::subjects};
    if (overlap.numbers < tier.numbers && overlap.jaccard < numbers_outweighed)
        return {enough ? Relation::series : Relation::none, Guard::numbers};
    if (overlap.common < tier.words * overlap.containment) return {Relation::series, Guard::length};
    if (overlap.headline < tier.headline && overlap.jaccard < headline_outweighed)
        return {enough ? Relation::series : Relation::none, Guard::headline};
    const Likeness left = without_formula(overlap, tier.formula ? circumstance.formula : 0);
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

    if (left.containment < tier.containment && overlap.containment >= tier.containment)
        return {Relation::series, Guard::formula};
    if (overlap.containment >= contained_containment && overlap.jaccard < abridged_jaccard)
        return {Relation::contained, Guard::opening};
    return {};
}

} // namespace khabar::fingerprint
