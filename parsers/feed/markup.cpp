#include "parsers/feed/markup.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/xml/html_entities.hpp"

#include <algorithm>
#include <array>

namespace khabar::feed {
namespace {

constexpr auto npos = std::string_view::npos;
// Longer than any name or number a reference can have.
constexpr std::size_t max_reference = 12;
// A '<' whose '>' is farther away than this opens no tag.
constexpr std::size_t max_tag_bytes = 8192;

using text::is_letter;

bool opens_tag(std::string_view html, std::size_t at) noexcept {
    if (at + 1 >= html.size()) return false;
    const char next = html[at + 1];
    return is_letter(next) || next == '/' || next == '!';
}

// The next place of a byte, asked for in rising order; what was found or is absent is remembered, so that
// many openings without an end stay linear.
class NextByte {
  public:
    NextByte(std::string_view text, char byte) noexcept : text_(text), byte_(byte) {}

    std::size_t from(std::size_t at) noexcept {
        if (next_ < at || !searched_) next_ = text_.find(byte_, at);
        searched_ = true;
        return next_; // npos is never below `at`
    }

  private:
    std::string_view text_;
    char byte_;
    std::size_t next_ = 0;
    bool searched_ = false;
};

// Ends of tags, asked for in rising order.
class TagEnds {
  public:
    explicit TagEnds(std::string_view html) noexcept
        : html_(html),
          brackets_(html, '>'),
          double_(html, '"'),
          single_(html, '\'') {}

    // The end of the tag that begins at `at`; npos where it is none. A '>' in a quoted value ends no tag,
    // unless the quote is not closed (soon enough).
    std::size_t after(std::size_t at) noexcept {
        if (!opens_tag(html_, at)) return npos;
        const std::size_t first = brackets_.from(at);
        if (first == npos || first - at > max_tag_bytes) return npos;
        for (std::size_t i = at + 1; i < html_.size() && i - at <= max_tag_bytes; ++i) {
            const char c = html_[i];
            if (c == '>') return i + 1;
            if ((c != '"' && c != '\'') || html_[i - 1] != '=') continue;
            i = (c == '"' ? double_ : single_).from(i + 1);
            if (i == npos) break;
        }
        return first + 1;
    }

  private:
    std::string_view html_;
    NextByte brackets_, double_, single_;
};

std::string_view tag_name(std::string_view html, std::size_t open) noexcept {
    const std::size_t begin = open + (html.substr(open + 1).starts_with('/') ? 2 : 1);
    std::size_t end = begin;
    while (end < html.size() && text::is_letter_or_digit(html[end]))
        ++end;
    return html.substr(begin, end - begin);
}

// What stands in these is for machines.
bool is_unread(std::string_view name) noexcept {
    return text::equals_ignoring_case(name, "script") || text::equals_ignoring_case(name, "style") ||
           text::equals_ignoring_case(name, "applet");
}

// Where the end tag of `name` begins, from `at`; the end of the text where there is none.
std::size_t end_tag(std::string_view html, std::size_t at, std::string_view name) noexcept {
    for (at = html.find("</", at); at != npos; at = html.find("</", at + 2)) {
        if (text::starts_ignoring_case(html.substr(at + 2), name)) return at;
    }
    return html.size();
}

std::string strip_tags(std::string_view html) {
    // Only between these does a word end where no space is written.
    constexpr std::array<std::string_view, 8> blocks = {"br", "p", "div", "li", "td", "tr", "h1", "h2"};
    TagEnds ends(html);
    std::string out;
    out.reserve(html.size());
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t open = html.find('<', at);
        out += html.substr(at, open == npos ? npos : open - at);
        if (open == npos) break;
        const std::size_t end = ends.after(open);
        if (end == npos) {
            out += '<';
            at = open + 1;
            continue;
        }
        const std::string_view name = tag_name(html, open);
        for (const std::string_view block : blocks) {
            if (text::equals_ignoring_case(name, block)) out += ' ';
        }
        const bool unread = html[open + 1] != '/' && html[end - 2] != '/' && is_unread(name);
        at = unread ? end_tag(html, end, name) : end;
    }
    return out;
}

} // namespace

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
}

std::string html_of_text(std::string_view text) {
    constexpr std::string_view next_paragraph = "</p><p>";
    std::string out;
    bool paragraphs = false;
    std::string_view between; // what the next line is parted by from those before
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text::trim(text.substr(at, end - at));
        at = end + 1;
        if (line.empty()) {
            if (!out.empty()) between = next_paragraph;
            continue;
        }
        paragraphs = paragraphs || between == next_paragraph;
        out += between;
        append_escaped(out, line);
        between = "<br>";
    }
    return paragraphs ? "<p>" + out + "</p>" : out;
}

void append_start_tag(std::string& out, const xml::Element& element, std::string_view base,
                      ContentLinks& links) {
    out.append("<").append(element.name);
    for (const xml::Attribute& attribute : element.attributes) {
        if (!attribute.prefix.empty()) continue;
        out.append(" ").append(attribute.name).append("=\"");
        const auto link = links.resolve_value(element.name, attribute.name, attribute.value, base);
        append_escaped(out, link ? *link : attribute.value);
        out += '"';
    }
    out += '>';
}

std::string unescape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t amp = text.find('&', at);
        out += text.substr(at, amp == npos ? npos : amp - at);
        if (amp == npos) break;
        const std::size_t end = text.substr(0, std::min(text.size(), amp + max_reference)).find(';', amp);
        char32_t code_point = 0;
        if (end != npos && end > amp + 1) {
            const std::string_view name = text.substr(amp + 1, end - amp - 1);
            code_point = name[0] == '#' ? xml::numeric_reference(name.substr(1)) : xml::html_entity(name);
        }
        if (code_point != 0) {
            text::append_utf8(out, code_point);
            at = end + 1;
        } else {
            out += '&';
            at = amp + 1;
        }
    }
    return out;
}

bool has_tags(std::string_view html) noexcept {
    TagEnds ends(html);
    for (std::size_t at = html.find('<'); at != npos; at = html.find('<', at + 1)) {
        if (ends.after(at) != npos) return true;
    }
    return false;
}

std::string undo_double_escape(std::string html) {
    if (html.find("&lt;") == npos || has_tags(html)) return html;
    std::string once = unescape(html);
    return has_tags(once) ? once : html;
}

std::string plain_text(std::string_view html) {
    if (html.find_first_of("<&") == npos) return text::clean_field(html);
    const std::string text = strip_tags(html);
    if (text.find('&') == npos) return text::clean_field(text);
    const std::string once = unescape(text);
    return text::clean_field(once.find('&') == npos ? once : unescape(once));
}

} // namespace khabar::feed
