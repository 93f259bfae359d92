#pragma once
// Do two texts tell the same story? A pure decision over their overlap, how far apart in time they appeared,
// and what the stream knows of their shared words. Constants and their reasons: constants.hpp.

#include "parsers/fingerprint/compare.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace khabar::fingerprint {

enum class Relation : std::uint8_t {
    none,      // nothing that matters in common
    same,      // word for word, but for headline, date line and credit
    edited,    // the same report, reworded, added to or shortened a little
    abridged,  // the shorter is the opening of the longer: a brief cut from it
    contained, // the shorter is an item within the longer (round-up, background): not the same story
    series,    // one mould, another day: bulletins, cables, prices: not the same story
};

// What decided against (or, with `none`, nothing did).
enum class Guard : std::uint8_t {
    none,
    numbers,
    weekdays,
    formula,
    opening,
    lead,
    headline,
    subjects,
    length
};

[[nodiscard]] std::string_view name(Guard guard) noexcept;

// How rare a text's shingles are in the stream, as means of 1 / (1 + other stories that have one).
struct Rarity {
    double common = 1; // of those both texts have
    double rest = 1;   // of the others
};

// How much two texts must have in common to be one story, as an operator wants it.
enum class Demand : std::uint8_t { loose, normal, strict };

struct Circumstance {
    std::optional<std::chrono::seconds>
        gap; // between the publications; none where one of the times is not reliable
    Rarity rarity;
    bool same_source = false;
    bool longer_is_later = false; // the longer text was published after the shorter
    Demand demand = Demand::normal;
};

struct Verdict {
    Relation relation = Relation::none;
    Guard guard = Guard::none;

    [[nodiscard]] bool same_story() const noexcept {
        return relation == Relation::same || relation == Relation::edited || relation == Relation::abridged;
    }
    // A reason to keep apart, not merely a lack of likeness.
    [[nodiscard]] bool against() const noexcept {
        return relation == Relation::contained || relation == Relation::series;
    }
};

[[nodiscard]] Verdict judge(const Overlap& overlap, const Circumstance& circumstance) noexcept;

} // namespace khabar::fingerprint
