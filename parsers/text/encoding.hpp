#pragma once
// Bytes to UTF-8 by the WHATWG Encoding and HTML standards: BOM, then HTTP charset, then <meta> (within the
// first 256 KiB) or XML declaration (after at most 1,024 bytes of junk), then UTF-8 validity, then
// statistical detection (ICU). Labels by the WHATWG table (so "iso-8859-1" is windows-1252). One departure: a
// claim of UTF-8 that the bytes plainly contradict is not believed.
//
// XML may be in more than browsers read (XML 1.0 §4.3.3, appendix F): there any encoding that ICU knows by a
// registered name is taken, UTF-32 by its BOM or first bytes, EBCDIC by the bytes of its "<?xm"; and
// "us-ascii", which servers say of text/xml without looking, does not make mojibake of UTF-8.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::text {

enum class Markup : std::uint8_t { html, xml, none }; // where a declaration inside the bytes is looked for
enum class EncodingEvidence : std::uint8_t { bom, http, declared, valid_utf8, detected, fallback };

struct Decoded {
    std::string utf8; // valid UTF-8, no BOM, no NUL, line ends as found
    std::string
        encoding; // WHATWG name, lower-case: "utf-8", "windows-1256"; in XML also a registered one: "IBM850"
    EncodingEvidence evidence = EncodingEvidence::fallback;
    std::size_t replaced = 0; // how many U+FFFD had to be put in
};

// Whom to believe where a claim and the bytes disagree.
enum class Trust : std::uint8_t {
    claims, // as the standards have it
    bytes,  // as a reader would: bytes that are UTF-8 from end to end, and could hardly be so by chance, are
            // UTF-8 whatever legacy encoding the server or the page names
};

[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view content_type = {},
                             Markup markup = Markup::html, Trust trust = Trust::claims);

// A page that is going to be read: HTML, and the bytes have the last word.
[[nodiscard]] inline Decoded decode_page(std::string_view bytes, std::string_view content_type = {}) {
    return decode(bytes, content_type, Markup::html, Trust::bytes);
}

// One thing that speaks for an encoding, in the order of trust.
struct EncodingClaim {
    EncodingEvidence evidence = EncodingEvidence::fallback;
    std::string_view origin;   // "byte order mark", "HTTP header", "<meta> or XML declaration", "the bytes"
    std::string_view encoding; // WHATWG name
    bool believed = false;     // the one decode() follows
};

// Everything that speaks for an encoding of the bytes, for reports; decode() follows the believed one. At
// most one claim of each origin; "the bytes" is always there.
[[nodiscard]] std::vector<EncodingClaim> encoding_claims(std::string_view bytes,
                                                         std::string_view content_type = {},
                                                         Markup markup = Markup::html,
                                                         Trust trust = Trust::claims);

// WHATWG label lookup: "CP1256" → "windows-1256"; empty where unknown.
[[nodiscard]] std::string_view encoding_from_label(std::string_view label) noexcept;

} // namespace khabar::text
