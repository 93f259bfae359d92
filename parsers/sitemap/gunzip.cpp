#include "parsers/sitemap/gunzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

namespace khabar::sitemap {
namespace {

constexpr int gzip_window = 16 + MAX_WBITS; // zlib's way to say: a gzip header, please

struct EndInflate {
    void operator()(z_stream* stream) const noexcept { inflateEnd(stream); }
};

} // namespace

bool is_gzip(std::string_view bytes) noexcept {
    return bytes.starts_with("\x1F\x8B");
}

Result<Unpacked> gunzip(std::string_view bytes, std::size_t limit) {
    if (bytes.size() > std::numeric_limits<uInt>::max())
        return fail(Errc::too_large, "gzip of more than 4 GiB");
    z_stream stream{};
    if (inflateInit2(&stream, gzip_window) != Z_OK)
        return fail(Errc::bad_feed, "cannot begin to unpack gzip");
    const std::unique_ptr<z_stream, EndInflate> end(&stream);
    // zlib never writes to its input.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    Unpacked result;
    std::array<char, 1 << 16> chunk{};
    for (;;) {
        stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        const int status = inflate(&stream, Z_NO_FLUSH);
        const std::size_t produced = chunk.size() - stream.avail_out;
        if (result.bytes.size() + produced > limit)
            return fail(Errc::too_large, "gzip unpacks to more than " + std::to_string(limit) + " bytes");
        result.bytes.append(chunk.data(), produced);
        if (status == Z_STREAM_END) {
            // Another member may follow; anything else after the end is padding.
            if (stream.avail_in < 2 || stream.next_in[0] != 0x1F || stream.next_in[1] != 0x8B) return result;
            if (inflateReset(&stream) != Z_OK) return result;
            continue;
        }
        if (status != Z_OK || (produced == 0 && stream.avail_in == 0)) {
            result.whole = false;
            return result;
        }
    }
}

} // namespace khabar::sitemap
