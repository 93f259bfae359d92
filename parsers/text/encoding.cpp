#include "parsers/text/encoding.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/legacy.hpp"
#include "parsers/text/prescan.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>

namespace khabar::text {

namespace {

struct Choice {
    std::string_view name;
    EncodingEvidence evidence = EncodingEvidence::fallback;
    std::size_t skip = 0; // bytes of the BOM
};

// How bytes fare as UTF-8: sequences of two bytes and more, and what is ill-formed.
struct Utf8Census {
    std::size_t multibyte = 0, broken = 0;
};

Utf8Census census(std::string_view bytes) noexcept {
    Utf8Census result;
    if (is_valid_utf8(bytes)) { // by far the most frequent case, and the quickest to see
        result.multibyte = static_cast<std::size_t>(
            std::ranges::count_if(bytes, [](char byte) { return (byte & 0xC0) == 0xC0; }));
        return result;
    }
    for (std::size_t at = 0; at < bytes.size();) {
        if (bytes[at] >= 0) {
            ++at;
            continue;
        }
        const auto step = utf8_step(bytes, at);
        step.valid ? ++result.multibyte : ++result.broken;
        at += step.bytes;
    }
    return result;
}

// A text in a legacy encoding has next to no well-formed sequences; a damaged UTF-8 text has mostly such.
bool reads_as_utf8(Utf8Census found) noexcept {
    return found.broken <= found.multibyte;
}

Choice by_bom(std::string_view bytes, Markup markup) noexcept {
    using namespace std::literals;
    if (markup == Markup::xml) { // XML cannot begin with a NUL, so that these are no UTF-16
        if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {"utf-32le", EncodingEvidence::bom, 4};
        if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {"utf-32be", EncodingEvidence::bom, 4};
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) return {"utf-8", EncodingEvidence::bom, 3};
    if (bytes.starts_with("\xFF\xFE")) return {"utf-16le", EncodingEvidence::bom, 2};
    if (bytes.starts_with("\xFE\xFF")) return {"utf-16be", EncodingEvidence::bom, 2};
    return {};
}

bool is_ascii_label(std::string_view label) noexcept {
    return equals_ignoring_case(label, "us-ascii") || equals_ignoring_case(label, "ascii");
}

// What a label said in ASCII means for XML. "us-ascii" is what RFC 3023 made servers say of every text/xml;
// where the bytes are not ASCII, and are UTF-8, nobody meant it.
std::string_view meant_in_xml(std::string_view label, std::string_view bytes) {
    if (is_ascii_label(label) && is_valid_utf8(bytes)) return "utf-8";
    const auto name = registered_encoding(label);
    if (name == "utf-16le" || name == "utf-16be") return name;
    return name.empty() || extends_ascii(name) ? name : std::string_view{};
}

Choice by_header(std::string_view bytes, std::string_view content_type, Markup markup) {
    const auto label = charset_parameter(content_type);
    const auto name = markup == Markup::xml ? meant_in_xml(label, bytes) : encoding_from_label(label);
    return name.empty() ? Choice{} : Choice{name, EncodingEvidence::http};
}

// EBCDIC, by the bytes of "<?xm": which of its code pages is said in letters that all of them share.
std::string_view declared_in_ebcdic(std::string_view bytes) {
    constexpr std::size_t declaration_within = 256;
    constexpr std::string_view first = "\x4C\x6F\xA7\x94";
    if (!bytes.starts_with(first)) return {};
    std::string head;
    decode_legacy(head, bytes.substr(0, declaration_within), "IBM037");
    const auto name = registered_encoding(label_in_xml(head));
    std::string decoded;
    if (!name.empty() && name != "utf-8") decode_legacy(decoded, first, name);
    return decoded == "<?xm" ? name : "IBM037";
}

std::string_view declared_in_xml(std::string_view bytes) {
    if (const auto name = wide_by_first_bytes(bytes); !name.empty()) return name;
    if (const auto name = declared_in_ebcdic(bytes); !name.empty()) return name;
    const auto name = meant_in_xml(label_in_xml(bytes), bytes);
    return name == "utf-16le" || name == "utf-16be" ? "utf-8" : name; // it was read in ASCII
}

Choice by_declaration(std::string_view bytes, Markup markup) {
    if (markup == Markup::none) return {};
    if (const auto name = utf16_by_first_bytes(bytes); !name.empty())
        return {name, EncodingEvidence::declared};
    const auto name = markup == Markup::html ? declared_in_html(bytes) : declared_in_xml(bytes);
    return name.empty() ? Choice{} : Choice{name, EncodingEvidence::declared};
}

Choice by_content(std::string_view bytes, Markup markup) {
    const auto found = census(bytes);
    // Plain ASCII is no evidence: HTML's default is windows-1252 (§13.2.3.2, "otherwise"), XML's is UTF-8.
    if (found.multibyte + found.broken == 0)
        return {markup == Markup::html ? "windows-1252" : "utf-8", EncodingEvidence::fallback};
    if (reads_as_utf8(found))
        return {"utf-8", found.broken == 0 ? EncodingEvidence::valid_utf8 : EncodingEvidence::detected};
    if (const auto name = detect_legacy(bytes); !name.empty()) return {name, EncodingEvidence::detected};
    return {"windows-1252", EncodingEvidence::fallback};
}

// "utf-8" is what templates and servers claim without looking: believed only where the bytes bear it out. The
// standard never doubts a server, so there a few bad bytes are damage and only a text full of them is another
// encoding.
bool contradicted(EncodingEvidence claim, Utf8Census found) noexcept {
    constexpr std::size_t damage = 12;
    if (claim == EncodingEvidence::http && found.broken < damage) return false;
    return !reads_as_utf8(found);
}

// A letter of a legacy encoding followed by just the bytes that UTF-8 asks for is rare, and a page of nothing
// else does not happen: so many sequences without a single flaw are no chance. UTF-16 and ISO-2022-JP are
// never such bytes.
bool is_plainly_utf8(std::string_view bytes) noexcept {
    constexpr std::size_t least_sequences = 4;
    const auto found = census(bytes);
    return found.broken == 0 && found.multibyte >= least_sequences;
}

Choice choose(std::string_view bytes, std::string_view content_type, Markup markup, Trust trust) {
    if (const auto bom = by_bom(bytes, markup); !bom.name.empty()) return bom;
    auto declared = by_header(bytes, content_type, markup);
    if (declared.name.empty()) declared = by_declaration(bytes, markup);
    if (declared.name.empty()) return by_content(bytes, markup);
    if (trust == Trust::bytes && declared.name != "utf-8" && is_plainly_utf8(bytes))
        return {"utf-8", EncodingEvidence::valid_utf8};
    return declared.name == "utf-8" && contradicted(declared.evidence, census(bytes))
               ? by_content(bytes, markup)
               : declared;
}

} // namespace

std::vector<EncodingClaim> encoding_claims(std::string_view bytes, std::string_view content_type,
                                           Markup markup, Trust trust) {
    const auto chosen = choose(bytes, content_type, markup, trust);
    std::vector<EncodingClaim> claims;
    const auto add = [&](std::string_view origin, const Choice& choice) {
        if (choice.name.empty()) return;
        const bool believed = choice.name == chosen.name && choice.evidence == chosen.evidence;
        claims.push_back({choice.evidence, origin, choice.name, believed});
    };
    add("byte order mark", by_bom(bytes, markup));
    add("HTTP header", by_header(bytes, content_type, markup));
    add("<meta> or XML declaration", by_declaration(bytes, markup));
    add("the bytes", by_content(bytes, markup));
    return claims;
}

Decoded decode(std::string_view bytes, std::string_view content_type, Markup markup, Trust trust) {
    const auto choice = choose(bytes, content_type, markup, trust);
    bytes.remove_prefix(choice.skip);
    Decoded result;
    result.encoding = choice.name;
    result.evidence = choice.evidence;
    result.replaced = choice.name == "utf-8" ? append_valid_utf8(result.utf8, bytes)
                                             : decode_legacy(result.utf8, bytes, choice.name);
    // A BOM in another encoding than the bytes began with ("decode": UTF-16 by header, with its own BOM, was
    // met above).
    if (result.utf8.starts_with("\xEF\xBB\xBF")) result.utf8.erase(0, 3);
    return result;
}

} // namespace khabar::text
