#include "daemon/cli/terminal/terminal_text.hpp"

#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace khabar::cli {

namespace {

struct Range {
    char32_t first, last;
};

// Sorted. Marks and format characters of the scripts that news come in.
constexpr std::array<Range, 39> zero_wide = {
    {{0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x05bf, 0x05bf},  {0x05c1, 0x05c2},
     {0x05c4, 0x05c5}, {0x05c7, 0x05c7}, {0x0610, 0x061a}, {0x061c, 0x061c},  {0x064b, 0x065f},
     {0x0670, 0x0670}, {0x06d6, 0x06dc}, {0x06df, 0x06e4}, {0x06e7, 0x06e8},  {0x06ea, 0x06ed},
     {0x0711, 0x0711}, {0x0730, 0x074a}, {0x0898, 0x089f}, {0x08ca, 0x0902},  {0x093a, 0x093a},
     {0x093c, 0x093c}, {0x0941, 0x0948}, {0x094d, 0x094d}, {0x0981, 0x0981},  {0x09bc, 0x09bc},
     {0x0e31, 0x0e31}, {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e}, {0x1ab0, 0x1aff},  {0x1dc0, 0x1dff},
     {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x206f}, {0x20d0, 0x20f0},  {0xfb1e, 0xfb1e},
     {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0xe0100, 0xe01ef}}};
constexpr std::array<Range, 14> two_wide = {{{0x1100, 0x115f},
                                             {0x231a, 0x231b},
                                             {0x2e80, 0x303e},
                                             {0x3041, 0x33ff},
                                             {0x3400, 0x4dbf},
                                             {0x4e00, 0x9fff},
                                             {0xa000, 0xa4cf},
                                             {0xac00, 0xd7a3},
                                             {0xf900, 0xfaff},
                                             {0xfe30, 0xfe6f},
                                             {0xff00, 0xff60},
                                             {0xffe0, 0xffe6},
                                             {0x1f300, 0x1faff},
                                             {0x20000, 0x3fffd}}};

template <std::size_t Count>
bool in(const std::array<Range, Count>& ranges, char32_t c) noexcept {
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), c,
                         [](char32_t value, const Range& range) { return value < range.first; });
    return after != ranges.begin() && c <= std::prev(after)->last;
}

std::size_t width_of(char32_t c) noexcept {
    if (c < 0x300) return 1;
    if (in(zero_wide, c)) return 0;
    return in(two_wide, c) ? 2 : 1;
}

constexpr std::string_view gap = "  ";

void drop_spaces(std::string& line) {
    while (line.ends_with(' '))
        line.pop_back();
}

// What a line of `columns` has left for the last column.
std::size_t room_for_last(const std::vector<std::size_t>& widths, std::size_t columns) {
    std::size_t used = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i)
        used += widths[i] + gap.size();
    return columns > used ? columns - used : 0;
}

// Where less is left than a reader needs, the cell stands on the next line.
std::string fitted(const std::string& cell, std::size_t room, std::size_t columns) {
    if (room >= least_last || display_width(cell) <= room) return cut_to_width(cell, room);
    constexpr std::string_view indent = "    ";
    return "\n" + std::string(indent) + cut_to_width(cell, columns - std::min(columns, indent.size()));
}

} // namespace

std::size_t display_width(std::string_view utf8) noexcept {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();)
        width += width_of(text::next_code_point(utf8, at));
    return width;
}

std::string cut_to_width(std::string_view utf8, std::size_t columns) {
    if (display_width(utf8) <= columns) return std::string(utf8);
    if (columns == 0) return {};
    std::size_t width = 1; // of the "…"
    std::size_t end = 0;
    for (std::size_t at = 0; at < utf8.size(); end = at) {
        width += width_of(text::next_code_point(utf8, at));
        if (width > columns) break;
    }
    return std::string(utf8.substr(0, end)) + "…";
}

std::string clean_lines(std::string_view utf8) {
    std::string out;
    while (!utf8.empty()) {
        const std::size_t end = std::min(utf8.find('\n'), utf8.size());
        const std::string_view line = utf8.substr(0, end);
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        out.append(indent, ' ').append(text::clean_field(line.substr(indent)));
        if (end < utf8.size()) out.push_back('\n');
        utf8.remove_prefix(std::min(end + 1, utf8.size()));
    }
    return out;
}

std::size_t output_columns() noexcept {
    winsize size{};
    if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}

bool output_takes_bold() noexcept {
    const char* refused = std::getenv("NO_COLOR"); // no-color.org
    return isatty(STDOUT_FILENO) != 0 && (refused == nullptr || *refused == '\0');
}

void Table::add(std::vector<std::string> cells) {
    cells.resize(columns_.size());
    rows_.push_back(std::move(cells));
}

void Table::append_row(std::string& out, const std::vector<std::string>& cells,
                       const std::vector<std::size_t>& widths, std::size_t columns) const {
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        const std::size_t space = widths[i] - display_width(cells[i]);
        const bool right = columns_[i].align == Align::right;
        if (right) out.append(space, ' ');
        out.append(cells[i]);
        if (!right) out.append(space, ' ');
        out.append(gap);
    }
    const std::string last =
        columns > 0 ? fitted(cells.back(), room_for_last(widths, columns), columns) : cells.back();
    if (last.starts_with('\n')) drop_spaces(out);
    out.append(last);
    drop_spaces(out);
    out.push_back('\n');
}

std::string Table::render(std::size_t columns) const {
    std::vector<std::string> head;
    std::vector<std::size_t> widths;
    for (const Column& column : columns_) {
        head.push_back(column.head);
        widths.push_back(display_width(column.head));
    }
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], display_width(row[i]));
    std::string out;
    if (columns > 0) head.back() = cut_to_width(head.back(), room_for_last(widths, columns));
    append_row(out, head, widths, columns);
    for (const auto& row : rows_)
        append_row(out, row, widths, columns);
    return out;
}

void say_none(std::string_view name) {
    fmt::print(stderr, "khabar: no {}\n", name);
}

} // namespace khabar::cli
