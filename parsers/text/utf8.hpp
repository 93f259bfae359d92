#pragma once
// UTF-8 in and out. Everything above this layer may rely on valid UTF-8.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace khabar::text {

inline constexpr char32_t replacement_character = 0xFFFD;

// One step through bytes that may be ill-formed: a code point, or one "maximal subpart" (Unicode 15, §3.9),
// which decoders following the WHATWG Encoding Standard replace by one U+FFFD.
struct Utf8Step {
    char32_t code_point = replacement_character;
    std::uint8_t bytes = 1; // 1…4
    bool valid = false;
};

// The step at `at`, which must be below bytes.size(). Never reads past the end.
[[nodiscard]] Utf8Step utf8_step(std::string_view bytes, std::size_t at) noexcept;

[[nodiscard]] bool is_valid_utf8(std::string_view bytes) noexcept;

// Valid UTF-8: each ill-formed sequence becomes one U+FFFD (Unicode 15, §3.9 "maximal subparts"), NUL too.
[[nodiscard]] std::string to_valid_utf8(std::string_view bytes);

// The same, appended; returns how many U+FFFD were put in.
std::size_t append_valid_utf8(std::string& out, std::string_view bytes);

// The code point at `at`, which is moved past it. `utf8` must be valid and `at` a boundary below its size.
[[nodiscard]] char32_t next_code_point(std::string_view utf8, std::size_t& at) noexcept;

// Surrogates and values above U+10FFFF are appended as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

// Number of code points.
[[nodiscard]] std::size_t length(std::string_view utf8) noexcept;

// At most `bytes` bytes, cut at a code point boundary.
[[nodiscard]] std::string_view prefix(std::string_view utf8, std::size_t bytes) noexcept;

} // namespace khabar::text
