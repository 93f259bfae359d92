#include "parsers/url/idna.hpp"

#include "parsers/text/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <memory>

namespace khabar::url {

namespace {

struct CloseIdna {
    void operator()(UIDNA* idna) const noexcept { uidna_close(idna); }
};

// Immutable once open, and safe to use from any thread (uidna.h).
const UIDNA* uts46() {
    static const std::unique_ptr<UIDNA, CloseIdna> idna = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<UIDNA, CloseIdna>(uidna_openUTS46(
            UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, &status));
    }();
    return idna.get();
}

// CheckHyphens and VerifyDnsLength are false.
constexpr uint32_t tolerated = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                               UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                               UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

// UTS #46 (revision 33), §4 step 4 and validity criterion 4: a label that decodes to nothing, to ASCII alone
// or to another "xn--" is an error, which ICU 72, being older, lets pass.
bool is_vain_punycode(const UIDNA* idna, std::string_view label) {
    if (!label.starts_with("xn--")) return false;
    std::string unicode(label.size() * 4 + 16,
                        '\0'); // a code point takes at least one digit and at most four bytes
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const auto size =
        uidna_labelToUnicodeUTF8(idna, label.data(), static_cast<int32_t>(label.size()), unicode.data(),
                                 static_cast<int32_t>(unicode.size()), &info, &status);
    if (U_FAILURE(status)) return true;
    unicode.resize(static_cast<std::size_t>(size));
    return unicode.starts_with("xn--") || std::ranges::all_of(unicode, [](char c) { return c >= 0; });
}

// What revisions 31 and 33 of UTS #46 map and ICU 72 does not, or otherwise: the code point it becomes, 0 for
// nothing.
char32_t mapped_since_icu72(char32_t c) noexcept {
    switch (c) {
    case 0x1E9E:
        return 0x00DF; // capital sharp s; formerly "ss"
    case 0x04C0:
    case 0x2132:
    case 0x2183:
        return static_cast<char32_t>(
            u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)); // formerly disallowed
    // Compatibility ideographs by their corrected decompositions (Unicode Corrigendum #4); formerly
    // disallowed.
    case 0x2F868:
        return 0x36FC;
    case 0x2F874:
        return 0x5F53;
    case 0x2F91F:
        return 0x243AB;
    case 0x2F95F:
        return 0x7AEE;
    case 0x2F9BF:
        return 0x45D7;
    // Default-ignorable code points that were disallowed.
    case 0x115F:
    case 0x1160:
    case 0x17B4:
    case 0x17B5:
    case 0x180E:
    case 0x3164:
    case 0xFFA0:
        return 0;
    default:
        break;
    }
    if (c >= 0x10A0 && c <= 0x10C5) return c + (0x2D00 - 0x10A0); // Georgian capitals; formerly disallowed
    return c >= 0x206A && c <= 0x206F ? 0 : c;
}

std::string with_later_mappings(std::string_view domain) {
    std::string out;
    out.reserve(domain.size());
    for (std::size_t at = 0; at < domain.size();)
        if (const auto mapped = mapped_since_icu72(text::next_code_point(domain, at)); mapped != 0)
            text::append_utf8(out, mapped);
    return out;
}

} // namespace

std::optional<std::string> domain_to_ascii(std::string_view domain) {
    const auto* const idna = uts46();
    if (idna == nullptr) return std::nullopt;
    const auto input = with_later_mappings(domain);
    std::string out(input.size() * 2 + 64, '\0');
    for (int attempt = 0; attempt < 2; ++attempt) {
        UErrorCode status = U_ZERO_ERROR;
        UIDNAInfo info = UIDNA_INFO_INITIALIZER;
        const auto size =
            uidna_nameToASCII_UTF8(idna, input.data(), static_cast<int32_t>(input.size()), out.data(),
                                   static_cast<int32_t>(out.size()), &info, &status);
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            out.resize(static_cast<std::size_t>(size) + 1);
            continue;
        }
        if (U_FAILURE(status) || (info.errors & ~tolerated) != 0) return std::nullopt;
        out.resize(static_cast<std::size_t>(size));
        break;
    }
    for (std::size_t begin = 0; begin < out.size();) {
        const auto end = std::min(out.find('.', begin), out.size());
        if (is_vain_punycode(idna, std::string_view(out).substr(begin, end - begin))) return std::nullopt;
        begin = end + 1;
    }
    return out;
}

} // namespace khabar::url
