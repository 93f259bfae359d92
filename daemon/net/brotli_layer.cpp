// brotli (RFC 7932).
#include "daemon/net/content_coding.hpp"

#include <brotli/decode.h>

#include <cstdint>
#include <new>

namespace khabar::net {
namespace {

struct Destroy {
    void operator()(BrotliDecoderState* state) const noexcept { ::BrotliDecoderDestroyInstance(state); }
};

class BrotliLayer final : public CodingLayer {
  public:
    BrotliLayer() : state_(::BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
        if (!state_) throw std::bad_alloc();
    }

    Result<void> step(std::string_view& input, std::string& output, std::size_t room) override {
        if (finished_) input = {}; // padding behind the end
        if (finished_ || (input.empty() && !used_)) return {};
        used_ = true;
        const std::size_t before = output.size();
        output.resize(before + room);
        std::size_t available_in = input.size(), available_out = room;
        const auto* next_in = reinterpret_cast<const std::uint8_t*>(input.data());
        auto* next_out = reinterpret_cast<std::uint8_t*>(output.data() + before);
        const auto result = ::BrotliDecoderDecompressStream(state_.get(), &available_in, &next_in,
                                                            &available_out, &next_out, nullptr);
        output.resize(before + room - available_out);
        input.remove_prefix(input.size() - available_in);
        finished_ = result == BROTLI_DECODER_RESULT_SUCCESS;
        if (result == BROTLI_DECODER_RESULT_ERROR)
            return fail(Errc::protocol_error, "body is not the brotli it says");
        return {};
    }

    [[nodiscard]] bool finished() const noexcept override { return finished_ || !used_; }

  private:
    std::unique_ptr<BrotliDecoderState, Destroy> state_;
    bool used_ = false;
    bool finished_ = false;
};

} // namespace

std::unique_ptr<CodingLayer> make_brotli_layer() {
    return std::make_unique<BrotliLayer>();
}

} // namespace khabar::net
