#include "parsers/date/relative.hpp"

#include <algorithm>

namespace khabar::date {
namespace {

using std::chrono::days;
using std::chrono::local_days;

// A label or two may stand around; a sentence may not.
constexpr std::size_t max_unknown_words = 3;
constexpr std::int64_t max_count = 100'000;

struct Span {
    std::chrono::seconds exact{};
    std::chrono::days whole_days{};
    std::int64_t months = 0;
    Unit finest = Unit::year;
    bool any = false;

    void add(Unit unit, std::int64_t count) {
        any = true;
        finest = std::min(finest, unit);
        switch (unit) {
        case Unit::second:
            exact += std::chrono::seconds{count};
            return;
        case Unit::minute:
            exact += std::chrono::minutes{count};
            return;
        case Unit::hour:
            exact += std::chrono::hours{count};
            return;
        case Unit::day:
            whole_days += days{count};
            return;
        case Unit::week:
            whole_days += days{7 * count};
            return;
        case Unit::month:
            months += count;
            return;
        case Unit::quarter:
            months += 3 * count;
            return;
        case Unit::year:
            months += 12 * count;
            return;
        }
    }
};

// Months back; 31 May less one month is 30 April.
local_days months_before(local_days day, std::int64_t months) {
    const std::chrono::year_month_day date{day};
    const auto month = std::chrono::year_month{date.year(), date.month()} - std::chrono::months{months};
    const std::chrono::year_month_day same{month.year(), month.month(), date.day()};
    return same.ok() ? local_days{same} : local_days{month / std::chrono::last};
}

Precision precision_of(Unit unit) {
    switch (unit) {
    case Unit::second:
        return Precision::second;
    case Unit::minute:
        return Precision::minute;
    case Unit::hour:
        return Precision::hour;
    default:
        return Precision::day;
    }
}

class RelativeFinder {
  public:
    RelativeFinder(const Phrase& phrase, const std::optional<TimeOfDay>& time, std::chrono::local_seconds now)
        : phrase_(phrase),
          time_(time),
          now_(now),
          unknown_(phrase.unknown_words()) {}

    std::optional<DateTime> run() const {
        if (unknown_ > max_unknown_words || is_vague()) return std::nullopt;
        if (const auto found = named_day()) return found;
        if (const auto found = span()) return found;
        if (const auto found = unit_before()) return found;
        if (const auto found = weekday()) return found;
        return just_now();
    }

  private:
    // "أمس", "yesterday at 5pm". A word like "hier" among others may belong to another language.
    [[nodiscard]] std::optional<DateTime> named_day() const {
        if (unknown_ > (time_ ? 1u : 0u)) return std::nullopt;
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            if (const auto shift = phrase_.sense(i, Sense::day_shift))
                return at_time(std::chrono::floor<days>(now_) + days{*shift});
        }
        return std::nullopt;
    }

    [[nodiscard]] DateTime at_time(local_days day) const {
        DateTime result{day, std::nullopt, Precision::day};
        if (!time_) return result;
        result.local += time_->since_midnight;
        result.precision = time_->precision;
        result.offset = time_->offset;
        return result;
    }

    // "години" are hours in Ukrainian, "6 години тому", and years in Bulgarian, "преди 6 години".
    [[nodiscard]] std::optional<int> unit_of(std::size_t i, bool ago_before) const {
        std::optional<int> unit;
        for (const Word& word : phrase_.words(i)) {
            if (word.sense == Sense::unit && (!unit || ago_before)) unit = word.value;
        }
        return unit;
    }

    // "قبل ساعة و20 دقيقة", "1 year, 2 months ago"
    [[nodiscard]] std::optional<DateTime> span() const {
        bool ago = false;
        bool ahead = false;
        bool after_hour = false; // "ساعة ونصف": half of an hour
        Span span;
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            if (phrase_.has(i, Sense::ago)) ago = true;
            if (!ago && !span.any && phrase_.has(i, Sense::ahead)) ahead = true;
            if (const auto part = phrase_.sense(i, Sense::minutes)) {
                span.add(Unit::minute, *part);
            } else if (const auto two = phrase_.sense(i, Sense::two_units)) {
                span.add(static_cast<Unit>(*two), 2);
                after_hour = static_cast<Unit>(*two) == Unit::hour;
            } else if (const auto fraction = phrase_.sense(i, Sense::part)) {
                if (!after_hour) return std::nullopt; // of what?
                span.add(Unit::minute, *fraction);
            } else if (const auto unit = unit_of(i, ago)) {
                if ((ago || ahead) && !span.any && is_few(i)) return a_few(static_cast<Unit>(*unit));
                const auto count = count_of(i, ago || ahead);
                if (!count) continue;
                if (*count > max_count) return std::nullopt;
                span.add(static_cast<Unit>(*unit), *count);
                after_hour = static_cast<Unit>(*unit) == Unit::hour;
            }
        }
        if (!span.any || (!ago && !ahead)) return std::nullopt;
        return moved(span, ago ? 1 : -1);
    }

    // "منذ أكثر من سنة", "less than 3 hours ago"
    [[nodiscard]] bool is_vague() const {
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            if (phrase_.has(i, Sense::vague)) return true;
        }
        return false;
    }

    // A plural without its number.
    [[nodiscard]] bool is_few(std::size_t unit) const {
        if (unit > 0 && phrase_.has(unit - 1, Sense::few)) return true;
        const bool counted =
            (unit > 0 && (phrase_.is_number(unit - 1) || phrase_.has(unit - 1, Sense::count))) ||
            phrase_.has(unit + 1, Sense::count);
        return !counted && phrase_.has(unit, Sense::several);
    }

    // A few seconds or minutes ago is now; more is nobody knows when.
    [[nodiscard]] std::optional<DateTime> a_few(Unit unit) const {
        if (unit > Unit::minute) return std::nullopt;
        return DateTime{now_, std::nullopt, Precision::minute};
    }

    // Before the unit: "3 ساعات", "two hours"; after it: "ساعة واحدة", "يوم 3"; none: "قبل ساعة".
    [[nodiscard]] std::optional<std::int64_t> count_of(std::size_t unit, bool announced) const {
        if (unit > 1 && phrase_.is_mark(unit - 1, '\'')) { // un'ora
            if (const auto count = phrase_.sense(unit - 2, Sense::count)) return *count;
        }
        if (unit > 0) {
            if (phrase_.is_number(unit - 1) && !phrase_.used(unit - 1)) {
                const bool fraction =
                    unit > 2 && phrase_.is_mark(unit - 2, '.') && phrase_.is_number(unit - 3);
                return fraction ? std::nullopt : std::optional(phrase_[unit - 1].value);
            }
            if (const auto count = phrase_.sense(unit - 1, Sense::count)) return with_ones(unit - 1, *count);
            // "عدة ساعات", "several hours": nobody knows how many.
            if (phrase_[unit - 1].is_word() && phrase_.words(unit - 1).empty()) return std::nullopt;
            if (phrase_.has(unit - 1, Sense::unit) || phrase_.has(unit - 1, Sense::two_units))
                return std::nullopt;
        }
        if (const auto count = phrase_.sense(unit + 1, Sense::count)) return *count;
        if (!announced || phrase_[unit].word.size() < 3 || is_year_number(unit + 1)) return std::nullopt;
        return 1;
    }

    // "منذ عام 2011": not a year ago
    [[nodiscard]] bool is_year_number(std::size_t i) const {
        return phrase_.is_number(i) && phrase_[i].digits == 4 && !phrase_.used(i);
    }

    // "خمسة وعشرين"
    [[nodiscard]] std::int64_t with_ones(std::size_t i, std::int64_t tens) const {
        if (tens < 20 || tens % 10 != 0 || i == 0) return tens;
        const std::size_t before = phrase_.has(i - 1, Sense::filler) && i > 1 ? i - 2 : i - 1;
        const auto ones = phrase_.sense(before, Sense::count);
        return ones && *ones < 10 ? tens + *ones : tens;
    }

    [[nodiscard]] std::optional<DateTime> moved(const Span& span, int back) const {
        if (span.months > 12 * max_years_ago || span.whole_days > days{366 * max_years_ago})
            return std::nullopt;
        const local_days today = std::chrono::floor<days>(now_);
        const auto time = now_ - today;
        const local_days day = months_before(today, back * span.months) - back * span.whole_days;
        DateTime result{day, std::nullopt, precision_of(span.finest)};
        if (time_ && result.precision == Precision::day) return at_time(day);
        if (result.precision == Precision::day) return result;
        result.local = day + time - back * span.exact;
        return result;
    }

    // "last month", "الأسبوع الماضي", "this week"
    [[nodiscard]] std::optional<DateTime> unit_before() const {
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            const auto unit = phrase_.sense(i, Sense::unit);
            const bool letter = phrase_[i].word.size() < 2 && !phrase_.has(i, Sense::last);
            if (!unit || letter) continue; // "h", "d"
            const auto beside = [&](Sense sense) {
                return phrase_.has(i, sense) || phrase_.has(i + 1, sense) ||
                       (i > 0 && phrase_.has(i - 1, sense));
            };
            if (beside(Sense::last)) {
                Span span;
                span.add(static_cast<Unit>(*unit), 1);
                return moved(span, 1);
            }
            if (beside(Sense::coming)) {
                Span span;
                span.add(static_cast<Unit>(*unit), 1);
                return moved(span, -1);
            }
            if (beside(Sense::current)) return this_unit(static_cast<Unit>(*unit));
        }
        return std::nullopt;
    }

    // "this month": as much as it says. "العام الحالي", "this week" name no day.
    [[nodiscard]] std::optional<DateTime> this_unit(Unit unit) const {
        const local_days today = std::chrono::floor<days>(now_);
        const std::chrono::year_month_day date{today};
        if (unit <= Unit::hour) return DateTime{now_, std::nullopt, Precision::minute};
        if (unit == Unit::day) return DateTime{today, std::nullopt, Precision::day};
        if (unit != Unit::month) return std::nullopt;
        return DateTime{local_days{date.year() / date.month() / 1}, std::nullopt, Precision::month};
    }

    // "Friday 10:30", "الجمعة الماضي": the latest one, today only if it is not called past; "الجمعة القادم":
    // the next.
    [[nodiscard]] std::optional<DateTime> weekday() const {
        if (unknown_ > 0) return std::nullopt;
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            const auto weekday = phrase_.sense(i, Sense::weekday);
            if (!weekday || phrase_.has(i, Sense::month) || has_open_number()) continue;
            const auto beside = [&](Sense sense) {
                return phrase_.has(i + 1, sense) || (i > 0 && phrase_.has(i - 1, sense));
            };
            local_days day = std::chrono::floor<days>(now_);
            const days step{beside(Sense::coming) ? 1 : -1};
            if (beside(Sense::last) || beside(Sense::coming)) day += step;
            while (std::chrono::weekday{day}.iso_encoding() - 1 != static_cast<unsigned>(*weekday))
                day += step;
            return at_time(day);
        }
        return std::nullopt;
    }

    [[nodiscard]] bool has_open_number() const {
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            if (phrase_.is_number(i) && !phrase_.used(i)) return true;
        }
        return false;
    }

    [[nodiscard]] std::optional<DateTime> just_now() const {
        if (unknown_ > 0 || has_open_number()) return std::nullopt;
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            if (phrase_.has(i, Sense::now)) return DateTime{now_, std::nullopt, Precision::minute};
        }
        return std::nullopt;
    }

    const Phrase& phrase_;
    const std::optional<TimeOfDay>& time_;
    std::chrono::local_seconds now_;
    std::size_t unknown_;
};

} // namespace

std::optional<DateTime> find_relative(const Phrase& phrase, const std::optional<TimeOfDay>& time,
                                      std::chrono::local_seconds now) {
    return RelativeFinder(phrase, time, now).run();
}

} // namespace khabar::date
