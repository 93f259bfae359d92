#include "parsers/date/calendar_day.hpp"

#include "parsers/date/calendars.hpp"

#include <algorithm>
#include <array>

namespace khabar::date {
namespace {

using std::chrono::local_days;

constexpr auto npos = Phrase::npos;
constexpr int first_gregorian_year = 1583; // the first whole year of that calendar
constexpr int last_gregorian_year = 2999;
constexpr int buddhist_offset = 543;
// Beyond this the words are a sentence, and a day without a year in it no dateline.
constexpr std::size_t max_unknown_words = 1;

std::optional<local_days> gregorian(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (year < first_gregorian_year || year > last_gregorian_year) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(year)},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return local_days{date};
}

// A number of two digits in a date: this century up to next year, then the last one.
std::int64_t full_year(std::int64_t two_digits, std::optional<local_days> today) {
    constexpr std::int64_t usual_pivot = 70; // POSIX strptime has 69
    if (!today) return two_digits < usual_pivot ? 2000 + two_digits : 1900 + two_digits;
    const std::int64_t next = int{std::chrono::year_month_day{*today}.year()} + 1;
    return 2000 + two_digits <= next ? 2000 + two_digits : 1900 + two_digits;
}

class DayFinder {
  public:
    DayFinder(const Phrase& phrase, const std::optional<TimeOfDay>& time, std::optional<local_days> today)
        : phrase_(phrase),
          time_(time),
          today_(today) {}

    std::optional<DayFound> run() {
        if (const auto day = whole_date()) return DayFound{*day, Precision::day};
        if (const auto month = month_and_year()) return DayFound{*month, Precision::month};
        return std::nullopt;
    }

    std::optional<DayFound> run_without_year() {
        if (const auto day = without_year()) return DayFound{*day, Precision::day};
        return std::nullopt;
    }

  private:
    // ── what pieces can be ──
    [[nodiscard]] std::int64_t value(std::size_t i) const { return phrase_[i].value; }
    [[nodiscard]] bool open_number(std::size_t i) const { return phrase_.is_number(i) && !phrase_.used(i); }
    [[nodiscard]] bool is_day(std::size_t i) const {
        return open_number(i) && phrase_[i].digits <= 2 && value(i) >= 1 && value(i) <= 31;
    }
    [[nodiscard]] bool is_year(std::size_t i) const { return open_number(i) && phrase_[i].digits == 4; }
    [[nodiscard]] bool is_short_year(std::size_t i) const {
        return open_number(i) && phrase_[i].digits == 2 && i > 0 && phrase_[i].glued &&
               (phrase_.is_mark(i - 1, '-') || phrase_.is_mark(i - 1, '/') || phrase_.is_mark(i - 1, '\'') ||
                phrase_.is_mark(i - 1, '.'));
    }
    // "رقم 12/10/2024", "tel 12-10-2024", "№ 5"
    [[nodiscard]] bool is_reference(std::size_t number) const {
        for (std::size_t i = number; i-- > 0;) {
            if (phrase_.is_mark(i, '#') || phrase_.is_mark(i, '+')) return true;
            if (phrase_[i].type == Token::Type::mark && !phrase_.is_mark(i, '/')) continue;
            return phrase_.has(i, Sense::legal);
        }
        return false;
    }

    [[nodiscard]] bool agrees_with_weekday(local_days day) const {
        bool any = false;
        const unsigned index = std::chrono::weekday{day}.iso_encoding() - 1;
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            for (const Word& word : phrase_.words(i)) {
                if (word.sense != Sense::weekday || phrase_.has(i, Sense::month)) continue;
                if (static_cast<unsigned>(word.value) == index) return true;
                any = true;
            }
        }
        return !any;
    }
    [[nodiscard]] bool is_future(local_days day) const {
        return today_ && day > *today_ + std::chrono::days{1};
    }

    // ── dates with a year ──
    [[nodiscard]] std::optional<local_days> whole_date() const {
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            std::optional<local_days> day;
            if (phrase_.has(i, Sense::month)) day = around_month(i);
            if (!day && open_number(i)) day = with_day_marks(i);
            if (!day && open_number(i)) day = by_numbers(i);
            if (!day && open_number(i)) day = by_spaces(i);
            if (day) return day;
        }
        return other_calendar();
    }

    // The last piece of "ديسمبر/كانون الأول", "كانون الأول (ديسمبر)"; npos where the two names are not one
    // month.
    [[nodiscard]] std::size_t month_end(std::size_t i) const {
        std::size_t end = i;
        for (std::size_t k = phrase_.next(i); k != npos && phrase_.has(k, Sense::month);
             k = phrase_.next(k)) {
            if (phrase_.sense(k, Sense::month) != phrase_.sense(i, Sense::month)) return npos;
            end = k;
        }
        return end;
    }

    struct Parts {
        std::int64_t day = 0;
        std::int64_t year = 0;
    };

    [[nodiscard]] std::optional<Parts> parts_around(std::size_t begin, std::size_t end) const {
        const std::size_t left = phrase_.previous(begin);
        const std::size_t right = phrase_.next(end);
        if (right != npos && is_day(right)) {
            const std::size_t beyond = phrase_.next(right);
            if (beyond != npos && is_year(beyond))
                return Parts{value(right), value(beyond)}; // October 12, 2025
            if (beyond != npos && is_short_year(beyond) && phrase_.is_mark(beyond - 1, '\''))
                return Parts{value(right), full_year(value(beyond), today_)}; // Oct 12 '25
        }
        if (left != npos && is_day(left) && right != npos && is_year(right))
            return Parts{value(left), value(right)};
        if (left != npos && is_year(left) && right != npos && is_day(right))
            return Parts{value(right), value(left)};
        if (left != npos && is_day(left)) {
            const std::size_t beyond = phrase_.previous(left);
            if (right != npos && is_short_year(right))
                return Parts{value(left), full_year(value(right), today_)};
            if (beyond != npos && is_year(beyond))
                return Parts{value(left), value(beyond)}; // 2025 12 October
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<local_days> around_month(std::size_t i) const {
        const std::size_t end = month_end(i);
        if (end == npos) return std::nullopt;
        auto parts = parts_around(i, end);
        if (!parts) return std::nullopt;
        constexpr std::int64_t buddhist = 2400; // nobody prints Gregorian years that large
        if (parts->year > buddhist && is_thai(i)) parts->year -= buddhist_offset;
        std::optional<local_days> first, last;
        for (const Word& word : phrase_.words(i)) { // "listopada" is November in Polish, October in Croatian
            if (word.sense != Sense::month) continue;
            const auto day = gregorian(parts->year, word.value, parts->day);
            if (!day || !agrees_with_weekday(*day)) continue;
            if (!first) first = day;
            last = day;
        }
        if (!first) return gregorian(parts->year, *phrase_.sense(i, Sense::month), parts->day);
        return has_dotted_year(end) ? last : first;
    }

    // "15. listopada 2024.": of those who have two meanings for a month's name, Croats write that dot.
    [[nodiscard]] bool has_dotted_year(std::size_t month) const {
        const std::size_t year = phrase_.next(month);
        return year != npos && is_year(year) && phrase_.is_mark(year + 1, '.') && phrase_[year + 1].glued;
    }

    [[nodiscard]] bool is_thai(std::size_t i) const {
        return phrase_[i].word.starts_with("\xE0\xB8") || phrase_[i].word.starts_with("\xE0\xB9");
    }

    // 2016年3月20日, 平成28年3月20日
    [[nodiscard]] std::optional<local_days> with_day_marks(std::size_t i) const {
        if (!phrase_.has(i + 1, Sense::year_mark)) return std::nullopt;
        const auto era = i > 0 ? phrase_.sense(i - 1, Sense::era) : std::nullopt;
        if (!is_year(i) && !(era && phrase_[i].digits <= 3)) return std::nullopt;
        const std::int64_t year = is_year(i) ? value(i) : value(i) + *era;
        if (!open_number(i + 2) || !phrase_.has(i + 3, Sense::month_mark)) return std::nullopt;
        if (!open_number(i + 4) || phrase_[i + 2].digits > 2) return std::nullopt;
        return is_day(i + 4) ? gregorian(year, value(i + 2), value(i + 4)) : std::nullopt;
    }

    // ── numbers only ──
    [[nodiscard]] bool is_separator(std::size_t i) const {
        return phrase_.is_mark(i, '/') || phrase_.is_mark(i, '-') || phrase_.is_mark(i, '.') ||
               phrase_.is_mark(i, '_') || phrase_.is_mark(i, '\\');
    }

    // Digits, a mark and digits again on either side: an address, a phone number, a version.
    [[nodiscard]] bool goes_on(std::size_t first, std::size_t last) const {
        const bool before = first > 1 && is_separator(first - 1) && phrase_[first].glued &&
                            phrase_[first - 1].glued && open_number(first - 2);
        const bool signed_before = first > 0 && phrase_[first].glued &&
                                   phrase_[first - 1].type == Token::Type::mark &&
                                   (phrase_.is_mark(first - 1, '+') || phrase_.is_mark(first - 1, '$') ||
                                    phrase_.is_mark(first - 1, '='));
        const bool after = is_separator(last + 1) && phrase_[last + 1].glued && open_number(last + 2) &&
                           phrase_[last + 2].glued;
        return before || signed_before || after;
    }

    // "15 10 2025", where nothing else is said but the time.
    [[nodiscard]] std::optional<local_days> by_spaces(std::size_t i) const {
        if (i + 2 >= phrase_.size() || phrase_.unknown_words() > 0) return std::nullopt;
        for (std::size_t k = 0; k < phrase_.size(); ++k) {
            const bool inside = k >= i && k <= i + 2;
            if (!inside && phrase_.is_number(k) && !phrase_.used(k)) return std::nullopt;
        }
        const bool whole =
            phrase_[i].digits == 2 && open_number(i + 1) && phrase_[i + 1].digits == 2 && is_year(i + 2);
        return whole && !is_reference(i) ? in_order_of_days(i, i + 1, value(i + 2)) : std::nullopt;
    }

    [[nodiscard]] std::optional<local_days> by_numbers(std::size_t i) const {
        if (!is_separator(i + 1) || !open_number(i + 2) || !is_separator(i + 3) || !open_number(i + 4))
            return std::nullopt;
        if (phrase_[i + 1].mark != phrase_[i + 3].mark || goes_on(i, i + 4) || is_reference(i))
            return std::nullopt;
        if (phrase_[i + 2].digits > 2) return std::nullopt;
        if (is_year(i) && phrase_[i + 4].digits <= 2) return year_first(i);
        if (phrase_[i].digits > 2) return std::nullopt;
        if (is_year(i + 4)) return in_order_of_days(i, i + 2, value(i + 4));
        const bool short_year = phrase_[i + 4].digits == 2 && phrase_[i + 1].mark != '-';
        return short_year ? in_order_of_days(i, i + 2, full_year(value(i + 4), today_)) : std::nullopt;
    }

    [[nodiscard]] bool hijri_after(std::size_t i) const {
        for (std::size_t k = i + 1; k < phrase_.size() && k <= i + 2; ++k) {
            if (phrase_.has(k, Sense::hijri_era)) return true;
        }
        return false;
    }

    [[nodiscard]] static bool is_other_era(std::int64_t year) { return year >= 1300 && year < 1500; }

    [[nodiscard]] std::optional<local_days> year_first(std::size_t i) const {
        const auto y = static_cast<int>(value(i));
        const auto m = static_cast<int>(value(i + 2));
        const auto d = static_cast<int>(value(i + 4));
        if (!is_other_era(y)) return gregorian(y, m, d);
        // Iran writes 1404/07/23, Saudi Arabia 23/07/1447 and sometimes 1447/07/23: then the era is said, or
        // the year is one that Iran's calendar does not have for a long time.
        constexpr int years_to_come_in_iran = 1420; // 2041
        const bool hijri = hijri_after(i + 4) || (y >= years_to_come_in_iran && !phrase_[i].persian);
        return hijri ? from_hijri(y, m, d) : from_jalali(y, m, d);
    }

    // Two numbers and a year: the day first, but for what speaks against it.
    [[nodiscard]] std::optional<local_days> in_order_of_days(std::size_t i, std::size_t second,
                                                             std::int64_t year) const {
        const std::int64_t a = value(i);
        const std::int64_t b = value(second);
        if (is_other_era(year)) {
            const bool persian = phrase_[i].persian && !hijri_after(second + 2);
            const auto d = static_cast<int>(a);
            return persian ? from_jalali(static_cast<int>(year), static_cast<int>(b), d)
                           : from_hijri(static_cast<int>(year), static_cast<int>(b), d);
        }
        const auto european = gregorian(year, b, a);
        const auto american = gregorian(year, a, b);
        if (!european || !american || a == b) return european ? european : american;
        if (agrees_with_weekday(*european) != agrees_with_weekday(*american))
            return agrees_with_weekday(*european) ? european : american;
        const bool unpadded =
            phrase_[i].digits == 1 || phrase_[second].digits == 1 || (time_ && time_->unpadded);
        if (phrase_[i + 1].mark == '/' && time_ && time_->latin_half && unpadded) return american;
        if (is_future(*european) && !is_future(*american)) return american;
        return european;
    }

    // ── Hijri and Jalali by name ──
    [[nodiscard]] std::optional<local_days> other_calendar() const {
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            const auto hijri = phrase_.sense(i, Sense::hijri_month);
            const auto jalali = phrase_.sense(i, Sense::jalali_month);
            if (!hijri && !jalali) continue;
            const auto parts = parts_around(i, i);
            if (!parts || !is_other_era(parts->year)) continue;
            const auto year = static_cast<int>(parts->year);
            const auto day = static_cast<int>(parts->day);
            const auto found = hijri ? from_hijri(year, *hijri, day) : from_jalali(year, *jalali, day);
            if (found) return hijri ? as_seen(*found) : *found;
        }
        return std::nullopt;
    }

    // Months begin a day earlier or later from country to country; the weekday beside the date knows.
    [[nodiscard]] local_days as_seen(local_days day) const {
        for (const int shift : {0, -1, 1}) {
            if (agrees_with_weekday(day + std::chrono::days{shift})) return day + std::chrono::days{shift};
        }
        return day;
    }

    // ── less than a date ──
    struct MonthAndNumber {
        int month;
        std::size_t number; // its place
    };
    // The month named at `i`, and the number that stands on one side of it only.
    [[nodiscard]] std::optional<MonthAndNumber> month_and_number(std::size_t i) const {
        const auto month = phrase_.sense(i, Sense::month);
        const std::size_t end = month ? month_end(i) : npos;
        if (end == npos) return std::nullopt;
        const std::size_t left = phrase_.previous(i);
        const std::size_t right = phrase_.next(end);
        if (left != npos && phrase_.has(left, Sense::month)) return std::nullopt; // of two that do not agree
        const bool number_left = left != npos && phrase_.is_number(left);
        const bool number_right = right != npos && phrase_.is_number(right);
        if (number_left == number_right) return std::nullopt;
        return MonthAndNumber{*month, number_left ? left : right};
    }

    [[nodiscard]] std::optional<local_days> month_and_year() const {
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            if (is_year(i) && phrase_.has(i + 1, Sense::year_mark) && open_number(i + 2) &&
                phrase_[i + 2].digits <= 2 && phrase_.has(i + 3, Sense::month_mark) &&
                !phrase_.is_number(i + 4))
                return gregorian(value(i), value(i + 2), 1); // 2016年6月
            const auto found = month_and_number(i);
            if (found && is_year(found->number)) return gregorian(value(found->number), found->month, 1);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<local_days> without_year() const {
        if (!today_ || phrase_.unknown_words() > max_unknown_words) return std::nullopt;
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            if (is_year(i)) return std::nullopt; // it has one, and we do not see how
        }
        for (std::size_t i = 0; i < phrase_.size(); ++i) {
            const auto found = month_and_number(i);
            if (found && is_day(found->number) && !is_reference(found->number))
                return latest(found->month, value(found->number));
        }
        return std::nullopt;
    }

    // The latest year in which that day was, and was that weekday where one is named.
    [[nodiscard]] std::optional<local_days> latest(int month, std::int64_t day) const {
        constexpr int years_back = 8; // a 29 February across 1900 or 2100
        const int year = int{std::chrono::year_month_day{*today_}.year()} + 1;
        std::optional<local_days> first;
        for (int y = year; y > year - years_back; --y) {
            const auto found = gregorian(y, month, day);
            if (!found || is_future(*found)) continue;
            if (agrees_with_weekday(*found)) return found;
            if (!first) first = found;
        }
        return first;
    }

    const Phrase& phrase_;
    const std::optional<TimeOfDay>& time_;
    std::optional<local_days> today_;
};

} // namespace

std::optional<DayFound> find_day(const Phrase& phrase, const std::optional<TimeOfDay>& time,
                                 std::optional<std::chrono::local_days> today) {
    return DayFinder(phrase, time, today).run();
}

std::optional<DayFound> find_day_of_year(const Phrase& phrase, const std::optional<TimeOfDay>& time,
                                         std::chrono::local_days today) {
    return DayFinder(phrase, time, today).run_without_year();
}

} // namespace khabar::date
