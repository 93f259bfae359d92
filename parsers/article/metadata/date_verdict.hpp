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
// stays; its offset becomes what another claim tells of the same instant, or else, to give the day shown: the
// one of the time shown (to the quarter of an hour), of any other claim, or the least whole hour.
void take_local_day(date::DateTime& when, std::span<const DateClaim> published,
                    std::span<const DateClaim> updated);

} // namespace khabar::article
