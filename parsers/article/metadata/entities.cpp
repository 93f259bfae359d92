#include "parsers/article/metadata/entities.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace khabar::article {
namespace {

constexpr std::size_t longest_reference = 10; // "&#1114111;"

constexpr std::array<std::pair<std::string_view, std::string_view>, 36> named{{
    {"amp", "&"},   {"quot", "\""},  {"apos", "'"},   {"lt", "<"},     {"gt", ">"},        {"nbsp", " "},
    {"laquo", "«"}, {"raquo", "»"},  {"ldquo", "“"},  {"rdquo", "”"},  {"lsquo", "‘"},     {"rsquo", "’"},
    {"bdquo", "„"}, {"sbquo", "‚"},  {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"},    {"middot", "·"},
    {"bull", "•"},  {"copy", "©"},   {"reg", "®"},    {"trade", "™"},  {"euro", "€"},      {"pound", "£"},
    {"deg", "°"},   {"eacute", "é"}, {"egrave", "è"}, {"agrave", "à"}, {"ccedil", "ç"},    {"auml", "ä"},
    {"ouml", "ö"},  {"uuml", "ü"},   {"szlig", "ß"},  {"ntilde", "ñ"}, {"zwnj", "\u200c"}, {"shy", ""},
}};

bool append_numeric(std::string& out, std::string_view digits) {
    const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
    if (hex) digits.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    if (error != std::errc{} || end != digits.data() + digits.size()) return false;
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
    text::append_utf8(out, value);
    return true;
}

bool append_reference(std::string& out, std::string_view reference) {
    if (reference.starts_with('#')) return append_numeric(out, reference.substr(1));
    const auto found =
        std::ranges::find(named, reference, &std::pair<std::string_view, std::string_view>::first);
    if (found == named.end()) return false;
    out += found->second;
    return true;
}

std::string without_tags(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    const std::size_t last_end = utf8.rfind('>') + 1; // 0: there is none; no tag that begins behind it ends
    for (std::size_t at = 0; at < utf8.size();) {
        const bool tag =
            utf8[at] == '<' && at < last_end && (utf8[at + 1] == '/' || text::is_letter(utf8[at + 1]));
        if (!tag) {
            out += utf8[at++];
            continue;
        }
        out += ' ';
        at = utf8.find('>', at) + 1;
    }
    return out;
}

} // namespace

std::string decode_entities(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        if (utf8[at] == '&') {
            const auto end = utf8.substr(at, longest_reference + 1).find(';');
            if (end != std::string_view::npos && append_reference(out, utf8.substr(at + 1, end - 1))) {
                at += end + 1;
                continue;
            }
        }
        out += utf8[at++];
    }
    return out;
}

std::string plain_value(std::string_view utf8) {
    auto decoded = decode_entities(utf8);
    if (decoded.find('&') != std::string::npos) decoded = decode_entities(decoded); // escaped twice
    return text::clean_field(decoded.find('<') == std::string::npos ? decoded : without_tags(decoded));
}

} // namespace khabar::article
