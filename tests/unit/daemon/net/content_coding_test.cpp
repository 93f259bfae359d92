#include "daemon/net/content_coding.hpp"
#include "tests/support/http_server/http_server.hpp"

#include <gtest/gtest.h>

namespace khabar::net {
namespace {

using test::brotli;
using test::gzip;
using test::zstd;

constexpr std::size_t roomy = 1u << 20;

// Long enough to need several steps of every layer, and not all one byte.
std::string sample() {
    std::string text;
    for (int i = 0; i < 20'000; ++i)
        text.append("line ").append(std::to_string(i * 7919 % 10'007)).append("\n");
    return text;
}

Result<std::string> decode(std::string_view coding, std::string_view bytes, std::size_t max,
                           std::size_t chunk) {
    auto decoder = BodyDecoder::create(coding, max);
    if (!decoder) return tl::unexpected<Error>(decoder.error());
    for (std::size_t at = 0; at < bytes.size(); at += chunk)
        if (auto written = decoder->write(bytes.substr(at, chunk)); !written)
            return tl::unexpected<Error>(written.error());
    if (auto whole = decoder->finish(); !whole) return tl::unexpected<Error>(whole.error());
    return std::move(*decoder).take_body();
}

struct Coding {
    const char* name;
    std::string (*encode)(std::string_view);
};
std::string plain(std::string_view bytes) {
    return std::string(bytes);
}
std::string bare_deflate(std::string_view bytes) { // RFC 1951 without any wrapping
    const std::string wrapped = gzip(bytes);
    return wrapped.substr(10, wrapped.size() - 18);
}
std::string gzip_of_gzip(std::string_view bytes) {
    return gzip(gzip(bytes));
}
std::string brotli_of_gzip(std::string_view bytes) {
    return brotli(gzip(bytes));
}
std::string two_members(std::string_view bytes) {
    return gzip(bytes.substr(0, 1000)) + gzip(bytes.substr(1000));
}
std::string two_frames(std::string_view bytes) {
    return zstd(bytes.substr(0, 1000)) + zstd(bytes.substr(1000));
}
std::string padded_gzip(std::string_view bytes) {
    return gzip(bytes) + std::string(100, '\0');
}

class RoundTrip : public testing::TestWithParam<Coding> {};

TEST_P(RoundTrip, WholeAndByteByByte) {
    const std::string text = sample();
    const std::string bytes = GetParam().encode(text);
    for (const std::size_t chunk : {std::size_t{1}, std::size_t{1000}, bytes.size()}) {
        const auto decoded = decode(GetParam().name, bytes, roomy, chunk);
        ASSERT_TRUE(decoded.has_value()) << to_string(decoded.error());
        EXPECT_EQ(*decoded, text);
    }
}

TEST_P(RoundTrip, BodyAtItsBoundPassesAndOneByteMoreDoesNot) {
    const std::string text = sample();
    const std::string bytes = GetParam().encode(text);
    EXPECT_TRUE(decode(GetParam().name, bytes, text.size(), 4096).has_value());
    const auto over = decode(GetParam().name, bytes, text.size() - 1, 4096);
    ASSERT_FALSE(over.has_value());
    EXPECT_EQ(over.error().code, Errc::too_large);
}

INSTANTIATE_TEST_SUITE_P(Codings, RoundTrip,
                         testing::Values(Coding{"", plain}, Coding{"identity", plain}, Coding{"gzip", gzip},
                                         Coding{"X-GZip", gzip}, Coding{"deflate", bare_deflate},
                                         Coding{"deflate", gzip}, Coding{"br", brotli}, Coding{"zstd", zstd},
                                         Coding{"gzip", two_members}, Coding{"zstd", two_frames},
                                         Coding{"gzip", padded_gzip}, Coding{"gzip, gzip", gzip_of_gzip},
                                         Coding{"gzip, br", brotli_of_gzip}, Coding{"gzip", plain}));

class Truncated : public testing::TestWithParam<Coding> {};

TEST_P(Truncated, AnywhereIsNoticed) {
    const std::string bytes = GetParam().encode(sample());
    for (const std::size_t missing :
         {std::size_t{1}, std::size_t{4}, std::size_t{9}, bytes.size() / 2, bytes.size() - 1}) {
        const auto decoded =
            decode(GetParam().name, std::string_view(bytes).substr(0, bytes.size() - missing), roomy, 4096);
        ASSERT_FALSE(decoded.has_value()) << missing;
        EXPECT_EQ(decoded.error().code, Errc::truncated) << missing;
    }
}

TEST_P(Truncated, NothingAtAllIsAnEmptyBody) {
    EXPECT_EQ(decode(GetParam().name, "", roomy, 1).value(), "");
}

INSTANTIATE_TEST_SUITE_P(Codings, Truncated,
                         testing::Values(Coding{"gzip", gzip}, Coding{"br", brotli}, Coding{"zstd", zstd},
                                         Coding{"deflate", bare_deflate},
                                         Coding{"gzip, gzip", gzip_of_gzip}));

class Bomb : public testing::TestWithParam<Coding> {};

TEST_P(Bomb, StopsAtTheBound) {
    const std::string bomb = GetParam().encode(std::string(64u << 20, 'x'));
    ASSERT_LT(bomb.size(), 128u << 10);
    auto decoder = BodyDecoder::create(GetParam().name, roomy);
    ASSERT_TRUE(decoder.has_value());
    const auto written = decoder->write(bomb);
    ASSERT_FALSE(written.has_value());
    EXPECT_EQ(written.error().code, Errc::too_large);
    EXPECT_EQ(decoder->body().size(), roomy);
}

INSTANTIATE_TEST_SUITE_P(Codings, Bomb,
                         testing::Values(Coding{"gzip", gzip}, Coding{"br", brotli}, Coding{"zstd", zstd},
                                         Coding{"gzip, gzip", gzip_of_gzip}));

TEST(Layers, AreBoundedEvenWhereTheyYieldNothing) {
    std::string empty_members;
    while (empty_members.size() <= roomy)
        empty_members.append(gzip(""));
    EXPECT_EQ(decode("gzip", empty_members, roomy, 4096).error().code, Errc::too_large);
}

TEST(Layers, GarbageIsAProtocolError) {
    const std::string garbage(5000, '\xff');
    EXPECT_EQ(decode("br", garbage, roomy, 64).error().code, Errc::protocol_error);
    EXPECT_EQ(decode("zstd", garbage, roomy, 64).error().code, Errc::protocol_error);
    EXPECT_EQ(decode("deflate", garbage, roomy, 64).error().code, Errc::protocol_error);
    std::string damaged = gzip(sample());
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
    EXPECT_EQ(decode("gzip", damaged, roomy, 64).error().code, Errc::protocol_error);
}

TEST(Layers, UnknownAndTooManyAreUnsupported) {
    EXPECT_EQ(decode("compress", "x", roomy, 1).error().code, Errc::unsupported);
    EXPECT_EQ(decode("gzip,gzip,gzip", "x", roomy, 1).error().code, Errc::unsupported);
}

} // namespace
} // namespace khabar::net
