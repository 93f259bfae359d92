#pragma once
// A progress line on standard error, redrawn in place; nothing where that is no terminal.

#include <cstddef>
#include <string>
#include <string_view>

namespace khabar::cli {

// "[#########           ] 12/40  stored 10  failed 2": pure, for the test. `width` counts the cells between
// the brackets.
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t total, std::string_view tail,
                                        std::size_t width = 30);

class ProgressBar {
  public:
    ProgressBar();
    ~ProgressBar(); // ends the line
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::size_t done, std::size_t total, std::string_view tail);

  private:
    bool terminal_;
    bool drawn_ = false;
};

} // namespace khabar::cli
