#pragma once
// Where articles belong by the engine's word and the rulings that stand. Pure.

#include "daemon/story/rulings.hpp"

#include <cstdint>
#include <map>
#include <span>

namespace khabar::story {

struct Standing {
    std::int64_t wing = no_wing;
    std::int64_t story = 0; // that it is in at present
};

// By article: a number of the group it belongs to; that of a wing where the group is called as one. From the
// wings, each ruling in turn, earliest first: a merge puts the group of its one side to that of the other; a
// split parts every group that holds articles of both its sides. Who came after the split goes with those it
// is in one story with now.
[[nodiscard]] std::map<std::int64_t, std::int64_t> replay(const std::map<std::int64_t, Standing>& articles,
                                                          std::span<const Ruling> rulings);

} // namespace khabar::story
