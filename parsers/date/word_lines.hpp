#pragma once
// The dictionary of words.hpp as it is written down.

#include "parsers/date/words.hpp"

namespace khabar::date {

// `spellings`: ';' between consecutive values from `first` on, ',' between spellings of one value.
struct WordLine {
    Sense sense;
    int first;
    std::string_view spellings;
};

// Months and weekdays.
[[nodiscard]] std::span<const WordLine> calendar_names() noexcept;

// What stands around them: hours, zones, eras, numbers, distances, and what says that there is no date.
[[nodiscard]] std::span<const WordLine> words_around_dates() noexcept;

// Names, units and distances of CLDR's locales that stand in neither of the two.
[[nodiscard]] std::span<const WordLine> cldr_lines() noexcept;

} // namespace khabar::date
