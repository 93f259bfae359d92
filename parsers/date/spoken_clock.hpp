#pragma once
// The hour as Arabic says it: "الساعة الثالثة والنصف", "الساعة العاشرة إلا ربعا", "الساعة الثامنة وعشر
// دقائق".

#include "parsers/date/phrase.hpp"

#include <cstdint>
#include <optional>

namespace khabar::date {

struct SpokenClock {
    std::int64_t hour = 0;   // 1–12
    std::int64_t minute = 0; // may be below zero: minutes to the hour
    bool to_the_minute = false;
    std::size_t end = 0; // one past its last piece
};

// `clock` is the piece that announces it ("الساعة"). None where no hour in words follows.
[[nodiscard]] std::optional<SpokenClock> spoken_clock(const Phrase& phrase, std::size_t clock);

} // namespace khabar::date
