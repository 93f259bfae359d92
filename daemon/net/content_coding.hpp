#pragma once
// Content codings of a body (RFC 9110 §8.4.1) undone as it arrives, under a bound. Ours and not libcurl's:
// libcurl 7.88 takes a truncated gzip for a whole one, and its size limit does not see what decompression
// makes.
//
// Bound: no layer (the bytes on the wire, what each coding yields) may pass max_bytes; at most two codings.
// Work is linear in the bytes of all layers, memory is the body plus the codings' windows (32 KiB gzip, 16
// MiB brotli, 8 MiB zstd at most).

#include "parsers/base/result.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::net {

// For Accept-Encoding.
inline constexpr std::string_view accepted_codings = "gzip, deflate, br, zstd";

// One coding, as a stream.
class CodingLayer {
  public:
    virtual ~CodingLayer() = default;
    // Takes bytes from the front of `input` and appends at most `room` decoded bytes to `output`. To be
    // called until input is empty and the output did not grow. Errc::protocol_error for bytes that are not
    // this coding.
    virtual Result<void> step(std::string_view& input, std::string& output, std::size_t room) = 0;
    // The coding's own end was seen, or nothing came at all.
    [[nodiscard]] virtual bool finished() const noexcept = 0;
};

[[nodiscard]] std::unique_ptr<CodingLayer>
make_gzip_layer(); // and members behind each other; plain bytes pass
[[nodiscard]] std::unique_ptr<CodingLayer> make_deflate_layer(); // with or without the zlib wrapping
[[nodiscard]] std::unique_ptr<CodingLayer> make_brotli_layer();
[[nodiscard]] std::unique_ptr<CodingLayer> make_zstd_layer();

class BodyDecoder {
  public:
    // `content_encoding` as in the header ("gzip", "", "gzip, br"). Errc::unsupported for a coding we do not
    // have.
    [[nodiscard]] static Result<BodyDecoder> create(std::string_view content_encoding, std::size_t max_bytes);

    // too_large: a layer passed its bound (body() then holds the first max_bytes at most). protocol_error.
    [[nodiscard]] Result<void> write(std::string_view bytes);
    // At the end of the message. truncated: a coding was not at its end.
    [[nodiscard]] Result<void> finish() const;

    [[nodiscard]] const std::string& body() const noexcept { return body_; }
    [[nodiscard]] std::string take_body() && noexcept { return std::move(body_); }

  private:
    explicit BodyDecoder(std::size_t max_bytes) : max_bytes_(max_bytes) {}
    [[nodiscard]] Result<void> account(std::size_t level, std::size_t bytes);
    [[nodiscard]] Result<void> push(std::size_t level, std::string_view bytes);
    [[nodiscard]] Result<void> append(std::string_view bytes);

    std::size_t max_bytes_;
    std::vector<std::unique_ptr<CodingLayer>> layers_; // outermost (nearest the wire) first
    std::vector<std::size_t> passed_;                  // bytes into each layer
    std::string body_;
};

} // namespace khabar::net
