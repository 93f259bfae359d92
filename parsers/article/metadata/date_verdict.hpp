#pragma once
// What the claims about a date come to.

#include "parsers/article/metadata/date_claims.hpp"

#include <optional>
#include <span>

namespace khabar::article {

// Sorts the claims, the most trusted first. Claims within a day of each other agree where one of them knows
// its zone; two that only readers' eyes meet agree on one day alone. The group with most trust wins, in it
// the most trusted and most precise.
[[nodiscard]] std::optional<date::DateTime> decide(std::vector<DateClaim>& claims);

// "2023-11-01T23:01Z" on a page that shows 2 November: the newsroom's clock is ahead of UTC. The instant
// stays, its offset becomes the one shown to the quarter of an hour, or else the least whole hour that
// gives the day shown.
void take_local_day(date::DateTime& when, std::span<const DateClaim> claims);

} // namespace khabar::article
