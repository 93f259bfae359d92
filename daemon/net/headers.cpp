#include "daemon/net/headers.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace khabar::net {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

// Longer waits mean nothing to a poller, and must not overflow when they are added to a time.
constexpr seconds longest_wait = std::chrono::years(1);

// All digits; a number too large to hold is the longest wait (RFC 9111 §1.2.2).
std::optional<seconds> delta_seconds(std::string_view text) {
    text = text::trim(text);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range) return longest_wait;
    return std::min(seconds(value), longest_wait);
}

std::optional<int> digits(std::string_view text) noexcept {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
    return value;
}

struct CacheControl {
    bool uncachable = false;
    std::optional<seconds> max_age;
};

void read_directives(std::string_view value, CacheControl& out) {
    while (!value.empty()) {
        const auto comma = std::min(value.find(','), value.size());
        const std::string_view directive = text::trim(value.substr(0, comma));
        value.remove_prefix(std::min(comma + 1, value.size()));
        const auto equals = std::min(directive.find('='), directive.size());
        const std::string_view name = text::trim(directive.substr(0, equals));
        if (text::equals_ignoring_case(name, "no-cache") || text::equals_ignoring_case(name, "no-store"))
            out.uncachable = true;
        if (text::equals_ignoring_case(name, "max-age") && equals < directive.size())
            out.max_age = delta_seconds(directive.substr(equals + 1));
    }
}

} // namespace

void Headers::add(std::string_view name, std::string_view value) {
    HeaderField field{std::string(text::trim(name)), std::string(text::trim(value))};
    std::ranges::transform(field.name, field.name.begin(), text::lower);
    fields_.push_back(std::move(field));
}

std::string_view Headers::get(std::string_view name) const noexcept {
    for (const HeaderField& field : fields_)
        if (text::equals_ignoring_case(field.name, name)) return field.value;
    return {};
}

bool Headers::has(std::string_view name) const noexcept {
    return std::ranges::any_of(
        fields_, [&](const HeaderField& f) { return text::equals_ignoring_case(f.name, name); });
}

std::optional<sys_seconds> http_date(std::string_view text) {
    // "Sun, 06 Nov 1994 08:49:37 GMT"
    //  0123456789012345678901234567 8
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    text = text::trim(text);
    if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT") return std::nullopt;
    if (text[7] != ' ' || text[11] != ' ' || text[16] != ' ' || text[19] != ':' || text[22] != ':')
        return std::nullopt;
    const auto month = std::ranges::find(months, text.substr(8, 3)) - months.begin();
    const auto day = digits(text.substr(5, 2)), year = digits(text.substr(12, 4));
    const auto hour = digits(text.substr(17, 2)), minute = digits(text.substr(20, 2)),
               second = digits(text.substr(23, 2));
    if (month == 12 || !day || !year || !hour || !minute || !second) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(month) + 1),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt; // 60: a leap second
    return std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
           seconds(*second);
}

std::optional<seconds> retry_after(const Headers& headers, sys_seconds now) {
    const std::string_view value = headers.get("retry-after");
    if (const auto delta = delta_seconds(value)) return delta;
    const auto when = http_date(value);
    if (!when) return std::nullopt;
    const sys_seconds server_now = http_date(headers.get("date")).value_or(now);
    return std::clamp(*when - server_now, seconds(0), longest_wait);
}

std::optional<seconds> freshness(const Headers& headers) {
    CacheControl control;
    for (const HeaderField& field : headers.fields())
        if (field.name == "cache-control") read_directives(field.value, control);
    if (control.uncachable) return std::nullopt;
    if (control.max_age) return control.max_age;
    const auto expires = http_date(headers.get("expires"));
    const auto date = http_date(headers.get("date"));
    if (!expires || !date) return std::nullopt;
    return std::clamp(*expires - *date, seconds(0), longest_wait);
}

} // namespace khabar::net
