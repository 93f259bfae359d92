#pragma once
// Character classes small enough to write down: Unicode White_Space (PropList.txt, Unicode 15) and invisible
// controls.

namespace khabar::text {

[[nodiscard]] constexpr bool is_white_space(char32_t c) noexcept {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

// C0, DEL and C1.
[[nodiscard]] constexpr bool is_control(char32_t c) noexcept {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

// Embedding, override and isolate controls: they reorder what stands around them.
[[nodiscard]] constexpr bool is_bidi_embedding(char32_t c) noexcept {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// LRM, RLM and ALM: harmless inside text, confusing in a log.
[[nodiscard]] constexpr bool is_bidi_mark(char32_t c) noexcept {
    return c == 0x200E || c == 0x200F || c == 0x061C;
}

} // namespace khabar::text
