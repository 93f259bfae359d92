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

void move_to(date::DateTime& when, minutes offset) {
    when.local = decltype(when.local)((when.instant() + offset).time_since_epoch());
    when.offset = offset;
}

bool tells_offset(const DateClaim& claim) {
    return claim.when.offset && *claim.when.offset != minutes{0} &&
           claim.when.precision >= date::Precision::minute;
}

bool is_shown_near(const DateClaim& claim, sys_seconds instant) {
    return claim.shown && !claim.when.offset && abs(claim.when.instant() - instant) <= hours(38);
}

// The offset that puts `instant` on the day of `shown`, as far as that can be known.
std::optional<minutes> offset_for(sys_seconds instant, const DateClaim& shown,
                                  std::span<const minutes> stated) {
    const auto there = floor<days>(shown.when.instant());
    const auto here = floor<days>(instant);
    if (abs(there - here) != days(1)) return std::nullopt;
    minutes offset = there > here ? ceil<hours>(there - instant) : floor<hours>(here - instant - minutes(1));
    for (const auto one : stated)
        if (floor<days>(instant + one) == there) offset = one;
    if (shown.when.precision >= date::Precision::minute)
        offset = round<minutes>(shown.when.instant() - instant) / 15 * 15;
    if (offset > farthest_east || offset < -farthest_west) return std::nullopt;
    return offset;
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

void take_local_day(date::DateTime& when, std::span<const DateClaim> published,
                    std::span<const DateClaim> updated) {
    if (!when.offset || *when.offset != minutes{0} || when.precision < date::Precision::minute) return;
    const auto instant = when.instant();
    std::vector<sys_days> shown; // near it
    for (const auto& one : published)
        if (is_shown_near(one, instant)) shown.push_back(floor<days>(one.when.instant()));
    const auto is_shown = [&](sys_days day) { return std::ranges::find(shown, day) != shown.end(); };
    std::vector<minutes> stated;
    for (const auto claims : {published, updated})
        for (const auto& one : claims) {
            if (!tells_offset(one)) continue;
            const auto offset = *one.when.offset;
            const bool same = abs(one.when.instant() - instant) < minutes(1);
            if (same && (shown.empty() || is_shown(floor<days>(instant + offset))))
                return move_to(when, offset);
            stated.push_back(offset);
        }
    if (is_shown(floor<days>(instant))) return; // one place that shows the day as UTC has it settles it
    for (const auto& one : published) {
        if (!is_shown_near(one, instant)) continue;
        if (const auto offset = offset_for(instant, one, stated)) return move_to(when, *offset);
    }
}

} // namespace khabar::article
