#include "daemon/story/likeness.hpp"

#include "daemon/story/constants.hpp"

#include <cstdlib>

namespace khabar::story {

Kind kind_of(fingerprint::Relation relation, std::uint32_t words, std::uint32_t other_words) noexcept {
    using fingerprint::Relation;
    switch (relation) {
    case Relation::same:
        return Kind::same;
    case Relation::edited:
        return Kind::edited;
    case Relation::abridged:
        return words < other_words ? Kind::abridged_of : Kind::expanded_of;
    case Relation::contained:
        return Kind::contains_item;
    case Relation::series:
        return Kind::series;
    case Relation::none:
        break;
    }
    return Kind::unique;
}

Placement placement_of(const Member& member) {
    return {member.story, member.other, member.similarity, member.kind, {}};
}

fingerprint::Circumstance circumstance(const Member& a, const Member& b, const fingerprint::Rarity& rarity,
                                       fingerprint::Demand demand) {
    fingerprint::Circumstance out;
    if (a.reliable && b.reliable) out.gap = std::chrono::seconds(std::abs(a.time - b.time));
    out.rarity = rarity;
    out.demand = demand;
    out.longer_is_later = (a.words > b.words) == (a.time > b.time);
    out.same_source = a.source != 0 && a.source == b.source;
    return out;
}

std::vector<fingerprint::Hash> sample(const fingerprint::Fingerprint& print) {
    return print.vocabulary.size() < words_needed ? std::vector<fingerprint::Hash>()
                                                  : fingerprint::sketch(print);
}

} // namespace khabar::story
