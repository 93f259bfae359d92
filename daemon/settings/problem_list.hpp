#pragma once
// Gathers what is wrong with one configuration file, so that a reader can go on and name every mistake at
// once.

#include "daemon/settings/problem.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar::settings {

struct Position {
    std::uint32_t line = 0;   // 1-based; 0 where a whole file is meant
    std::uint32_t column = 0; // 1-based, in characters
};

// A file of noise would name a mistake a byte; nobody reads past the first hundred.
inline constexpr std::size_t max_problems_per_file = 100;

class ProblemList {
  public:
    explicit ProblemList(std::string file) : file_(std::move(file)) {}

    void add(Position at, std::string message);

    [[nodiscard]] const std::string& file() const noexcept { return file_; }
    [[nodiscard]] bool empty() const noexcept { return problems_.empty(); }

    // In file order. Past max_problems_per_file one last line says how many were left out.
    [[nodiscard]] std::vector<Problem> take() &&;

  private:
    std::string file_;
    std::vector<Problem> problems_;
    std::size_t left_out_ = 0;
};

// Untrusted text for a message: control and bidi characters escaped, cut at 64 characters, in single quotes.
[[nodiscard]] std::string in_quotes(std::string_view text);

} // namespace khabar::settings
