#pragma once
// The one hash behind words, shingles and sketches. Frozen: its values are stored.

#include <cstdint>

namespace khabar::fingerprint {

inline constexpr std::uint64_t hash_seed = 0x9E3779B97F4A7C15;

// MurmurHash3's 64-bit finaliser (Appleby, public domain): every input bit reaches every output bit.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t value) noexcept {
    value ^= value >> 33;
    value *= 0xFF51AFD7ED558CCD;
    value ^= value >> 33;
    value *= 0xC4CEB9FE1A85EC53;
    value ^= value >> 33;
    return value;
}

// Order matters.
[[nodiscard]] constexpr std::uint64_t combine(std::uint64_t hash, std::uint64_t value) noexcept {
    hash = (hash ^ value) * 0x9FB21C651E98DF25;
    return hash ^ (hash >> 32);
}

} // namespace khabar::fingerprint
