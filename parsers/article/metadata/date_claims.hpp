#pragma once
// What the witnesses of a page's dates say, before anyone decides.

#include "parsers/article/metadata/page_dates.hpp"
#include "parsers/article/page/trace.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace khabar::article {

struct DateClaim {
    date::DateTime when;
    double trust = 0;
    bool shown = false; // to readers, or in the address: the day on the newsroom's own clock
};

class DateClaims {
  public:
    explicit DateClaims(const DateWitnesses& witnesses);

    // Who speaks from here on, for the trace.
    void from(std::string_view origin) { origin_ = origin; }

    // A day before 1990 or in the future of the context's now is not taken, nor what names no day.
    void hear(Field field, const date::DateTime& when, double trust, bool shown = false);
    // The same of a text. Where "11/01/2023" can be read either way, both are taken: the way the page writes
    // its other dates with full trust.
    void hear(Field field, std::string_view text, double trust);

    // What a reader sees, as it was read. Distances in words count only while they name a day: up to a week.
    // Numbers that can be read either way are read as the page writes them.
    [[nodiscard]] std::optional<date::DateTime> believable(std::optional<date::DateTime> when,
                                                           std::string_view text) const;
    [[nodiscard]] std::optional<date::DateTime> read(std::string_view text) const;

    [[nodiscard]] const date::Context& context() const noexcept { return context_; }
    [[nodiscard]] std::vector<DateClaim>& of(Field field) noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return published_.size() + updated_.size(); }

  private:
    [[nodiscard]] std::string_view why_refused(const date::DateTime& when) const;

    Trace* trace_;
    date::Context context_;
    bool month_first_;
    std::vector<DateClaim> published_, updated_;
    std::string_view origin_;
};

} // namespace khabar::article
