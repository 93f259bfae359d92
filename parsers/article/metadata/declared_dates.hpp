#pragma once
// The dates that a page's head states: JSON-LD and <meta>.

#include "parsers/article/metadata/date_claims.hpp"

namespace khabar::article {

void hear_declared_dates(const DateWitnesses& witnesses, DateClaims& claims);

} // namespace khabar::article
