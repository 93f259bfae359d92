#include "daemon/cli/terminal/progress_bar.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace khabar::cli {

std::string progress_line(std::size_t done, std::size_t total, std::string_view tail, std::size_t width) {
    const std::size_t filled = total == 0 ? width : std::min(done, total) * width / total;
    std::string line = "[" + std::string(filled, '#') + std::string(width - filled, ' ') + "] ";
    line.append(std::to_string(done)).append("/").append(std::to_string(total));
    if (!tail.empty()) line.append("  ").append(tail);
    return line;
}

ProgressBar::ProgressBar() : terminal_(isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
    if (drawn_) std::fputc('\n', stderr);
}

void ProgressBar::show(std::size_t done, std::size_t total, std::string_view tail) {
    if (!terminal_) return;
    // \r to the start, then erase what a longer line left (ECMA-48 EL).
    std::fprintf(stderr, "\r%s\x1b[K", progress_line(done, total, tail).c_str());
    std::fflush(stderr);
    drawn_ = true;
}

} // namespace khabar::cli
