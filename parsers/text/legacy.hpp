#pragma once
// Decoders for the encodings that are not UTF-8, and the guess which of them it is. ICU is behind this
// header, not in it.

#include <string>
#include <string_view>

namespace khabar::text {

// Appends valid UTF-8 without NUL and returns how many U+FFFD were put in. `name` is a WHATWG name, not
// "utf-8", or one that registered_encoding() gave. Single-byte encodings by the standard's indexes; the East
// Asian ones by ICU's tables of the same code pages. Linear.
std::size_t decode_legacy(std::string& out, std::string_view bytes, std::string_view name);

// For XML, which may be in any registered encoding (XML 1.0 §4.3.3) and not only in what browsers read: the
// WHATWG name where there is one, else the IANA or vendor name of an encoding ICU decodes ("IBM850",
// "HZ-GB-2312", "UTF-7"); empty where nobody knows the label. decode_legacy() takes either.
[[nodiscard]] std::string_view registered_encoding(std::string_view label);

// Does the encoding write "<?xml" in ASCII's bytes? One that does not cannot be what a declaration says that
// was read in ASCII.
[[nodiscard]] bool extends_ascii(std::string_view name);

// What ICU's statistics say of bytes that are not UTF-8: a WHATWG name, or empty where nothing fits. Looks at
// the text outside tags, at most 8,000 bytes of the pieces that hold non-ASCII bytes.
[[nodiscard]] std::string_view detect_legacy(std::string_view bytes);

} // namespace khabar::text
