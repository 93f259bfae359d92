#pragma once
// What two members are to each other, in the words of the tables and of parsers/fingerprint. Pure.

#include "daemon/story/tables.hpp"
#include "parsers/fingerprint/fingerprint.hpp"
#include "parsers/fingerprint/verdict.hpp"

#include <cstdint>
#include <vector>

namespace khabar::story {

// From the side of the text of `words` words.
[[nodiscard]] Kind kind_of(fingerprint::Relation relation, std::uint32_t words,
                           std::uint32_t other_words) noexcept;

[[nodiscard]] Placement placement_of(const Member& member);

[[nodiscard]] fingerprint::Circumstance
circumstance(const Member& a, const Member& b, const fingerprint::Rarity& rarity, fingerprint::Demand demand);

// What the index holds of a text: nothing where there are too few words to compare.
[[nodiscard]] std::vector<fingerprint::Hash> sample(const fingerprint::Fingerprint& print);

} // namespace khabar::story
