#include "parsers/feed/capture.hpp"

#include "parsers/feed/links.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/base64.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
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

bool says_no_permalink(const xml::Element& element) {
    return std::ranges::any_of(element.attributes, [](const xml::Attribute& attribute) {
        return text::equals_ignoring_case(attribute.name, "isPermaLink") &&
               text::equals_ignoring_case(text::trim(attribute.value), "false");
    });
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
    inner_bases_.clear();
    not_a_link_ = says_no_permalink(element);
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

void Capture::open(const xml::Element& element, std::string_view base, ContentLinks& links) {
    if (!inline_markup_) {
        inline_markup_ = true;
        std::string escaped;
        append_escaped(escaped, text_);
        text_ = std::move(escaped);
    }
    inner_.emplace_back(element.name);
    if (!inner_bases_.empty()) base = inner_bases_.back().address;
    const std::string_view own = xml_base(element);
    if (!own.empty()) base = inner_bases_.emplace_back(inner_.size(), resolve(own, base)).address;
    append_start_tag(text_, element, base, links);
}

bool Capture::close() {
    if (inner_.empty()) return false;
    if (!is_void(inner_.back())) text_.append("</").append(inner_.back()).append(">");
    if (!inner_bases_.empty() && inner_bases_.back().depth == inner_.size()) inner_bases_.pop_back();
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
    return inline_markup_
               ? plain_text(text_)
               : std::string(text::trim(form_ == Form::base64 ? text::from_base64(text_).bytes : text_));
}

std::string Capture::line() const {
    // RFC 4287 §4.1.3.3: what is of another type than text is in base64. Not everybody knows.
    if (form_ == Form::base64 || (form_ == Form::foreign && !inline_markup_)) {
        const std::string decoded = text::from_base64(text_).bytes;
        return plain_text(text::is_valid_utf8(decoded) ? decoded : text_);
    }
    return form_ == Form::text && !inline_markup_ ? text::clean_field(text_) : plain_text(text_);
}

std::string Capture::html(std::string_view base, ContentLinks& links) const {
    if (form_ == Form::foreign) return {};
    if (form_ == Form::base64)
        return links.resolve_all(text::to_valid_utf8(text::from_base64(text_).bytes), base);
    if (inline_markup_)
        return std::string(form_ == Form::xhtml ? without_outer_div(text_) : text::trim(text_));
    if (form_ == Form::text) return html_of_text(text_);
    return links.resolve_all(undo_double_escape(std::string(text::trim(text_))), base);
}

} // namespace khabar::feed
