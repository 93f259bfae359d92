#include "parsers/html/markup_scan.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>

namespace khabar::html {

using text::is_space;

std::size_t end_of_comment(std::string_view html, std::size_t at) noexcept {
    const std::size_t body = at + 4;
    if (html.substr(body).starts_with('>')) return body + 1;  // <!-->
    if (html.substr(body).starts_with("->")) return body + 2; // <!--->
    for (std::size_t dash = html.find("--", body); dash != html.npos; dash = html.find("--", dash + 1)) {
        const auto tail = html.substr(dash + 2);
        if (tail.starts_with('>')) return dash + 3;
        if (tail.starts_with("!>")) return dash + 4;
    }
    return html.size();
}

namespace {

// "</script" followed by what ends a tag's name.
bool is_tag_at(std::string_view html, std::size_t at, std::string_view name) noexcept {
    if (!text::starts_ignoring_case(html.substr(at), name)) return false;
    const std::size_t after = at + name.size();
    return after < html.size() && (is_space(html[after]) || html[after] == '/' || html[after] == '>');
}

} // namespace

std::size_t end_of_raw_text(std::string_view html, std::size_t at, std::string_view name) noexcept {
    for (at = html.find("</", at); at != html.npos; at = html.find("</", at + 2))
        if (is_tag_at(html, at + 2, name)) return at;
    return html.size();
}

std::size_t end_of_script(std::string_view html, std::size_t at) noexcept {
    enum class State { plain, escaped, double_escaped } state = State::plain;
    for (; at < html.size(); ++at) {
        const char c = html[at];
        if (c == '<' && is_tag_at(html, at + 1, "/script")) {
            if (state != State::double_escaped) return at;
            state = State::escaped;
        } else if (c == '<' && state == State::plain && html.substr(at).starts_with("<!--")) {
            state = State::escaped;
            at += 1; // "<!-->" closes what it opened: its dashes count
        } else if (c == '<' && state == State::escaped && is_tag_at(html, at + 1, "script")) {
            state = State::double_escaped;
        } else if (c == '-' && state != State::plain && html.substr(at).starts_with("-->")) {
            state = State::plain;
        }
    }
    return html.size();
}

bool TagReader::next(RawAttribute& attribute) noexcept {
    while (at_ < html_.size() && (is_space(html_[at_]) || html_[at_] == '/')) {
        slash_ = html_[at_] == '/';
        ++at_;
    }
    if (at_ >= html_.size()) return false;
    if (html_[at_] == '>') {
        closed_ = true;
        ++at_;
        return false;
    }
    slash_ = false;
    const std::size_t begin = at_++; // a leading '=' belongs to the name
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>' &&
           html_[at_] != '=')
        ++at_;
    attribute.name = html_.substr(begin, at_ - begin);
    attribute.value = {};
    attribute.source = attribute.name;
    std::size_t equals = at_;
    while (equals < html_.size() && is_space(html_[equals]))
        ++equals;
    if (equals < html_.size() && html_[equals] == '=') {
        at_ = equals + 1;
        read_value(attribute);
        attribute.source = html_.substr(begin, at_ - begin);
    }
    return true;
}

void TagReader::read_value(RawAttribute& attribute) noexcept {
    while (at_ < html_.size() && is_space(html_[at_]))
        ++at_;
    if (at_ >= html_.size() || html_[at_] == '>') return;
    if (const char quote = html_[at_]; quote == '"' || quote == '\'') {
        const std::size_t close = std::min(html_.find(quote, at_ + 1), html_.size());
        attribute.value = html_.substr(at_ + 1, close - at_ - 1);
        at_ = std::min(close + 1, html_.size());
        return;
    }
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>')
        ++at_;
    attribute.value = html_.substr(begin, at_ - begin);
}

} // namespace khabar::html
