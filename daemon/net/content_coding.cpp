#include "daemon/net/content_coding.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>

namespace khabar::net {
namespace {

constexpr std::size_t max_codings = 2;         // nobody honest sends more than one
constexpr std::size_t chunk_bytes = 64u << 10; // decoded at a time between layers

std::string normalised(std::string_view token) {
    std::string name;
    for (const char c : token)
        if (c != ' ' && c != '\t') name.push_back(text::lower(c));
    return name;
}

std::unique_ptr<CodingLayer> make_layer(std::string_view name) {
    if (name == "gzip" || name == "x-gzip") return make_gzip_layer();
    if (name == "deflate") return make_deflate_layer();
    if (name == "br") return make_brotli_layer();
    if (name == "zstd") return make_zstd_layer();
    return nullptr;
}

} // namespace

Result<BodyDecoder> BodyDecoder::create(std::string_view content_encoding, std::size_t max_bytes) {
    BodyDecoder decoder(max_bytes);
    while (!content_encoding.empty()) {
        const auto comma = std::min(content_encoding.find(','), content_encoding.size());
        const std::string name = normalised(content_encoding.substr(0, comma));
        content_encoding.remove_prefix(std::min(comma + 1, content_encoding.size()));
        if (name.empty() || name == "identity" || name == "none" || name == "utf-8")
            continue; // seen, meaning nothing
        if (decoder.layers_.size() == max_codings)
            return fail(Errc::unsupported, "more than two content codings");
        auto layer = make_layer(name);
        if (!layer) return fail(Errc::unsupported, "content coding '" + name.substr(0, 32) + "'");
        decoder.layers_.insert(decoder.layers_.begin(), std::move(layer)); // the last named was applied last
    }
    decoder.passed_.assign(decoder.layers_.size() + 1, 0);
    return decoder;
}

Result<void> BodyDecoder::write(std::string_view bytes) {
    return push(0, bytes);
}

Result<void> BodyDecoder::finish() const {
    for (const auto& layer : layers_)
        if (!layer->finished()) return fail(Errc::truncated, "body ends inside its content coding");
    return {};
}

Result<void> BodyDecoder::account(std::size_t level, std::size_t bytes) {
    passed_[level] += bytes;
    if (passed_[level] <= max_bytes_) return {};
    return fail(Errc::too_large, "body over " + std::to_string(max_bytes_) + " bytes");
}

Result<void> BodyDecoder::append(std::string_view bytes) {
    body_.append(bytes.substr(0, max_bytes_ - std::min(max_bytes_, body_.size())));
    return account(layers_.size(), bytes.size());
}

// Depth of the recursion is the number of codings, at most two.
Result<void> BodyDecoder::push(std::size_t level, std::string_view bytes) {
    if (level == layers_.size()) return append(bytes);
    if (auto counted = account(level, bytes.size()); !counted) return counted;
    std::string chunk;
    for (;;) {
        chunk.clear();
        const std::size_t before = bytes.size();
        if (auto stepped = layers_[level]->step(bytes, chunk, chunk_bytes); !stepped) return stepped;
        if (!chunk.empty())
            if (auto pushed = push(level + 1, chunk); !pushed) return pushed;
        if (chunk.empty() && (bytes.empty() || bytes.size() == before)) return {};
    }
}

} // namespace khabar::net
