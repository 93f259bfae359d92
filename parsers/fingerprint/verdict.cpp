#include "parsers/fingerprint/verdict.hpp"

#include "parsers/fingerprint/constants.hpp"

#include <algorithm>
#include <iterator>

namespace khabar::fingerprint {

namespace {

// A share of two texts, with each shingle counted by its rarity.
double weigh(double share, const Rarity& rarity) noexcept {
    const double common = share * rarity.common;
    const double rest = (1 - share) * rarity.rest;
    return common + rest > 0 ? common / (common + rest) : 0;
}

// What the two share, the stream has everywhere.
bool commonplace(const Tier& tier, const Overlap& overlap, const Rarity& rarity, Relation relation) noexcept {
    if (weigh(overlap.containment, rarity) < tier.rare) return true;
    return relation != Relation::abridged && weigh(overlap.jaccard, rarity) < tier.rare_jaccard;
}

const Tier& tier_at(const std::optional<std::chrono::seconds>& gap) noexcept {
    if (!gap) return without_time;
    const auto* tier = std::begin(tiers);
    while (std::next(tier) != std::end(tiers) && std::chrono::abs(*gap) > tier->gap)
        ++tier;
    return *tier;
}

Tier tier_of(const Circumstance& circumstance) noexcept {
    Tier tier = tier_at(circumstance.gap);
    if (circumstance.demand == Demand::normal) return tier;
    const double more = circumstance.demand == Demand::strict ? strict_more : -loose_less;
    tier.containment += more;
    tier.jaccard += more;
    tier.jaccard_with_lead += more;
    tier.abridged = std::min(tier.abridged + more, copy_containment);
    return tier;
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

// All of one text, word for word, in a longer one that is hardly twice as long: the page as it is, with its
// menus, and the article cleaned out of it; or a wire report with a newsroom's paragraphs around it.
bool whole(const Overlap& overlap) noexcept {
    return overlap.containment >= copy_containment && overlap.jaccard >= whole_jaccard;
}

// One begins anew, and tells the other from its first words further down: background.
bool retold(const Overlap& overlap) noexcept {
    return overlap.lead_of_shorter >= retold_lead && overlap.lead_of_longer <= other_lead &&
           overlap.jaccard < retold_outweighed && !whole(overlap);
}

// Much the same body under other first words.
bool lead_renewed(const Overlap& overlap) noexcept {
    return overlap.containment - overlap.lead_of_shorter > renewed_lead && overlap.figures == 0 &&
           overlap.jaccard < renewed_outweighed;
}

// Other numbers in the places of numbers. One number that only one text has is an addition.
bool numbers_replaced(const Overlap& overlap, double least) noexcept {
    return overlap.numbers < least && overlap.jaccard < numbers_outweighed &&
           (overlap.fewer_numbers > 1 || overlap.masked_containment > overlap.containment);
}

// What must hold however much is equal, in one span of time.
Guard tier_guard(const Overlap& overlap, const Tier& tier, bool other_edition) noexcept {
    if (overlap.subjects < tier.subjects && overlap.jaccard < tier.subjects_outweighed)
        return Guard::subjects;
    if (other_edition && lead_renewed(overlap)) return Guard::lead;
    if (numbers_replaced(overlap, tier.numbers)) return Guard::numbers;
    if (overlap.common < tier.words * overlap.containment) return Guard::length;
    if (overlap.headline < tier.headline && overlap.jaccard < tier.headline_outweighed)
        return Guard::headline;
    return Guard::none;
}

// A brief may be cut from yesterday's report; a long report that has yesterday's brief in it tells of today.
bool follows_up(const Overlap& overlap, const Circumstance& circumstance) noexcept {
    return circumstance.longer_is_later && overlap.headline < follow_up_headline;
}

// The brief is a small part of the longer text, and the headlines differ: an item that a round-up happens to
// begin with.
bool opens_a_round_up(const Overlap& overlap) noexcept {
    return overlap.jaccard < small_part_jaccard && overlap.headline < small_part_headline;
}

// The ways to be the same story, by the thresholds of one span of time.
Verdict compare_with(const Tier& tier, const Overlap& overlap, bool follow_up) noexcept {
    const double lead = (overlap.lead_of_shorter + overlap.lead_of_longer) / 2;
    if (whole(overlap)) return alike(overlap);
    const double least_lead = std::min(overlap.lead_of_shorter, overlap.lead_of_longer);
    if (overlap.containment >= tier.containment && overlap.jaccard >= tier.jaccard) {
        const bool opens_alike = least_lead >= tier.least_lead || overlap.jaccard >= lead_outweighed;
        return opens_alike ? alike(overlap) : Verdict{Relation::contained, Guard::lead};
    }
    if (overlap.containment >= tier.containment && overlap.jaccard >= figure_jaccard && overlap.figures != 0)
        return alike(overlap);
    // Less in common: then the openings must be the same, as in a text cut short or continued.
    if (overlap.containment >= tier.containment && overlap.jaccard >= tier.jaccard_with_lead &&
        lead >= tier.lead)
        return alike(overlap);
    const bool numbers_hold = overlap.fewer_numbers < numbers_that_tell || overlap.numbers > numbers_agree;
    if (!follow_up && overlap.containment >= tier.abridged && overlap.opening >= opening_share &&
        lead >= abridged_lead && numbers_hold && !opens_a_round_up(overlap))
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
    const Tier tier = tier_of(circumstance);
    const bool other_edition = circumstance.gap && !same_edition_as(circumstance);
    if (const Guard guard = tier_guard(overlap, tier, other_edition); guard != Guard::none)
        return {overlap.containment >= tier.containment ? Relation::series : Relation::none, guard};
    if (retold(overlap)) return {Relation::contained, Guard::lead};
    const Verdict verdict = compare_with(tier, overlap, other_edition && follows_up(overlap, circumstance));
    if (verdict.same_story() && commonplace(tier, overlap, circumstance.rarity, verdict.relation))
        return {Relation::series, Guard::formula};
    if (verdict.relation != Relation::none) return verdict;
    if (overlap.containment >= contained_containment && overlap.jaccard < abridged_jaccard)
        return {Relation::contained, Guard::opening};
    return {};
}

} // namespace khabar::fingerprint
