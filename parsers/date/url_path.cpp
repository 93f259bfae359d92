#include "parsers/date/parse.hpp"
#include "parsers/date/words.hpp"
#include "parsers/text/ascii.hpp"

namespace khabar::date {
namespace {

constexpr int first_year = 1990; // the web's own age
constexpr int last_year = 2099;

// A run of digits at `at`: its length and value.
struct Run {
    std::size_t size = 0;
    int value = 0;
};

Run run_at(std::string_view path, std::size_t at) noexcept {
    constexpr std::size_t longest = 8;
    Run run;
    while (at + run.size < path.size() && text::is_digit(path[at + run.size]) && run.size <= longest) {
        run.value = run.size < longest ? run.value * 10 + (path[at + run.size] - '0') : run.value;
        ++run.size;
    }
    return run;
}

std::optional<DateTime> day_of(int year, int month, int day) {
    if (year < first_year || year > last_year) return std::nullopt;
    const auto date = std::chrono::year{year} / month / day;
    if (!date.ok()) return std::nullopt;
    return DateTime{std::chrono::local_days{date}, std::nullopt, Precision::day};
}

// "oct" in /2025/oct/15/
int month_name(std::string_view path, std::size_t& at) {
    std::string name;
    while (at < path.size() && name.size() < 10 && text::is_letter(path[at]))
        name += text::lower(path[at++]);
    for (const Word& word : meanings(name)) {
        if (word.sense == Sense::month) return word.value;
    }
    return 0;
}

bool is_mark(std::string_view path, std::size_t at) noexcept {
    return at < path.size() && (path[at] == '/' || path[at] == '-' || path[at] == '_');
}

// What follows a date is the end, another segment, or the words of a headline.
bool ends_at(std::string_view path, std::size_t at) noexcept {
    constexpr std::string_view after = "/-_.+%T";
    return at == path.size() || after.find(path[at]) != std::string_view::npos;
}

// After a year of four digits: "/10/15", "-10-15", "-10/15", "/1015/".
std::optional<DateTime> parts_after(std::string_view path, int year, std::size_t at) {
    if (!is_mark(path, at)) return std::nullopt;
    const char mark = path[at++];
    const Run month = run_at(path, at);
    if (month.size == 4 && mark == '/' && at + 4 < path.size() && path[at + 4] == '/')
        return day_of(year, month.value / 100, month.value % 100);
    int number = month.size == 1 || month.size == 2 ? month.value : 0;
    at += month.size;
    if (month.size == 0) number = month_name(path, at);
    const bool same = at < path.size() && path[at] == mark;
    const bool newsroom = mark == '-' && at < path.size() && path[at] == '/' && month.size == 2;
    if (number == 0 || (!same && !newsroom)) return std::nullopt;
    const Run day = run_at(path, ++at);
    if (day.size == 0 || day.size > 2) return std::nullopt;
    return ends_at(path, at + day.size) ? day_of(year, number, day.value) : std::nullopt;
}

// "15-10-2025", where one of the numbers is too large for a month.
std::optional<DateTime> day_first(std::string_view path, const Run& day, std::size_t at) {
    if (at >= path.size() || path[at] != '-') return std::nullopt;
    const Run month = run_at(path, ++at);
    at += month.size;
    if (month.size != 2 || at >= path.size() || path[at] != '-') return std::nullopt;
    const Run year = run_at(path, ++at);
    if (year.size != 4 || !ends_at(path, at + 4)) return std::nullopt;
    if (month.value <= 12 && day.value <= 12 && month.value != day.value) return std::nullopt; // either way
    return month.value <= 12 ? day_of(year.value, month.value, day.value)
                             : day_of(year.value, day.value, month.value);
}

} // namespace

std::optional<DateTime> from_url_path(std::string_view path) {
    for (std::size_t at = 0; at < path.size();) {
        const Run run = run_at(path, at);
        if (run.size == 0) {
            ++at;
            continue;
        }
        const bool begins = at == 0 || path[at - 1] == '/' || path[at - 1] == '-' || path[at - 1] == '_';
        std::optional<DateTime> found;
        if (begins && run.size == 4) found = parts_after(path, run.value, at + 4);
        if (begins && run.size == 2) found = day_first(path, run, at + 2);
        if (begins && run.size == 8)
            found = day_of(run.value / 10000, run.value / 100 % 100, run.value % 100);
        if (found) return found;
        at += run.size;
    }
    return std::nullopt;
}

} // namespace khabar::date
