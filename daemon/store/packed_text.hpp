#pragma once
// Texts made small for keeping: zstd (RFC 8878). A text that is much like another one (an earlier revision)
// is packed against it and then costs little more than what differs. Internal to this folder; the only file
// that knows zstd here.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

// `like`: the text that it will be unpacked against; empty: none.
[[nodiscard]] std::vector<std::byte> pack(std::string_view text, std::string_view like = {});

// Throws StoreError (SQLITE_CORRUPT) where the bytes are not what pack() wrote, or `like` is another text: a
// checksum of the content tells. At most `max_unpacked` bytes.
inline constexpr std::size_t max_unpacked = 64u << 20; // far above what a page of 4 MiB can become
[[nodiscard]] std::string unpack(std::span<const std::byte> packed, std::string_view like = {});

} // namespace khabar::store
