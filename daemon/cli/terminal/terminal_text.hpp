#pragma once
// Text for people: safe to print, and as wide as it looks.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::cli {

// Columns that a terminal gives the text: marks and format characters none, Han, Kana, Hangul and emoji two,
// others one. An approximation by ranges (Unicode 15, EastAsianWidth W and F, General_Category Mn, Me, Cf).
[[nodiscard]] std::size_t display_width(std::string_view utf8) noexcept;

// At most `columns` wide, with "…" where it was cut.
[[nodiscard]] std::string cut_to_width(std::string_view utf8, std::size_t columns);

// Several lines from outside without control characters and bidi controls; line ends and indentation stay.
[[nodiscard]] std::string clean_lines(std::string_view utf8);

// What standard output is: a terminal's width, or 0 where it is none; whether bold may be used (a terminal,
// and no NO_COLOR).
[[nodiscard]] std::size_t output_columns() noexcept;
[[nodiscard]] bool output_takes_bold() noexcept;

// Rows of cells under a head, each column as wide as its widest cell. The last column is left to run, so long
// or right-to-left text belongs there; it is cut at `columns` (0: never), or stands on a line of its own
// where less than `least_last` of them are left for it. Cells must be clean and of one line.
inline constexpr std::size_t least_last = 20;
class Table {
  public:
    enum class Align : unsigned char { left, right };
    struct Column {
        std::string head;
        Align align = Align::left;
    };
    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
    void add(std::vector<std::string> cells); // as many as there are columns
    [[nodiscard]] std::string render(std::size_t columns) const;

  private:
    void append_row(std::string& out, const std::vector<std::string>& cells,
                    const std::vector<std::size_t>& widths, std::size_t columns) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

// For a list of nothing, on standard error: "khabar: no NAME".
void say_none(std::string_view name);

} // namespace khabar::cli
