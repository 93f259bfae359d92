#include "parsers/article/metadata/date_verdict.hpp"

#include <algorithm>

namespace khabar::article {
namespace {

using namespace std::chrono;

// How far the newsroom's clock may be from UTC where only the day it shows tells: Pacific time, Sydney.
constexpr hours farthest_west{8}, farthest_east{10};

bool names_day_alone(const DateClaim& claim) {
    return !claim.when.offset && claim.when.precision == date::Precision::day;
}

bool agree(const DateClaim& a, const DateClaim& b) {
    if (names_day_alone(a) && names_day_alone(b)) return a.when.local == b.when.local;
    return abs(a.when.instant() - b.when.instant()) <= hours(24);
}

} // namespace

std::optional<date::DateTime> decide(std::vector<DateClaim>& list) {
    if (list.empty()) return std::nullopt;
    std::stable_sort(list.begin(), list.end(),
                     [](const DateClaim& a, const DateClaim& b) { return a.trust > b.trust; });
    const DateClaim* best = nullptr;
    double most = 0;
    for (const auto& one : list) {
        // Five shy witnesses do not outvote a good one: what agrees counts less the more of it there is.
        double sum = one.trust, weight = 0.5;
        for (const auto& other : list) {
            if (&one == &other || !agree(one, other)) continue;
            sum += other.trust * weight;
            weight *= 0.5;
        }
        if (sum > most) most = sum, best = &one;
    }
    // Among those that agree, one that tells the hour and zone says more, if it is nearly as trusted.
    for (const auto& one : list)
        if (agree(one, *best) && one.when.precision > best->when.precision && one.trust >= best->trust * 0.6)
            best = &one;
    return best->when;
}

void take_local_day(date::DateTime& when, std::span<const DateClaim> claims) {
    if (!when.offset || *when.offset != minutes{0} || when.precision < date::Precision::minute) return;
    const auto instant = when.instant();
    const auto day = floor<days>(instant);
    // One place that shows the day as UTC has it settles it.
    for (const auto& one : claims)
        if (one.shown && !one.when.offset && floor<days>(one.when.instant()) == day) return;
    for (const auto& one : claims) {
        if (!one.shown || one.when.offset || abs(one.when.instant() - instant) > hours(38)) continue;
        const auto shown = floor<days>(one.when.instant());
        if (abs(shown - day) != days(1)) continue;
        auto offset = shown > day ? duration_cast<minutes>(shown - instant)
                                  : duration_cast<minutes>(day - instant) - minutes(1);
        offset = shown > day ? ceil<hours>(offset) : floor<hours>(offset);
        if (one.when.precision >= date::Precision::minute)
            offset = round<minutes>(one.when.instant() - instant) / 15 * 15;
        if (offset > farthest_east || offset < -farthest_west) continue;
        when.local = decltype(when.local)((instant + offset).time_since_epoch());
        when.offset = offset;
        return;
    }
}

} // namespace khabar::article
