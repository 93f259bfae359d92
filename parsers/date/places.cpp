#include "parsers/date/places.hpp"

namespace khabar::date {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

using Offset = std::optional<minutes>;

Offset since(local_days day, year_month_day first, minutes offset) noexcept {
    return day >= local_days{first} ? Offset(offset) : std::nullopt;
}

bool between(local_days day, year_month_weekday_last begin, year_month_weekday_last end) noexcept {
    return day >= local_days{begin} && day < local_days{end};
}

// Directive 2000/84/EC, and the same days in the years before it.
Offset european(local_days day, minutes winter) noexcept {
    const auto y = year_month_day{day}.year();
    if (y < 1996y) return std::nullopt;
    return between(day, y / March / Sunday[last], y / October / Sunday[last]) ? winter + 1h : winter;
}

// Law 24 of 2023; from 2015 to 2022 there was no summer time.
Offset egyptian(local_days day) noexcept {
    const auto y = year_month_day{day}.year();
    if (y < 2015y) return std::nullopt;
    if (y < 2023y) return 2h;
    const bool summer =
        day >= local_days{y / April / Friday[last]} && day <= local_days{y / October / Thursday[last]};
    return summer ? 3h : 2h;
}

// No winter time since the summer of 2022; in the ten years before, summer from the last Friday of March to
// that of October.
Offset syrian(local_days day) noexcept {
    const auto y = year_month_day{day}.year();
    if (y < 2012y) return std::nullopt;
    if (day >= local_days{2022y / October / 28}) return 3h;
    return between(day, y / March / Friday[last], y / October / Friday[last]) ? 3h : 2h;
}

// Energy Policy Act of 2005, in force since 2007.
Offset american(local_days day, minutes winter) noexcept {
    const auto y = year_month_day{day}.year();
    if (y < 2007y) return std::nullopt;
    const bool summer =
        day >= local_days{y / March / Sunday[2]} && day < local_days{y / November / Sunday[1]};
    return summer ? winter + 1h : winter;
}

} // namespace

std::optional<minutes> offset_at(Place place, local_days day) noexcept {
    switch (place) {
    case Place::damascus:
        return syrian(day);
    case Place::turkey:
        return since(day, 2016y / September / 7, 3h);
    case Place::moscow:
        return since(day, 2014y / October / 26, 3h);
    case Place::khartoum:
        return since(day, 2017y / November / 1, 2h);
    case Place::tehran:
        return since(day, 2022y / September / 21, 3h + 30min);
    case Place::cairo:
        return egyptian(day);
    case Place::beirut:
        return european(day, 2h);
    case Place::britain:
        return european(day, 0min);
    case Place::paris:
        return european(day, 1h);
    case Place::athens:
        return european(day, 2h);
    case Place::new_york:
        return american(day, -5h);
    case Place::chicago:
        return american(day, -6h);
    case Place::denver:
        return american(day, -7h);
    case Place::los_angeles:
        return american(day, -8h);
    }
    return std::nullopt;
}

} // namespace khabar::date
