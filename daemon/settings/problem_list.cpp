#include "daemon/settings/problem_list.hpp"

#include "parsers/text/fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace khabar::settings {

namespace {

constexpr std::size_t max_quoted_characters = 64;

} // namespace

std::string to_string(const Problem& problem) {
    if (problem.line == 0) return fmt::format("{}: {}", problem.file, problem.message);
    return fmt::format("{}:{}:{}: {}", problem.file, problem.line, problem.column, problem.message);
}

std::string in_quotes(std::string_view text) {
    return "'" + text::escape_for_log(text, max_quoted_characters) + "'";
}

void ProblemList::add(Position at, std::string message) {
    if (problems_.size() == max_problems_per_file) {
        ++left_out_;
        return;
    }
    problems_.push_back({file_, at.line, at.column, std::move(message)});
}

std::vector<Problem> ProblemList::take() && {
    const auto place = [](const Problem& p) { return std::tuple(p.line, p.column); };
    std::stable_sort(problems_.begin(), problems_.end(),
                     [&](const Problem& a, const Problem& b) { return place(a) < place(b); });
    if (left_out_ > 0)
        problems_.push_back({file_, 0, 0, fmt::format("{} more problems not shown", left_out_)});
    return std::move(problems_);
}

} // namespace khabar::settings
