#pragma once
// The day in a sentence that tells of the publication: "This entry was posted on Saturday, 3 May 2025 at
// 10:00 and is filed under …", "… wurde am 3. Mai 2025 veröffentlicht".

#include "parsers/date/parse.hpp"

#include <optional>
#include <string_view>

namespace khabar::article {

// The first date of a sentence that holds a word of publication (in twelve languages); nothing where it holds
// none. At most 60 words are looked at.
[[nodiscard]] std::optional<date::DateTime> date_of_publication(std::string_view sentence,
                                                                const date::Context& context);

} // namespace khabar::article
