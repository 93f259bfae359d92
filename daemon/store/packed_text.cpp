#include "daemon/store/packed_text.hpp"

#include "daemon/store/database.hpp"

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <memory>
#include <new>

namespace khabar::store {

namespace {

constexpr int level = 9;           // once for every revision; 19 saves 3 % more and costs ten times as much
constexpr int largest_window = 27; // 128 MiB: what max_unpacked and a text of that size to compare with need

struct FreeCompressor {
    void operator()(ZSTD_CCtx* context) const noexcept { ::ZSTD_freeCCtx(context); }
};
struct FreeDecompressor {
    void operator()(ZSTD_DCtx* context) const noexcept { ::ZSTD_freeDCtx(context); }
};

[[noreturn]] void damaged() {
    throw StoreError(
        StoreError::damaged_value,
        "a stored revision is damaged and cannot be unpacked; restore the database from a backup");
}

} // namespace

std::vector<std::byte> pack(std::string_view text, std::string_view like) {
    const std::unique_ptr<ZSTD_CCtx, FreeCompressor> context(::ZSTD_createCCtx());
    if (!context) throw std::bad_alloc();
    ::ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ::ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    if (!like.empty()) {
        // The window must reach over both texts.
        const int window = static_cast<int>(std::bit_width(text.size() + like.size()));
        ::ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, std::clamp(window, 10, largest_window));
        ::ZSTD_CCtx_refPrefix(context.get(), like.data(), like.size());
    }
    std::vector<std::byte> packed(::ZSTD_compressBound(text.size()));
    const std::size_t size =
        ::ZSTD_compress2(context.get(), packed.data(), packed.size(), text.data(), text.size());
    if (::ZSTD_isError(size)) throw std::bad_alloc(); // with room for the bound nothing else can fail
    packed.resize(size);
    return packed;
}

std::string unpack(std::span<const std::byte> packed, std::string_view like) {
    const unsigned long long size = ::ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > max_unpacked) damaged();
    const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(::ZSTD_createDCtx());
    if (!context) throw std::bad_alloc();
    ::ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, largest_window);
    if (!like.empty()) ::ZSTD_DCtx_refPrefix(context.get(), like.data(), like.size());
    std::string text(static_cast<std::size_t>(size), '\0');
    const std::size_t written =
        ::ZSTD_decompressDCtx(context.get(), text.data(), text.size(), packed.data(), packed.size());
    if (::ZSTD_isError(written) || written != text.size()) damaged();
    return text;
}

} // namespace khabar::store
