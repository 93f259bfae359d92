#pragma once
// The dates that readers see: <time>, lines around the headline, elements whose class speaks of a date, and
// where those give none, lines anywhere that say "published".

#include "parsers/article/metadata/date_claims.hpp"

namespace khabar::article {

void hear_shown_dates(const DateWitnesses& witnesses, DateClaims& claims);

// For a page of which nothing else was heard.
void hear_dates_anywhere(const DateWitnesses& witnesses, DateClaims& claims);

} // namespace khabar::article
