#include "parsers/date/time_of_day.hpp"

#include "parsers/date/spoken_clock.hpp"
#include "parsers/date/zone.hpp"

namespace khabar::date {
namespace {

struct Clock {
    std::int64_t hour = 0;
    std::int64_t minute = 0;
    std::int64_t second = 0;
    Precision precision = Precision::hour;
    std::size_t begin = 0;
    std::size_t end = 0; // one past
};

class TimeFinder {
  public:
    explicit TimeFinder(Phrase& phrase) : phrase_(phrase) {}

    TimeFound run() {
        bool relative = false;
        for (std::size_t i = 0; i < phrase_.size(); ++i)
            relative = relative || phrase_.has(i, Sense::ago);
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            if (!phrase_.is_number(i) || phrase_[i].digits > 2) continue;
            std::optional<Clock> clock = with_colons(i);
            if (broken_) return {std::nullopt, true};
            if (!clock && !relative) clock = with_marks(i);
            if (!clock && !relative) clock = with_letter(i);
            if (!clock) clock = with_dot(i);
            if (!clock) clock = hour_alone(i);
            if (clock) return finish(*clock);
        }
        if (const auto spoken = in_spoken_words()) return finish(*spoken);
        return in_words();
    }

  private:
    [[nodiscard]] std::int64_t value(std::size_t i) const { return phrase_[i].value; }
    [[nodiscard]] bool two_digits(std::size_t i) const {
        return phrase_.is_number(i) && phrase_[i].digits == 2;
    }

    // 8:49, 08:49:37, 08:49:37.5
    std::optional<Clock> with_colons(std::size_t i) {
        if (!phrase_.is_mark(i + 1, ':') || !two_digits_or_one(i + 2)) return std::nullopt;
        if (i > 0 && phrase_.is_mark(i - 1, ':') && phrase_[i].glued && i > 1 && phrase_.is_number(i - 2))
            return std::nullopt;
        Clock clock{value(i), value(i + 2), 0, Precision::minute, i, i + 3};
        if (phrase_.is_mark(clock.end, ':') && phrase_.is_number(clock.end + 1)) {
            clock.second = value(clock.end + 1);
            clock.precision = Precision::second;
            broken_ = phrase_[clock.end + 1].digits > 2;
            clock.end += 2;
            const bool fraction = phrase_.is_mark(clock.end, '.') || phrase_.is_mark(clock.end, ',');
            if (fraction && phrase_[clock.end].glued && phrase_.is_number(clock.end + 1) &&
                phrase_[clock.end + 1].glued)
                clock.end += 2;
            if (phrase_.is_mark(clock.end, ':') && phrase_.is_number(clock.end + 1)) broken_ = true;
        }
        if (clock.hour > 24 || clock.minute > 59 || clock.second > 60) broken_ = true;
        return clock;
    }

    [[nodiscard]] bool two_digits_or_one(std::size_t i) const {
        return phrase_.is_number(i) && phrase_[i].digits <= 2;
    }

    // 21時40分
    std::optional<Clock> with_marks(std::size_t i) {
        if (!phrase_.has(i + 1, Sense::hour_mark)) return std::nullopt;
        Clock clock{value(i), 0, 0, Precision::hour, i, i + 2};
        if (two_digits_or_one(i + 2) && phrase_.has(i + 3, Sense::minute_mark)) {
            clock.minute = value(i + 2);
            clock.precision = Precision::minute;
            clock.end = i + 4;
        }
        return clock;
    }

    // 17h30, 20 Uhr, 9h
    std::optional<Clock> with_letter(std::size_t i) {
        if (!phrase_.has(i + 1, Sense::oclock)) return std::nullopt;
        Clock clock{value(i), 0, 0, Precision::hour, i, i + 2};
        if (two_digits(i + 2)) {
            clock.minute = value(i + 2);
            clock.precision = Precision::minute;
            clock.end = i + 3;
        }
        return clock;
    }

    [[nodiscard]] bool has_meridiem(std::size_t i) const {
        return phrase_.has(i, Sense::am) || phrase_.has(i, Sense::pm) || phrase_.has(i, Sense::night) ||
               phrase_.has(i, Sense::around_noon);
    }

    [[nodiscard]] bool is_minute_unit(std::size_t i) const {
        const auto unit = phrase_.sense(i, Sense::unit);
        return unit && static_cast<Unit>(*unit) == Unit::minute;
    }

    // 5.45 ip., klo 16.45, 20.30 Uhr
    std::optional<Clock> with_dot(std::size_t i) {
        if (!phrase_.is_mark(i + 1, '.') || !two_digits(i + 2) || !phrase_[i + 2].glued) return std::nullopt;
        const bool longer = phrase_.is_mark(i + 3, '.') && phrase_.is_number(i + 4);
        const bool inside = i > 1 && phrase_.is_mark(i - 1, '.') && phrase_[i].glued;
        const bool said =
            has_meridiem(i + 3) || phrase_.has(i + 3, Sense::oclock) ||
            (i > 0 && phrase_.has(i - 1, Sense::clock)) ||
            (i > 1 && phrase_.is_mark(i - 1, '.') && phrase_.has(i - 2, Sense::clock)); // kl. 10.17
        if (longer || inside || !said) return std::nullopt;
        return Clock{value(i), value(i + 2),
                     0,        Precision::minute,
                     i,        i + (phrase_.has(i + 3, Sense::oclock) ? 4u : 3u)};
    }

    // 5pm, 3 م, الساعة 3
    std::optional<Clock> hour_alone(std::size_t i) {
        const bool announced = i > 0 && phrase_.has(i - 1, Sense::clock);
        const bool of_the_next = phrase_.is_number(i + 2) && phrase_.is_mark(i + 3, ':'); // 12 上午 10:17
        const bool parted = has_meridiem(i + 1) && !of_the_next && value(i) >= 1 && value(i) <= 12;
        if ((!announced && !parted) || value(i) > 24) return std::nullopt;
        if (announced && phrase_.has(i + 1, Sense::filler) && two_digits_or_one(i + 2) &&
            is_minute_unit(i + 3))
            return Clock{value(i), value(i + 2), 0, Precision::minute, i, i + 4}; // الساعة 10 و30 دقيقة
        return Clock{value(i), 0, 0, Precision::hour, i, i + 1};
    }

    // Only with the half of the day beside it: nobody says "الساعة الثالثة" of 15:00 without one.
    std::optional<Clock> in_spoken_words() {
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            if (!phrase_.has(i, Sense::clock)) continue;
            const auto spoken = spoken_clock(phrase_, i);
            if (!spoken) continue;
            phrase_.use(i);
            const bool parted = has_meridiem(spoken->end) || phrase_.has(spoken->end, Sense::midnight);
            const bool before = spoken->minute < 0;
            Clock clock{before ? spoken->hour - 1 : spoken->hour,
                        before ? spoken->minute + 60 : spoken->minute,
                        0,
                        spoken->to_the_minute ? Precision::minute : Precision::hour,
                        i,
                        spoken->end};
            if (parted) return clock;
            for (; i < spoken->end; ++i)
                phrase_.use(i);
        }
        return std::nullopt;
    }

    TimeFound in_words() {
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            const bool noon = phrase_.has(i, Sense::noon);
            if (!noon && !phrase_.has(i, Sense::midnight)) continue;
            phrase_.use(i);
            TimeOfDay time;
            time.since_midnight = std::chrono::hours{noon ? 12 : 0};
            time.precision = Precision::hour;
            return {time, false};
        }
        return {};
    }

    void meridiem(Clock& clock, std::size_t i) {
        if (phrase_.has(i, Sense::am)) {
            if (clock.hour == 12) clock.hour = 0;
        } else if (phrase_.has(i, Sense::pm)) {
            if (clock.hour < 12) clock.hour += 12;
        } else if (phrase_.has(i, Sense::around_noon)) {
            constexpr std::int64_t first_hour = 10; // "11:30 ظهرا" is before twelve, "1:15 ظهرا" after
            if (clock.hour < first_hour) clock.hour += 12;
        } else if (clock.hour == 12) { // at night, at midnight
            clock.hour = 0;
        } else if (clock.hour >= 6 && clock.hour < 12) {
            clock.hour += 12;
        }
    }

    TimeFound finish(Clock clock) {
        TimeOfDay time;
        time.unpadded = phrase_[clock.begin].digits == 1;
        if (const std::size_t after = clock.end + (phrase_.is_mark(clock.end, ',') ? 1 : 0);
            has_meridiem(after) || (phrase_.has(after, Sense::midnight) && clock.hour == 12)) {
            time.latin_half = static_cast<unsigned char>(phrase_[after].word[0]) < 0x80;
            meridiem(clock, after);
            phrase_.use(after);
            clock.end = after + 1;
        } else if (clock.begin > 0 && has_meridiem(clock.begin - 1) &&
                   phrase_[clock.begin - 1].word.size() > 2) {
            meridiem(clock, clock.begin - 1);
            phrase_.use(clock.begin - 1);
        }
        if (clock.hour > 24 || clock.minute > 59) return {std::nullopt, true};
        time.since_midnight = std::chrono::hours{clock.hour} + std::chrono::minutes{clock.minute} +
                              std::chrono::seconds{clock.second};
        if (time.since_midnight > std::chrono::hours{24}) return {std::nullopt, true};
        time.precision = clock.precision;
        for (std::size_t i = clock.begin; i < clock.end; ++i)
            phrase_.use(i);
        zone_after(clock.end, time);
        return {broken_ ? std::nullopt : std::optional(time), broken_};
    }

    // "GMT", "(UTC+3)", "+03:00", "-0500", "بتوقيت غرينتش"
    void zone_after(std::size_t i, TimeOfDay& time) {
        while (i < phrase_.size() &&
               (phrase_.is_mark(i, '.') || phrase_.is_mark(i, '(') || phrase_.is_mark(i, '[') ||
                (phrase_.has(i, Sense::filler) && !phrase_[i].capital && !phrase_.is_number(i))))
            ++i;
        if (i >= phrase_.size()) return;
        if (const auto minutes = phrase_.sense(i, Sense::zone)) {
            time.offset = std::chrono::minutes{*minutes};
        } else if (const auto place = phrase_.sense(i, Sense::place)) {
            time.place = static_cast<Place>(*place);
            phrase_.use(i);
            return;
        } else if (const auto clock = phrase_[i].capital ? named_clock(phrase_[i].word) : std::nullopt) {
            time.place = clock;
            phrase_.use(i);
            return;
        } else if (phrase_[i].is_word() && (phrase_[i].capital || phrase_[i].word == "z")) {
            time.offset = named_zone(phrase_[i].word);
        }
        const bool named = time.offset.has_value();
        if (named) phrase_.use(i++);
        if (const auto numeric = numeric_after(i, named))
            time.offset = time.offset.value_or(std::chrono::minutes{}) + *numeric;
    }

    std::optional<std::chrono::minutes> numeric_after(std::size_t i, bool named) {
        const bool plus = phrase_.is_mark(i, '+');
        if (!plus && !phrase_.is_mark(i, '-')) return std::nullopt;
        if (i + 1 >= phrase_.size() || !phrase_[i + 1].glued) return std::nullopt;
        if (!phrase_.is_number(i + 1)) { // "+zz:00"
            broken_ = broken_ || plus;
            return std::nullopt;
        }
        std::string text(1, plus ? '+' : '-');
        const std::size_t digits = phrase_[i + 1].digits;
        std::size_t end = i + 2;
        text += std::string(digits > std::to_string(value(i + 1)).size()
                                ? digits - std::to_string(value(i + 1)).size()
                                : 0,
                            '0') +
                std::to_string(value(i + 1));
        if (phrase_.is_mark(i + 2, ':') && two_digits(i + 3)) {
            text += ':' + std::string(value(i + 3) < 10 ? "0" : "") + std::to_string(value(i + 3));
            end = i + 4;
        } else if (phrase_.is_mark(i + 2, ':') && i + 3 < phrase_.size() && phrase_[i + 3].is_word() &&
                   phrase_[i + 3].glued) {
            broken_ = true; // "+00:zz"
        }
        const bool whole = digits == 4 || end == i + 4 || named || (plus && digits == 2);
        const auto offset = whole ? numeric_zone(text) : std::nullopt;
        if (!offset) return std::nullopt;
        for (std::size_t k = i; k < end; ++k)
            phrase_.use(k);
        return offset;
    }

    Phrase& phrase_;
    bool broken_ = false;
};

} // namespace

TimeFound find_time(Phrase& phrase) {
    return TimeFinder(phrase).run();
}

} // namespace khabar::date
