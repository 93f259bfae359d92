#include "parsers/feed/capture.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"

#include <array>
#include <cstdint>

namespace khabar::feed {
namespace {

bool is_void(std::string_view name) noexcept {
    for (const std::string_view one :
         {"br", "img", "hr", "input", "meta", "link", "source", "wbr", "area", "col"}) {
        if (name == one) return true;
    }
    return false;
}

int sextet(char c) noexcept {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+') return 62;
    return c == '/' ? 63 : -1;
}

// RFC 4648 §4; everything outside the alphabet is passed over.
std::string from_base64(std::string_view text) {
    std::string out;
    unsigned bits = 0;
    int have = 0;
    for (const char c : text) {
        const int value = sextet(c);
        if (value < 0) continue;
        bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFFFF;
        have += 6;
        if (have < 8) continue;
        have -= 8;
        out += static_cast<char>(bits >> have & 0xFF);
    }
    return out;
}

// <div …>…</div> around everything.
std::string_view without_outer_div(std::string_view html) noexcept {
    html = text::trim(html);
    if (!html.starts_with("<div") || !html.ends_with("</div>")) return html;
    const std::size_t end = html.find('>');
    const std::string_view inner = html.substr(end + 1, html.size() - end - 1 - 6);
    return inner.find("<div") == std::string_view::npos && inner.find("</div") != std::string_view::npos
               ? html
               : inner;
}

} // namespace

void Capture::begin(Meaning what, const xml::Element& element) {
    what_ = what;
    active_ = true;
    inline_markup_ = false;
    text_.clear();
    inner_.clear();
    not_a_link_ = element["isPermaLink"] == "false" || element["ispermalink"] == "false";
    const std::string_view type = element["type"];
    form_ = Form::unsaid;
    if (element["mode"] == "base64") {
        form_ = Form::base64;
    } else if (type == "text" || (type == "text/plain" && element["mode"] != "escaped")) {
        form_ = Form::text;
    } else if (type == "html" || type == "text/html") {
        form_ = Form::html;
    } else if (type == "xhtml" || type == "application/xhtml+xml" || type == "application/xml" ||
               type == "text/xml") {
        form_ = Form::xhtml;
    } else if (type.find('/') != std::string_view::npos && !type.starts_with("text/")) {
        form_ = Form::foreign;
    }
}

void Capture::open(const xml::Element& element) {
    if (!inline_markup_) {
        inline_markup_ = true;
        std::string escaped;
        append_escaped(escaped, text_);
        text_ = std::move(escaped);
    }
    append_start_tag(text_, element);
    inner_.emplace_back(element.name);
}

bool Capture::close() {
    if (inner_.empty()) return false;
    if (!is_void(inner_.back())) text_.append("</").append(inner_.back()).append(">");
    inner_.pop_back();
    return true;
}

void Capture::text(std::string_view piece) {
    if (inline_markup_) {
        append_escaped(text_, piece);
    } else {
        text_ += piece;
    }
}

std::string Capture::plain() const {
    return inline_markup_ ? plain_text(text_)
                          : std::string(text::trim(form_ == Form::base64 ? from_base64(text_) : text_));
}

std::string Capture::line() const {
    // RFC 4287 §4.1.3.3: what is of another type than text is in base64. Not everybody knows.
    if (form_ == Form::base64 || (form_ == Form::foreign && !inline_markup_)) {
        const std::string decoded = from_base64(text_);
        return plain_text(text::is_valid_utf8(decoded) ? decoded : text_);
    }
    return form_ == Form::text && !inline_markup_ ? one_line(text_) : plain_text(text_);
}

std::string Capture::html() const {
    if (form_ == Form::foreign) return {};
    if (form_ == Form::base64) return text::to_valid_utf8(from_base64(text_));
    if (inline_markup_)
        return std::string(form_ == Form::xhtml ? without_outer_div(text_) : text::trim(text_));
    if (form_ == Form::text) {
        std::string escaped;
        append_escaped(escaped, text::trim(text_));
        return escaped;
    }
    return undo_double_escape(std::string(text::trim(text_)));
}

} // namespace khabar::feed
