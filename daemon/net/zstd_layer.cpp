// zstd (RFC 8878); frames may follow each other.
#include "daemon/net/content_coding.hpp"

#include <zstd.h>

#include <new>

namespace khabar::net {
namespace {

constexpr int max_window_log = 23; // 8 MiB: the most a server may use for HTTP (RFC 9659)

struct Free {
    void operator()(ZSTD_DCtx* context) const noexcept { ::ZSTD_freeDCtx(context); }
};

class ZstdLayer final : public CodingLayer {
  public:
    ZstdLayer() : context_(::ZSTD_createDCtx()) {
        if (!context_) throw std::bad_alloc();
        ::ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, max_window_log);
    }

    Result<void> step(std::string_view& input, std::string& output, std::size_t room) override {
        if (input.empty() && frame_done_) return {};
        const std::size_t before = output.size();
        output.resize(before + room);
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{output.data() + before, room, 0};
        const std::size_t hint = ::ZSTD_decompressStream(context_.get(), &out, &in);
        output.resize(before + out.pos);
        input.remove_prefix(in.pos);
        if (::ZSTD_isError(hint)) return fail(Errc::protocol_error, "body is not the zstd it says");
        frame_done_ = hint == 0;
        return {};
    }

    [[nodiscard]] bool finished() const noexcept override { return frame_done_; }

  private:
    std::unique_ptr<ZSTD_DCtx, Free> context_;
    bool frame_done_ = true; // nothing yet is a whole number of frames
};

} // namespace

std::unique_ptr<CodingLayer> make_zstd_layer() {
    return std::make_unique<ZstdLayer>();
}

} // namespace khabar::net
