#include "parsers/article/metadata/page_dates.hpp"

#include "parsers/article/metadata/date_claims.hpp"
#include "parsers/article/metadata/date_verdict.hpp"
#include "parsers/article/metadata/declared_dates.hpp"
#include "parsers/article/metadata/shown_dates.hpp"
#include "parsers/date/date_time.hpp"

namespace khabar::article {
namespace {

using namespace std::chrono;

constexpr double trust_url = 7;
constexpr double trust_update_alone = 3; // least an update needs to stand for the publication
// A publication told with no more than this may be the time of serving.
constexpr double trust_weak = 3;

// The day in the address; where an archive's address holds the page's own, the one in that.
std::optional<date::DateTime> day_in_address(std::string_view path) {
    for (const std::string_view scheme : {"/http:/", "/https:/"})
        if (const auto at = path.find(scheme); at != std::string_view::npos)
            return date::from_url_path(path.substr(at + scheme.size()));
    return date::from_url_path(path);
}

// An update that is older than the publication, and better told, is the publication.
bool contradicts(const DateClaim& updated, const DateClaim& published, const PageDates& dates) {
    if (updated.trust <= published.trust) return false;
    const auto slack = published.trust <= trust_weak ? hours(0) : hours(24);
    return dates.updated->instant() + slack < dates.published->instant();
}

} // namespace

PageDates choose_dates(const DateWitnesses& witnesses) {
    DateClaims claims(witnesses);
    hear_declared_dates(witnesses, claims);
    hear_shown_dates(witnesses, claims);
    claims.from("address");
    if (const auto day = day_in_address(witnesses.url_path))
        claims.hear(Field::published, *day, trust_url, true);
    auto& published = claims.of(Field::published);
    auto& updated = claims.of(Field::updated);
    if (published.empty()) hear_dates_anywhere(witnesses, claims);

    const auto believe = [&](Field field, const std::optional<date::DateTime>& when) {
        if (witnesses.trace != nullptr && when) witnesses.trace->believe(field, date::to_iso8601(*when));
    };
    PageDates dates;
    dates.published = decide(published);
    believe(Field::published, dates.published);
    if (dates.published) take_local_day(*dates.published, published, updated);
    dates.updated = decide(updated);
    believe(Field::updated, dates.updated);
    if (dates.updated && updated.front().trust >= trust_update_alone &&
        (!dates.published || contradicts(updated.front(), published.front(), dates)))
        dates.published = dates.updated;
    if (dates.updated && dates.published && dates.updated->instant() <= dates.published->instant())
        dates.updated.reset();
    return dates;
}

} // namespace khabar::article
