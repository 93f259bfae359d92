#include "parsers/text/prescan.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/encoding.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>

namespace khabar::text {

namespace {

constexpr std::size_t xml_declaration_within = 1024;

// What a declaration cannot mean, since it was read as ASCII.
std::string_view read_as_ascii(std::string_view name) noexcept {
    return name == "utf-16le" || name == "utf-16be" ? "utf-8" : name;
}

// "Extract a character encoding from a meta element": the charset=… inside a content attribute.
std::string_view charset_in_content(std::string_view value) noexcept {
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (!starts_ignoring_case(value.substr(at), "charset")) continue;
        auto here = at + 7;
        const auto skip_space = [&] {
            while (here < value.size() && is_space(value[here]))
                ++here;
        };
        skip_space();
        if (here == value.size()) return {};
        if (value[here] != '=') {
            at = here - 1; // "move position to point just before that next character, and jump back to loop"
            continue;
        }
        ++here;
        skip_space();
        if (here == value.size()) return {};
        const char quote = value[here];
        if (quote == '"' || quote == '\'') {
            const auto end = value.find(quote, here + 1);
            return end == std::string_view::npos ? std::string_view{}
                                                 : value.substr(here + 1, end - here - 1);
        }
        auto end = here;
        while (end < value.size() && !is_space(value[end]) && value[end] != ';')
            ++end;
        return value.substr(here, end - here);
    }
    return {};
}

struct Attribute {
    std::string_view name, value; // as written: compared without case
};

// The prescan proper. Running out of bytes anywhere ends it without a result.
class Prescan {
  public:
    explicit Prescan(std::string_view bytes) noexcept : bytes_(bytes) {}

    std::string_view run() noexcept {
        while (at_ < bytes_.size() && !ended_) {
            const auto next = bytes_.find('<', at_);
            if (next == std::string_view::npos) return {};
            at_ = next;
            if (const auto found = markup(); !found.empty()) return found;
            ++at_; // "next byte"
        }
        return {};
    }

  private:
    [[nodiscard]] std::string_view rest() const noexcept { return bytes_.substr(at_); }
    [[nodiscard]] bool at_end() const noexcept { return at_ >= bytes_.size(); }

    std::string_view markup() noexcept {
        const auto here = rest();
        if (here.starts_with("<!--")) {
            // The two dashes may be the same ones: "<!-->" is a whole comment.
            const auto end = bytes_.find("-->", at_ + 2);
            if (end == std::string_view::npos)
                ended_ = true;
            else
                at_ = end + 2;
        } else if (starts_ignoring_case(here, "<meta") && here.size() > 5 &&
                   (is_space(here[5]) || here[5] == '/')) {
            at_ += 5;
            return meta();
        } else if (here.size() > 1 &&
                   (is_letter(here[1]) || (here[1] == '/' && here.size() > 2 && is_letter(here[2])))) {
            while (!at_end() && !is_space(bytes_[at_]) && bytes_[at_] != '>')
                ++at_;
            while (attribute()) {
            }
        } else if (here.size() > 1 && (here[1] == '!' || here[1] == '/' || here[1] == '?')) {
            const auto end = bytes_.find('>', at_);
            if (end == std::string_view::npos)
                ended_ = true;
            else
                at_ = end;
        }
        return {};
    }

    std::string_view meta() noexcept {
        bool seen_http_equiv = false, seen_content = false, seen_charset = false;
        bool got_pragma = false;
        std::optional<bool> need_pragma;
        std::string_view charset;
        while (const auto found = attribute()) {
            const auto first = [&](std::string_view name, bool& seen) {
                if (seen || !equals_ignoring_case(found->name, name)) return false;
                return seen = true;
            };
            if (first("http-equiv", seen_http_equiv)) {
                got_pragma = got_pragma || equals_ignoring_case(found->value, "content-type");
            } else if (first("content", seen_content)) {
                const auto name = encoding_from_label(charset_in_content(found->value));
                if (name.empty() || need_pragma) continue;
                charset = name;
                need_pragma = true;
            } else if (first("charset", seen_charset)) {
                charset = encoding_from_label(found->value);
                need_pragma = false;
            }
        }
        if (ended_ || !need_pragma || (*need_pragma && !got_pragma)) return {};
        return charset == "x-user-defined" ? "windows-1252" : read_as_ascii(charset);
    }

    // "Get an attribute" (§13.2.3.2); none at the tag's end, which is left under the position.
    std::optional<Attribute> attribute() noexcept {
        while (!at_end() && (is_space(bytes_[at_]) || bytes_[at_] == '/'))
            ++at_;
        if (out_of_bytes() || bytes_[at_] == '>') return std::nullopt;
        const auto name_begin = at_;
        while (!at_end() && !(bytes_[at_] == '=' && at_ > name_begin) && !is_space(bytes_[at_]) &&
               bytes_[at_] != '/' && bytes_[at_] != '>')
            ++at_;
        Attribute result{bytes_.substr(name_begin, at_ - name_begin), {}};
        if (out_of_bytes()) return std::nullopt;
        if (is_space(bytes_[at_])) {
            skip_space();
            if (out_of_bytes()) return std::nullopt;
        }
        if (bytes_[at_] != '=') return result;
        ++at_;
        skip_space();
        if (out_of_bytes()) return std::nullopt;
        return value(result);
    }

    std::optional<Attribute> value(Attribute result) noexcept {
        const char quote = bytes_[at_];
        if (quote == '"' || quote == '\'') {
            const auto end = bytes_.find(quote, at_ + 1);
            if (end == std::string_view::npos) {
                ended_ = true;
                return std::nullopt;
            }
            result.value = bytes_.substr(at_ + 1, end - at_ - 1);
            at_ = end + 1;
            return result;
        }
        const auto begin = at_;
        while (!at_end() && !is_space(bytes_[at_]) && bytes_[at_] != '>')
            ++at_;
        if (out_of_bytes()) return std::nullopt;
        result.value = bytes_.substr(begin, at_ - begin);
        return result;
    }

    void skip_space() noexcept {
        while (!at_end() && is_space(bytes_[at_]))
            ++at_;
    }

    bool out_of_bytes() noexcept {
        ended_ = ended_ || at_end();
        return ended_;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    bool ended_ = false;
};

// HTML Standard, "get an XML encoding": `bytes` begins with "<?xml". The label as it stands.
std::string_view label_of_xml_declaration(std::string_view bytes) noexcept {
    const auto declaration = bytes.substr(0, bytes.find('>'));
    if (declaration.size() == bytes.size()) return {};
    auto at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    at += 8;
    const auto skip = [&] {
        while (at < declaration.size() && static_cast<unsigned char>(declaration[at]) <= 0x20)
            ++at;
    };
    skip();
    if (at == declaration.size() || declaration[at] != '=') return {};
    ++at;
    skip();
    if (at == declaration.size() || (declaration[at] != '"' && declaration[at] != '\'')) return {};
    const auto end = declaration.find(declaration[at], at + 1);
    if (end == std::string_view::npos) return {};
    const auto label = declaration.substr(at + 1, end - at - 1);
    if (std::ranges::any_of(label, [](char c) { return static_cast<unsigned char>(c) <= 0x20; })) return {};
    return label;
}

} // namespace

std::string_view declared_in_html(std::string_view bytes) noexcept {
    if (const auto found = Prescan(bytes.substr(0, prescan_bytes)).run(); !found.empty()) return found;
    return bytes.starts_with("<?xml") ? read_as_ascii(encoding_from_label(label_of_xml_declaration(bytes)))
                                      : std::string_view{};
}

std::string_view label_in_xml(std::string_view bytes) noexcept {
    bytes = bytes.substr(0, xml_declaration_within + 1024); // the declaration itself is short
    const auto at = bytes.find("<?xml");
    if (at == std::string_view::npos || at > xml_declaration_within) return {};
    return label_of_xml_declaration(bytes.substr(at));
}

std::string_view utf16_by_first_bytes(std::string_view bytes) noexcept {
    using namespace std::literals;
    if (bytes.starts_with("<\0?\0x\0"sv)) return "utf-16le";
    if (bytes.starts_with("\0<\0?\0x"sv)) return "utf-16be";
    return {};
}

std::string_view wide_by_first_bytes(std::string_view bytes) noexcept {
    if (bytes.size() < 8) return {};
    const auto markup = [](char c) { return is_letter(c) || c == '?' || c == '!'; };
    const auto zeros = [&](std::initializer_list<std::size_t> places) {
        return std::ranges::all_of(places, [&](std::size_t at) { return bytes[at] == '\0'; });
    };
    if (bytes[0] == '<' && zeros({1, 2, 3, 5, 6, 7}) && markup(bytes[4])) return "utf-32le";
    if (bytes[3] == '<' && zeros({0, 1, 2, 4, 5, 6}) && markup(bytes[7])) return "utf-32be";
    if (bytes[0] == '<' && zeros({1, 3}) && markup(bytes[2])) return "utf-16le";
    if (bytes[1] == '<' && zeros({0, 2}) && markup(bytes[3])) return "utf-16be";
    return {};
}

std::string_view charset_parameter(std::string_view content_type) noexcept {
    // Parameters stand after the first ';'. A quoted value may hold a ';' (MIME Sniffing Standard, §4.4).
    auto at = content_type.find(';');
    while (at < content_type.size()) {
        ++at;
        while (at < content_type.size() && is_space(content_type[at]))
            ++at;
        const auto name_begin = at;
        while (at < content_type.size() && content_type[at] != ';' && content_type[at] != '=')
            ++at;
        const auto name = content_type.substr(name_begin, at - name_begin);
        if (at == content_type.size() || content_type[at] == ';') continue;
        ++at;
        const bool quoted = at < content_type.size() && content_type[at] == '"';
        const auto begin = quoted ? at + 1 : at;
        const auto end = std::min(content_type.find(quoted ? '"' : ';', begin), content_type.size());
        if (equals_ignoring_case(name, "charset")) return content_type.substr(begin, end - begin);
        at = quoted ? content_type.find(';', end) : end;
    }
    return {};
}

} // namespace khabar::text
