#include "parsers/text/base64.hpp"

#include <gtest/gtest.h>

namespace khabar::text {
namespace {

TEST(Base64, TheStandardsOwnExamples) { // RFC 4648 §10
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, written] : vectors) {
        EXPECT_EQ(to_base64(bytes), written);
        EXPECT_EQ(from_base64(written).bytes, bytes);
        EXPECT_TRUE(from_base64(written).clean) << written;
    }
}

TEST(Base64, EveryByteComesBack) {
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    EXPECT_EQ(from_base64(to_base64(bytes)).bytes, bytes);
}

TEST(Base64, WhiteSpaceAndMissingPaddingAreForgiven) {
    for (const char* text : {"Zm9v\r\nYg", " Zm9v Yg= =\n", "Zm9v\tYg"}) {
        const FromBase64 read = from_base64(text);
        EXPECT_EQ(read.bytes, "foob") << text;
        EXPECT_TRUE(read.clean) << text;
    }
}

TEST(Base64, StraysArePassedOverAndTold) {
    for (const char* text : {"Zm9-vYg==", "<Zm9vYg==>", "Zm9=vYg", "Zm9v_Yg=="}) {
        const FromBase64 read = from_base64(text);
        EXPECT_EQ(read.bytes, "foob") << text;
        EXPECT_FALSE(read.clean) << text;
    }
}

} // namespace
} // namespace khabar::text
