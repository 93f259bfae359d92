#include "parsers/feed/content_links.hpp"

#include "parsers/feed/links.hpp"
#include "parsers/feed/markup.hpp"
#include "parsers/html/markup_scan.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <array>

namespace khabar::feed {
namespace {

constexpr auto npos = std::string_view::npos;

enum class Holds : std::uint8_t { nothing, address, candidates };

// HTML §4 (and HTML 4.01 for what old generators write): the attributes whose value is an address.
Holds what_holds(std::string_view element, std::string_view attribute) noexcept {
    constexpr std::array<std::string_view, 7> addresses = {"href",     "src",    "poster",    "cite",
                                                           "longdesc", "action", "background"};
    const auto is = [attribute](std::string_view name) {
        return text::equals_ignoring_case(attribute, name);
    };
    if (std::ranges::any_of(addresses, is)) return Holds::address;
    if (is("srcset")) return Holds::candidates;
    return is("data") && text::equals_ignoring_case(element, "object") ? Holds::address : Holds::nothing;
}

// One past the name of the tag at `open`.
std::size_t end_of_name(std::string_view html, std::size_t open) noexcept {
    const std::size_t end = html.find_first_of(" \t\r\n\f/>", open + 1);
    return std::min(end, html.size());
}

// Past the contents of an element in which no '<' opens a tag; `at` where there is nothing to pass over.
std::size_t past_raw_text(std::string_view html, std::size_t at, std::string_view element) noexcept {
    if (text::equals_ignoring_case(element, "script")) return html::end_of_script(html, at);
    for (const std::string_view raw : {"style", "textarea"}) {
        if (text::equals_ignoring_case(element, raw)) return html::end_of_raw_text(html, at, raw);
    }
    return at;
}

// A copy of a text in which some pieces are put anew.
class Rewriting {
  public:
    explicit Rewriting(std::string_view text) : text_(text) {}

    // `piece` is a view into the text, behind those put before.
    std::string& replace(std::string_view piece) {
        const auto begin = static_cast<std::size_t>(piece.data() - text_.data());
        out_.append(text_, copied_, begin - copied_);
        copied_ = begin + piece.size();
        return out_;
    }
    [[nodiscard]] bool changed() const noexcept { return copied_ > 0; }
    [[nodiscard]] std::string take() && {
        out_.append(text_, copied_);
        return std::move(out_);
    }

  private:
    std::string_view text_;
    std::string out_;
    std::size_t copied_ = 0;
};

} // namespace

bool ContentLinks::read_base(std::string_view base) {
    if (base.empty() || base.size() > std::min(url::max_url_bytes, left_)) return false;
    if (base_text_ != base) {
        base_text_ = base;
        base_.reset();
        if (auto parsed = url::Url::parse(base); parsed && parsed->is_http()) base_ = std::move(*parsed);
    }
    return base_.has_value();
}

std::optional<std::string> ContentLinks::resolve_one(std::string_view reference) {
    reference = text::trim(reference);
    if (reference.empty() || reference[0] == '#' || is_absolute(reference)) return std::nullopt;
    if (base_text_.size() > left_) return std::nullopt;
    left_ -= base_text_.size();
    const auto url = url::Url::parse(reference, &*base_);
    if (!url || !url->is_http()) return std::nullopt;
    return url->href();
}

// HTML §4.8.4.2.2: addresses, each with a width or density behind white space, between commas. A comma inside
// an address is part of it.
std::optional<std::string> ContentLinks::resolve_candidates(std::string_view srcset) {
    Rewriting rewriting(srcset);
    constexpr std::string_view spaces = " \t\r\n\f";
    constexpr std::string_view between = " \t\r\n\f,";
    for (std::size_t at = srcset.find_first_not_of(between); at != npos;
         at = srcset.find_first_not_of(between, at)) {
        const std::size_t end = std::min(srcset.find_first_of(spaces, at), srcset.size());
        std::string_view address = srcset.substr(at, end - at);
        const bool alone = address.ends_with(',');
        while (address.ends_with(','))
            address.remove_suffix(1);
        if (const auto url = resolve_one(address)) rewriting.replace(address) += *url;
        at = alone ? end : std::min(srcset.find(',', end), srcset.size());
    }
    if (!rewriting.changed()) return std::nullopt;
    return std::move(rewriting).take();
}

std::optional<std::string> ContentLinks::resolve_either(bool candidates, std::string_view value) {
    return candidates ? resolve_candidates(value) : resolve_one(value);
}

std::optional<std::string> ContentLinks::resolve_value(std::string_view element, std::string_view attribute,
                                                       std::string_view value, std::string_view base) {
    const Holds holds = what_holds(element, attribute);
    if (holds == Holds::nothing || !read_base(base)) return std::nullopt;
    return resolve_either(holds == Holds::candidates, value);
}

std::string ContentLinks::resolve_all(std::string html, std::string_view base) {
    if (html.find('<') == npos || !read_base(base)) return html;
    Rewriting rewriting(html);
    for (std::size_t at = html.find('<'); at != npos; at = html.find('<', at)) {
        if (std::string_view(html).substr(at).starts_with("<!--")) {
            at = html::end_of_comment(html, at);
            continue;
        }
        if (at + 1 == html.size() || !text::is_letter(html[at + 1])) {
            ++at;
            continue;
        }
        const std::size_t name_end = end_of_name(html, at);
        const std::string_view element = std::string_view(html).substr(at + 1, name_end - at - 1);
        html::TagReader tag(html, name_end);
        for (html::RawAttribute attribute; tag.next(attribute);) {
            const Holds holds = what_holds(element, attribute.name);
            if (holds == Holds::nothing) continue;
            const auto url = resolve_either(holds == Holds::candidates, unescape(attribute.value));
            if (!url) continue;
            std::string& out = rewriting.replace(attribute.source);
            out.append(attribute.name).append("=\"");
            append_escaped(out, *url);
            out += '"';
        }
        at = past_raw_text(html, tag.end(), element);
    }
    return rewriting.changed() ? std::move(rewriting).take() : html;
}

} // namespace khabar::feed
