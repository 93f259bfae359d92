#include "daemon/explain/picture_markup.hpp"

#include "parsers/html/tag.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/text/white_space.hpp"

#include <algorithm>
#include <array>

namespace khabar::explain {

using html::Tag;

namespace {

constexpr std::size_t most_value_bytes = 600;

bool is_direction(std::string_view value) noexcept {
    return value == "ltr" || value == "rtl" || value == "auto";
}

bool is_language(std::string_view value) noexcept {
    return !value.empty() && value.size() <= 20 &&
           std::ranges::all_of(value, [](char c) { return text::is_letter_or_digit(c) || c == '-'; });
}

bool is_count(std::string_view value) noexcept {
    return !value.empty() && value.size() <= 3 && std::ranges::all_of(value, text::is_digit);
}

void append(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.append(" ").append(name).append("=\"");
    out.append(escape_html(text::prefix(value, most_value_bytes))).append("\"");
}

std::string address(std::string_view value, const std::optional<url::Url>& base) {
    const auto url = url::Url::parse(value, base ? &*base : nullptr);
    return url && url->is_http() ? url->href() : std::string();
}

void append_image(std::string& out, const html::Document& page, html::NodeId id,
                  const std::optional<url::Url>& base) {
    std::string source = address(page.attribute(id, "src"), base);
    if (source.empty()) source = address(page.attribute(id, "data-src"), base); // loaded late by a script
    if (source.empty()) return;
    append(out, "src", source);
    append(out, "alt", page.attribute(id, "alt"));
    out.append(R"( loading="lazy" referrerpolicy="no-referrer")");
}

} // namespace

std::string escape_html(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size() + utf8.size() / 16);
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(utf8, at);
        switch (c) {
        case '&':
            out.append("&amp;");
            break;
        case '<':
            out.append("&lt;");
            break;
        case '>':
            out.append("&gt;");
            break;
        case '"':
            out.append("&quot;");
            break;
        case '\'':
            out.append("&#39;");
            break;
        default:
            const bool control = text::is_control(c) && c != '\n' && c != '\t';
            if (!control && !text::is_bidi_embedding(c)) out.append(utf8, begin, at - begin);
        }
    }
    return out;
}

bool is_void(Tag tag) noexcept {
    return tag == Tag::br || tag == Tag::wbr || tag == Tag::hr || tag == Tag::img || tag == Tag::col;
}

std::string_view written_name(Tag tag) noexcept {
    switch (tag) {
    case Tag::head:
    case Tag::title:
    case Tag::base:
    case Tag::link:
    case Tag::meta:
    case Tag::style:
    case Tag::script:
    case Tag::template_:
    case Tag::iframe:
    case Tag::frame:
    case Tag::frameset:
    case Tag::object:
    case Tag::embed:
    case Tag::param:
    case Tag::video:
    case Tag::audio:
    case Tag::track:
    case Tag::source:
    case Tag::canvas:
    case Tag::svg:
    case Tag::map:
    case Tag::area:
    case Tag::input:
    case Tag::select:
    case Tag::datalist:
    case Tag::textarea:
    case Tag::progress:
    case Tag::meter:
        return {};
    case Tag::html:
    case Tag::body:
    case Tag::form:
    case Tag::fieldset:
    case Tag::dialog:
    case Tag::noscript:
    case Tag::noframes:
    case Tag::marquee:
        return "div";
    case Tag::button:
    case Tag::label:
    case Tag::legend:
    case Tag::output:
    case Tag::optgroup:
    case Tag::option:
    case Tag::math:
    case Tag::font:
    case Tag::unknown:
    case Tag::text:
        return "span";
    default:
        return html::name(tag);
    }
}

std::string written_attributes(const html::Document& page, html::NodeId id,
                               const std::optional<url::Url>& base) {
    std::string out;
    const Tag tag = page.node(id).tag;
    append(out, "data-id", page.attribute(id, "id"));
    append(out, "data-class", page.attribute(id, "class"));
    if (const auto value = page.attribute(id, "dir"); is_direction(value)) append(out, "dir", value);
    if (const auto value = page.attribute(id, "lang"); is_language(value)) append(out, "lang", value);
    for (const std::string_view name : {"colspan", "rowspan"})
        if (const auto value = page.attribute(id, name); is_count(value)) append(out, name, value);
    if (tag == Tag::a) {
        const std::string target = address(page.attribute(id, "href"), base);
        append(out, "href", target);
        if (!target.empty()) out.append(R"( rel="noopener noreferrer nofollow")");
    }
    if (tag == Tag::img) append_image(out, page, id, base);
    if (tag == Tag::details) out.append(" open"); // what is folded away is judged too
    return out;
}

} // namespace khabar::explain
