#pragma once
// libFuzzer's input as text, and cut into parts where a target needs several.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace khabar::fuzz {

[[nodiscard]] inline std::string_view as_text(const std::uint8_t* data, std::size_t size) noexcept {
    return {reinterpret_cast<const char*>(data), size};
}

// The first line, taken off; all of it where there is only one.
[[nodiscard]] inline std::string_view take_line(std::string_view& rest) noexcept {
    const auto end = rest.find('\n');
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

} // namespace khabar::fuzz
