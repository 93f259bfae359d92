#pragma once
// Decompression with a bound.

#include "parsers/base/result.hpp"

#include <string>
#include <string_view>

namespace khabar::sitemap {

[[nodiscard]] bool is_gzip(std::string_view bytes) noexcept;

struct Unpacked {
    std::string bytes;
    bool whole = true; // false: the stream ended early or was damaged; what came before is there
};

// RFC 1952, several members too. too_large where more than `limit` bytes come out; memory is never more than
// that.
[[nodiscard]] Result<Unpacked> gunzip(std::string_view bytes, std::size_t limit);

} // namespace khabar::sitemap
