#pragma once
// Saved pages from files and standard input.

#include "parsers/base/result.hpp"

#include <string>

namespace khabar::cli {

// More is no page; it is refused, not cut.
inline constexpr std::size_t max_page_file_bytes = std::size_t{16} << 20;

// The bytes of a file, of standard input where `path` is "-". Errors: not_found, too_large.
[[nodiscard]] Result<std::string> read_page(const std::string& path);

} // namespace khabar::cli
