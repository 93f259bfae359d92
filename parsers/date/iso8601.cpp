#include "parsers/date/iso8601.hpp"

#include "parsers/date/zone.hpp"
#include "parsers/text/ascii.hpp"

namespace khabar::date {
namespace {

using text::is_digit;

class Scanner {
  public:
    explicit Scanner(std::string_view text) noexcept : rest_(text) {}

    [[nodiscard]] bool done() const noexcept { return rest_.empty(); }
    [[nodiscard]] std::string_view rest() const noexcept { return rest_; }
    [[nodiscard]] std::size_t digits_ahead() const noexcept {
        std::size_t n = 0;
        while (n < rest_.size() && is_digit(rest_[n]))
            ++n;
        return n;
    }

    bool take(char c) noexcept {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }

    // Exactly `width` digits.
    std::optional<int> number(std::size_t width) noexcept {
        if (digits_ahead() < width) return std::nullopt;
        int value = 0;
        for (std::size_t i = 0; i < width; ++i)
            value = value * 10 + (rest_[i] - '0');
        rest_.remove_prefix(width);
        return value;
    }

    void skip_spaces() noexcept {
        while (take(' ')) {
        }
    }
    void skip_digits() noexcept { rest_.remove_prefix(digits_ahead()); }

  private:
    std::string_view rest_;
};

struct Day {
    std::chrono::local_days day{};
    Precision precision = Precision::year;
};

std::optional<Day> ordinal_day(int year, int day_of_year) noexcept {
    const std::chrono::year y{year};
    if (day_of_year < 1 || day_of_year > (y.is_leap() ? 366 : 365)) return std::nullopt;
    return Day{std::chrono::local_days{y / 1 / 1} + std::chrono::days{day_of_year - 1}, Precision::day};
}

std::optional<Day> scan_day(Scanner& in) noexcept {
    const std::size_t digits = in.digits_ahead();
    constexpr std::size_t with_seconds = 14; // yyyymmddhhmmss: scan_time goes on where the day ends
    if (digits != 4 && digits != 8 && digits != with_seconds) return std::nullopt;
    const int year = *in.number(4);
    const bool dashes = digits == 4;
    if (dashes && !in.take('-')) {
        return Day{std::chrono::local_days{std::chrono::year{year} / 1 / 1}, Precision::year};
    }
    if (dashes && in.digits_ahead() == 3) return ordinal_day(year, *in.number(3));
    const auto month = in.number(2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    const auto first = std::chrono::year{year} / *month / 1;
    if (dashes && !in.take('-')) return Day{std::chrono::local_days{first}, Precision::month};
    const auto day = in.number(in.digits_ahead() == 1 ? 1 : 2);
    if (!day) return std::nullopt;
    const auto date = std::chrono::year{year} / *month / *day;
    if (!date.ok()) return std::nullopt;
    return Day{std::chrono::local_days{date}, Precision::day};
}

struct Time {
    std::chrono::seconds since_midnight{};
    Precision precision = Precision::hour;
};

std::optional<Time> scan_time(Scanner& in) noexcept {
    const auto hour = in.number(in.digits_ahead() == 1 ? 1 : 2);
    if (!hour || *hour > 24) return std::nullopt;
    Time time{std::chrono::hours{*hour}, Precision::hour};
    const bool colons = in.take(':');
    if (!colons && in.digits_ahead() == 0) return time;
    const auto minute = in.number(2);
    if (!minute || *minute > (*hour == 24 ? 0 : 59)) return std::nullopt;
    time.since_midnight += std::chrono::minutes{*minute};
    time.precision = Precision::minute;
    if (colons ? !in.take(':') : in.digits_ahead() == 0) return time;
    const auto second = in.number(2);
    if (!second || *second > 60) return std::nullopt; // 60: a leap second
    time.since_midnight += std::chrono::seconds{*second};
    time.precision = Precision::second;
    if (in.take('.') || in.take(',')) in.skip_digits();
    if (time.since_midnight > std::chrono::hours{24}) return std::nullopt;
    return time;
}

// RFC 9557: "[Asia/Riyadh][u-ca=gregory]" says whose clock and calendar it was; the offset stands before.
std::string_view without_annotations(std::string_view text) noexcept {
    while (text.ends_with(']') && text.find('[') != std::string_view::npos)
        text = text.substr(0, text.rfind('['));
    return text;
}

} // namespace

std::optional<DateTime> parse_iso8601(std::string_view text) noexcept {
    Scanner in(text);
    const auto day = scan_day(in);
    if (!day) return std::nullopt;
    DateTime result{day->day, std::nullopt, day->precision};
    if (in.done()) return result;
    if (day->precision != Precision::day) return std::nullopt;
    const bool spaced = in.take(' ');
    const bool digits_only = in.rest().size() == 6 && in.digits_ahead() == 6 && text.size() == 14;
    if (!spaced && !digits_only && !in.take('T') && !in.take('t')) return std::nullopt;
    in.skip_spaces();
    const auto time = scan_time(in);
    if (!time) return std::nullopt;
    result.local += time->since_midnight;
    result.precision = time->precision;
    in.skip_spaces();
    const std::string_view zone_text = without_annotations(in.rest());
    if (zone_text.empty()) return result;
    if (const auto clock = named_clock(zone_text)) {
        result.offset = offset_at(*clock, day->day);
        return result;
    }
    result.offset = zone(zone_text);
    if (!result.offset) return std::nullopt;
    return result;
}

std::optional<DateTime> parse_truncated_iso8601(std::string_view text) noexcept {
    constexpr int pivot = 70; // as in RFC 822's two digits
    Scanner in(text);
    const std::size_t digits = in.digits_ahead();
    constexpr std::size_t with_century = 7; // yyyyddd
    if (digits == with_century) {
        const int year = *in.number(4);
        const auto found = ordinal_day(year, *in.number(3));
        return found && in.done() ? std::optional(DateTime{found->day, std::nullopt, found->precision})
                                  : std::nullopt;
    }
    const auto short_year = in.number(2);
    if (!short_year) return std::nullopt;
    const bool century = *short_year == 19 || *short_year == 20;
    if (century && digits == 6) return std::nullopt; // "201108" may be August 2011
    const int year = *short_year < pivot ? 2000 + *short_year : 1900 + *short_year;
    const bool dashes = in.take('-');
    if (in.rest().size() == 3 && in.digits_ahead() == 3) {
        const auto found = ordinal_day(year, *in.number(3));
        if (!found) return std::nullopt;
        return DateTime{found->day, std::nullopt, found->precision};
    }
    const auto month = in.number(2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    if (dashes && !in.take('-')) return std::nullopt;
    const auto day = in.number(2);
    if (!day || !in.done()) return std::nullopt;
    const auto date = std::chrono::year{year} / *month / *day;
    if (!date.ok()) return std::nullopt;
    return DateTime{std::chrono::local_days{date}, std::nullopt, Precision::day};
}

bool is_iso8601_shaped(std::string_view text) noexcept {
    constexpr std::string_view shape = "0000-00-00T";
    if (text.size() < shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == '0' ? !is_digit(text[i]) : text[i] != shape[i]) return false;
    }
    return true;
}

} // namespace khabar::date
