#pragma once
// One thing that is wrong with a configuration file.

#include <cstdint>
#include <string>

namespace khabar::settings {

struct Problem {
    std::string file;
    std::uint32_t line = 0;   // 1-based; 0 where a whole file is meant
    std::uint32_t column = 0; // 1-based, in characters
    std::string message; // what is wrong and the remedy: "unknown key 'intervall'; did you mean 'interval'?"
};

// "sources.d/arabic.yaml:12:5: unknown key …"
[[nodiscard]] std::string to_string(const Problem& problem);

} // namespace khabar::settings
