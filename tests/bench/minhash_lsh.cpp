#include "tests/bench/minhash_lsh.hpp"

#include "parsers/fingerprint/fingerprint.hpp"
#include "parsers/fingerprint/mix.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace khabar::bench {

MinHashLsh::Signature MinHashLsh::sign(std::string_view text) {
    Signature signature;
    signature.fill(std::numeric_limits<std::uint32_t>::max());
    for (const fingerprint::Hash shingle : fingerprint::make({}, text).shingles)
        for (std::size_t i = 0; i < signature.size(); ++i)
            signature[i] = std::min(signature[i], static_cast<std::uint32_t>(fingerprint::mix(
                                                      shingle + (i + 1) * fingerprint::hash_seed)));
    return signature;
}

std::int64_t MinHashLsh::place(std::string_view text) {
    const Signature signature = sign(text);
    std::set<std::uint32_t> candidates;
    std::array<std::uint64_t, bands> keys;
    for (std::size_t band = 0; band < bands; ++band) {
        keys[band] = fingerprint::hash_seed;
        for (std::size_t row = 0; row < rows; ++row)
            keys[band] = fingerprint::combine(keys[band], signature[band * rows + row]);
        if (const auto found = tables_[band].find(keys[band]); found != tables_[band].end())
            candidates.insert(found->second.begin(), found->second.end());
    }
    const auto id = static_cast<std::uint32_t>(signatures_.size());
    std::int64_t cluster = id;
    double best = threshold_;
    for (const std::uint32_t candidate : candidates) {
        std::size_t equal = 0;
        for (std::size_t i = 0; i < signature.size(); ++i)
            equal += signature[i] == signatures_[candidate][i];
        const double likeness = static_cast<double>(equal) / static_cast<double>(signature.size());
        if (likeness < best) continue;
        best = likeness;
        cluster = clusters_[candidate];
    }
    for (std::size_t band = 0; band < bands; ++band)
        tables_[band][keys[band]].push_back(id);
    signatures_.push_back(signature);
    clusters_.push_back(cluster);
    return cluster;
}

std::size_t MinHashLsh::bytes() const noexcept {
    std::size_t sum = signatures_.size() * (sizeof(Signature) + sizeof(std::int64_t));
    for (const auto& table : tables_) // a node: next, key, vector and its block; a bucket pointer
        sum += table.size() *
               (sizeof(void*) * 2 + sizeof(std::uint64_t) + sizeof(std::vector<std::uint32_t>) + 16);
    return sum;
}

} // namespace khabar::bench
