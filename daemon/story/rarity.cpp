#include "daemon/story/rarity.hpp"

#include "daemon/story/constants.hpp"

#include <algorithm>

namespace khabar::story {

fingerprint::Rarity rarity(std::span<const fingerprint::Hash> sketch, const Candidate& candidate,
                           const fingerprint::Fingerprint& other) {
    double common = 0;
    double rest = 0;
    std::size_t shared = 0;
    for (std::size_t i = 0; i < sketch.size(); ++i) {
        const double weight = 1.0 / (1.0 + candidate.elsewhere[i]);
        const bool both = std::binary_search(other.shingles.begin(), other.shingles.end(), sketch[i]);
        (both ? common : rest) += weight;
        shared += both;
    }
    if (shared < rarity_sample) return {};
    fingerprint::Rarity out;
    out.common = common / static_cast<double>(shared);
    if (shared < sketch.size()) out.rest = rest / static_cast<double>(sketch.size() - shared);
    return out;
}

} // namespace khabar::story
