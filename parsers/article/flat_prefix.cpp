#include "parsers/article/flat_prefix.hpp"

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/punctuation.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

constexpr std::size_t max_date_words = 9; // label, weekday, day, month, double month, year, time
constexpr std::size_t min_rest_bytes = 40;
constexpr std::size_t min_point_words = 4;
constexpr std::size_t max_heading_words = 12; // before the colon of a summary point

bool begins_with_dash(std::string_view text) {
    return text.starts_with("- ") || text.starts_with("– ") || text.starts_with("— ") ||
           text.starts_with("| ") || text.starts_with(": ");
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

// Bytes of the date and its label at the front of the line; 0 where there is none.
std::size_t date_length(std::string_view line, const date::Context& context,
                        std::optional<date::DateTime>& date) {
    const auto words = line_words(line, max_date_words + 1);
    LineContext lines;
    lines.dates = context;
    for (std::size_t count = std::min(words.size(), max_date_words); count > 0; --count) {
        if (count == words.size()) continue; // all of it: a date line, not a prefix
        const auto front = line.substr(0, words[count - 1].end);
        const auto found = classify_line(front, lines);
        if (found.kind != LineKind::date || !found.date || found.date->precision < date::Precision::day)
            continue;
        const auto first = words[0].folded;
        const bool label =
            !is_number(first) &&
            classify_line(std::string(line.substr(0, words[0].end)) + ":").kind == LineKind::date;
        const auto rest = trim(line.substr(front.size()));
        if (!label && !begins_with_dash(rest)) return 0;
        date = found.date;
        return front.size();
    }
    return 0;
}

// End of the first sentence: past its mark; the whole where there is no further one.
std::size_t first_sentence(std::string_view text) {
    constexpr std::array<std::string_view, 6> ends{". ", "؟ ", "! ", "? ", "۔ ", "… "};
    std::size_t end = text.size();
    for (const auto mark : ends)
        if (const auto at = text.find(mark); at != std::string_view::npos)
            end = std::min(end, at + mark.size());
    return end;
}

bool has_heading(std::string_view point) {
    const auto colon = point.find(": ");
    return colon != std::string_view::npos &&
           line_words(point.substr(0, colon), max_heading_words + 1).size() <= max_heading_words;
}

std::vector<std::string_view> points_of(std::string_view text) {
    std::vector<std::string_view> points;
    while (begins_with_dash(text) && !text.starts_with(": "))
        text = trim(text.substr(text.find(' ') + 1));
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ascii = text.substr(at).starts_with(" - "), wide = text.substr(at).starts_with(" – ");
        if (!ascii && !wide) continue;
        points.push_back(trim(text.substr(begin, at - begin)));
        begin = at + (ascii ? 3 : 5);
        at = begin - 1;
    }
    points.push_back(trim(text.substr(begin)));
    return points;
}

} // namespace

FlatPrefix split_prefix(std::string_view line, const date::Context& context) {
    FlatPrefix prefix;
    line = trim(line);
    const auto length = date_length(line, context, prefix.date);
    auto rest = trim(line.substr(length));
    prefix.rest = std::string(line);
    if (length > 0 && rest.size() >= min_rest_bytes) prefix.rest = std::string(rest);
    if (length == 0) rest = line;
    if (!begins_with_dash(rest) || rest.starts_with(": ")) {
        if (length > 0 && rest.starts_with(": ")) prefix.rest = std::string(trim(rest.substr(1)));
        return prefix;
    }
    const auto points = points_of(rest);
    // Points have headings, or each ends before the next dash begins; a dash inside a sentence does neither.
    const auto headed = std::ranges::count_if(points, has_heading);
    const bool ended = std::all_of(points.begin(), points.end() - 1,
                                   [](std::string_view p) { return text::ends_as_sentence(p); });
    const bool worded = std::ranges::all_of(
        points, [](std::string_view p) { return line_words(p, min_point_words).size() >= min_point_words; });
    const bool summary =
        points.size() >= 2 && worded && (headed * 2 >= static_cast<std::ptrdiff_t>(points.size()) || ended);
    if (!summary) {
        prefix.rest = std::string(trim(rest.substr(rest.find(' ') + 1)));
        return prefix;
    }
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        prefix.points.emplace_back(points[i]);
    const auto last = points.back();
    const auto end = first_sentence(last);
    prefix.points.emplace_back(trim(last.substr(0, end)));
    prefix.rest = std::string(trim(last.substr(end)));
    return prefix;
}

} // namespace khabar::article
