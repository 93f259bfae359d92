#include "daemon/pipeline/page/retry.hpp"

#include <algorithm>
#include <array>

namespace khabar::pipeline {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// Two days in all: a newsroom's outage ends within one, and a page that is still not there after two will not
// come.
constexpr std::array<seconds, 6> transient_delays{minutes(2), minutes(15), hours(1),
                                                  hours(4),   hours(12),   hours(30)};
// The answer is definite, but servers publish a feed before its pages and undo mistakes: one more look, an
// hour later.
constexpr std::array<seconds, 1> definite_delays{hours(1)};
constexpr seconds our_delay = minutes(1);
constexpr seconds longest_retry_after = hours(24);

bool is_definite(Errc code) {
    switch (code) {
    case Errc::not_found:
    case Errc::http_client_error:
    case Errc::blocked:
    case Errc::not_an_article:
    case Errc::bad_html:
    case Errc::too_large:
    case Errc::too_slow:
    case Errc::too_deep:
    case Errc::empty:
    case Errc::wrong_content:
    case Errc::too_many_redirects:
    case Errc::robots_denied:
        return true;
    default:
        return false;
    }
}

bool is_final(Errc code) {
    return code == Errc::gone || code == Errc::bad_url || code == Errc::refused_address;
}

} // namespace

std::optional<seconds> retry_delay(Errc code, std::uint32_t attempt, std::optional<seconds> retry_after) {
    const seconds least = std::min(retry_after.value_or(seconds(0)), longest_retry_after);
    if (code == Errc::cancelled) return std::max(seconds(1), least);
    if (is_our_fault(code)) return std::max(our_delay, least);
    if (is_final(code)) return std::nullopt;
    const std::size_t done = attempt > 0 ? attempt - 1 : 0;
    if (is_definite(code))
        return done < definite_delays.size() ? std::optional(std::max(definite_delays[done], least))
                                             : std::nullopt;
    return done < transient_delays.size() ? std::optional(std::max(transient_delays[done], least))
                                          : std::nullopt;
}

} // namespace khabar::pipeline
