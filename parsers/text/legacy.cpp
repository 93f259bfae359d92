#include "parsers/text/legacy.hpp"

#include "parsers/text/encoding.hpp"
#include "parsers/text/single_byte_tables.hpp"
#include "parsers/text/utf8.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace khabar::text {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
struct CloseDetector {
    void operator()(UCharsetDetector* detector) const noexcept { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;
using Detector = std::unique_ptr<UCharsetDetector, CloseDetector>;

// Collects code points; what may not be in the output becomes U+FFFD and is counted.
class Sink {
  public:
    explicit Sink(std::string& out) noexcept : out_(out) {}
    void put(char32_t c) {
        if (c == 0 || c == replacement_character)
            replace();
        else
            append_utf8(out_, c);
    }
    void replace() {
        append_utf8(out_, replacement_character);
        ++replaced_;
    }
    [[nodiscard]] std::size_t replaced() const noexcept { return replaced_; }

  private:
    std::string& out_;
    std::size_t replaced_ = 0;
};

const SingleByteTable* single_byte(std::string_view name) noexcept {
    if (name == "iso-8859-8-i") name = "iso-8859-8";
    const auto* const found = std::ranges::find(single_byte_tables, name, &SingleByteTable::name);
    return found == std::end(single_byte_tables) ? nullptr : found;
}

void decode_single_byte(Sink& sink, std::string_view bytes, const SingleByteTable& table) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        sink.put(byte < 0x80 ? char32_t{byte} : char32_t{table.upper[byte - 0x80]});
    }
}

// WHATWG §14.4: an unpaired surrogate or odd last byte is one U+FFFD.
void decode_utf16(Sink& sink, std::string_view bytes, bool big_endian) {
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char16_t>(big_endian ? a << 8 | b : b << 8 | a);
    };
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        const auto first = unit(at);
        if (!U16_IS_SURROGATE(first)) {
            sink.put(first);
        } else if (U16_IS_LEAD(first) && at + 3 < bytes.size() && U16_IS_TRAIL(unit(at + 2))) {
            sink.put(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(first, unit(at + 2))));
            at += 2;
        } else {
            sink.replace();
        }
    }
    if (at < bytes.size()) sink.replace();
}

// WHATWG §14.5.
void decode_user_defined(Sink& sink, std::string_view bytes) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        sink.put(byte < 0x80 ? byte : 0xF780u + byte - 0x80);
    }
}

// ICU's names for the code pages browsers mean.
const char* icu_name(std::string_view name) noexcept {
    if (name == "gbk" || name == "gb18030") return "gb18030"; // §10.1: gbk's decoder is gb18030's
    if (name == "big5") return "Big5-HKSCS";
    if (name == "utf-32le") return "UTF-32LE";
    if (name == "utf-32be") return "UTF-32BE";
    if (name == "euc-jp") return "EUC-JP";
    if (name == "iso-2022-jp") return "ISO-2022-JP";
    if (name == "shift_jis") return "ibm-943_P15A-2003"; // windows-31j
    if (name == "euc-kr") return "windows-949";
    return nullptr;
}

// The browsers' names without a table of ours: nothing is decoded ("replacement"), or not here ("utf-8").
bool stands_for_no_table(std::string_view name) noexcept {
    return name.empty() || name == "replacement" || name == "utf-8";
}

void decode_with_icu(Sink& sink, std::string_view bytes, const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(name, &status));
    if (U_FAILURE(status)) return sink.replace(); // this ICU was built without the table
    const char* source = bytes.data();
    const char* const source_end = source + bytes.size();
    std::array<UChar, 2048> buffer{};
    UChar lead = 0; // a surrogate pair may be cut by the buffer's end
    do {
        status = U_ZERO_ERROR;
        UChar* target = buffer.data();
        ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, source_end, nullptr,
                       true, &status);
        for (const UChar* unit = buffer.data(); unit != target; ++unit) {
            if (lead != 0 && U16_IS_TRAIL(*unit)) {
                sink.put(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, *unit)));
            } else if (U16_IS_LEAD(*unit)) {
                lead = *unit;
                continue;
            } else {
                sink.put(*unit == 0x1A ? replacement_character
                                       : char32_t{*unit}); // ICU's single-byte substitute
            }
            lead = 0;
        }
    } while (status == U_BUFFER_OVERFLOW_ERROR);
}

constexpr std::size_t sample_bytes = 8000;   // ICU's detector looks at no more
constexpr std::size_t sample_from = 1 << 20; // and the first MiB of a page is enough to find them

// Pieces of text between tags that hold a non-ASCII byte, each piece cut to 2,000 bytes.
std::string sample(std::string_view bytes) {
    constexpr std::size_t longest_piece = 2000;
    bytes = bytes.substr(0, sample_from);
    std::string out;
    for (std::size_t at = 0; at < bytes.size() && out.size() < sample_bytes;) {
        const auto end = std::min(bytes.find('<', at), bytes.size());
        const auto piece = bytes.substr(at, end - at);
        const auto first = std::ranges::find_if(piece, [](char c) { return c < 0; });
        if (first != piece.end()) {
            // Long scripts have their text somewhere inside: begin a little before the first non-ASCII byte.
            const auto from = static_cast<std::size_t>(first - piece.begin());
            out.append(piece.substr(from > 100 ? from - 100 : 0, longest_piece)).push_back(' ');
        }
        at = end == bytes.size() ? end : std::min(bytes.find('>', end), bytes.size() - 1) + 1;
    }
    out.resize(std::min(out.size(), sample_bytes));
    return out;
}

} // namespace

std::size_t decode_legacy(std::string& out, std::string_view bytes, std::string_view name) {
    Sink sink(out);
    out.reserve(out.size() + bytes.size() + bytes.size() / 2);
    if (const auto* const table = single_byte(name))
        decode_single_byte(sink, bytes, *table);
    else if (name == "utf-16le" || name == "utf-16be")
        decode_utf16(sink, bytes, name == "utf-16be");
    else if (name == "x-user-defined")
        decode_user_defined(sink, bytes);
    else if (const auto* const icu = icu_name(name))
        decode_with_icu(sink, bytes, icu);
    else if (!stands_for_no_table(name))
        decode_with_icu(sink, bytes, std::string(name).c_str());
    else if (!bytes.empty())
        sink.replace(); // "replacement", §14.1: one U+FFFD for the whole of it
    return sink.replaced();
}

std::string_view registered_encoding(std::string_view label) {
    constexpr std::size_t longest_label = 40;
    if (const auto name = encoding_from_label(label); !name.empty() && name != "replacement") return name;
    if (label.empty() || label.size() > longest_label) return {};
    // "mac-roman", "mac_cyrillic", "macgreek": ICU and the standard know Apple's by "x-mac-…" only.
    std::vector<std::string> spellings{std::string(label)};
    if (const std::size_t rest = label.find_first_not_of("-_ ", 3);
        label.starts_with("mac") && rest < label.size())
        spellings.push_back("x-mac-" + std::string(label.substr(rest)));
    if (label.starts_with("cp")) { // "cp720": Arabic under DOS
        for (const char* const maker : {"ibm-", "windows-"})
            spellings.push_back(maker + std::string(label.substr(2)));
    }
    for (const std::string& asked : spellings) {
        if (const auto name = encoding_from_label(asked); !name.empty() && name != "replacement") return name;
        for (const char* const standard : {"IANA", "MIME", ""}) {
            UErrorCode status = U_ZERO_ERROR;
            const char* const name = *standard == '\0'
                                         ? ucnv_getAlias(asked.c_str(), 0, &status)
                                         : ucnv_getStandardName(asked.c_str(), standard, &status);
            if (U_FAILURE(status) || name == nullptr) continue; // the names live as long as ICU's tables
            const auto usual = encoding_from_label(name);
            return usual.empty() || usual == "replacement" ? std::string_view(name) : usual;
        }
    }
    return {};
}

bool extends_ascii(std::string_view name) {
    constexpr std::string_view declaration = "<?xml";
    std::string decoded;
    return name == "utf-8" || (decode_legacy(decoded, declaration, name) == 0 && decoded == declaration);
}

std::string_view detect_legacy(std::string_view bytes) {
    const auto text = sample(bytes);
    UErrorCode status = U_ZERO_ERROR;
    const Detector detector(ucsdet_open(&status));
    if (text.empty() || U_FAILURE(status)) return {};
    ucsdet_setText(detector.get(), text.data(), static_cast<int32_t>(text.size()), &status);
    int32_t count = 0;
    const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status)) return {};
    std::string_view first;
    for (int32_t i = 0; i < count; ++i) {
        const char* const label = ucsdet_getName(matches[i], &status);
        const auto name = U_SUCCESS(status) ? encoding_from_label(label) : std::string_view{};
        // UTF-16 is guessed from any short text; without a BOM or a declaration nobody sends it (and browsers
        // never guess it).
        if (name.empty() || name.starts_with("utf-") || name == "replacement") continue;
        if (first.empty()) first = name;
        std::string decoded;
        if (decode_legacy(decoded, text, name) == 0)
            return name; // the likeliest in which every byte means something
    }
    return first;
}

} // namespace khabar::text
