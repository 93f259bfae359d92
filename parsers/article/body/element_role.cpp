#include "parsers/article/body/element_role.hpp"

#include "parsers/article/body/class_vocabulary.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace khabar::article {

using html::Document;
using html::NodeId;
using html::Tag;

namespace {

constexpr std::size_t max_name_bytes = 512; // of one class attribute

// "Article__bodyText" → "article-body-text".
void normalise(std::string_view name, std::string& out) {
    out.clear();
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool hump =
            text::is_upper(c) && i > 0 && text::is_letter(name[i - 1]) && !text::is_upper(name[i - 1]);
        if ((!text::is_letter_or_digit(c) || hump) && !out.empty() && out.back() != '-') out.push_back('-');
        if (text::is_letter_or_digit(c)) out.push_back(text::lower(c));
    }
    if (!out.empty() && out.back() == '-') out.pop_back();
}

// "sidebar2" is a sidebar.
std::string_view without_number(std::string_view word) {
    const std::size_t last = word.find_last_not_of("0123456789");
    return last == word.npos ? word : word.substr(0, last + 1);
}

// Looks at every word and every pair of neighbours.
void read_words(std::string_view name, ElementRole& role) {
    std::size_t previous = name.npos;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find('-', begin), name.size());
        const ClutterWord* found = clutter_word(without_number(name.substr(begin, end - begin)));
        if (found == nullptr && previous != name.npos)
            found = clutter_pair(name.substr(previous, end - previous));
        if (found != nullptr && (role.clutter == Reason::none || (found->certain && !role.certain))) {
            role.clutter = found->reason;
            role.certain = found->certain;
        }
        previous = begin;
        begin = end + 1;
    }
}

// Words that turn the meaning round: "has-sidebar", "no-comments", "with-nav" on a wrapper; and what an entry
// is filed under, which a site may call "social media".
bool speaks_of_layout(std::string_view name) {
    return name.starts_with("has-") || name.starts_with("no-") || name.starts_with("with-") ||
           name.starts_with("is-") || name.starts_with("js-") || name.starts_with("tag-") ||
           name.starts_with("category-") || name.starts_with("hide-") || name.starts_with("show-") ||
           name.starts_with("without-") || name.starts_with("entry-category-") ||
           name.starts_with("entry-tag-") || name.starts_with("post-category-") ||
           name.starts_with("post-tag-") || name.starts_with("section-tag-");
}

void read_name(const std::string& name, ElementRole& role) {
    if (is_content_name(name) && role.mark < BodyMark::content)
        role.mark = BodyMark::content;
    else if (name == "hidden" || name == "is-hidden") // whole: "label-hidden" speaks of something else
        role.clutter = Reason::hidden;
    else if (const ClutterWord* whole = clutter_name(name); whole != nullptr && role.clutter == Reason::none)
        role.clutter = whole->reason;
    else if (!speaks_of_layout(name))
        read_words(name, role);
}

// "hidden md:block": hidden on narrow screens alone.
bool shows_when_wide(std::string_view names) {
    for (const std::string_view width : {"sm:", "md:", "lg:", "xl:"})
        for (const std::string_view shown : {"block", "flex", "grid", "inline", "table", "contents"})
            for (std::size_t at = names.find(width); at != names.npos; at = names.find(width, at + 1))
                if (names.substr(at + width.size()).starts_with(shown)) return true;
    return false;
}

// <h2 id="what-is-social-media">: made from the heading's own words, which tell of its chapter. One or two
// name a part of the page ("comments", "related-posts").
constexpr std::ptrdiff_t most_heading_name_words = 2;

bool is_made_of_heading(const Document& page, NodeId id, std::string_view names) {
    const NodeId up = page.node(id).parent;
    const bool heading =
        is_heading(page.node(id).tag) || (up != html::no_node && is_heading(page.node(up).tag));
    return heading && std::ranges::count_if(names, [](char c) { return c == '-' || c == '_'; }) >=
                          most_heading_name_words;
}

void read_names(std::string_view names, ElementRole& role, std::string& buffer) {
    names = names.substr(0, max_name_bytes);
    for (std::size_t at = 0; at < names.size();) {
        std::size_t end = at;
        while (end < names.size() && static_cast<unsigned char>(names[end]) > ' ')
            ++end;
        // An address serves as an id at times; its words speak of the story.
        if (end > at && names.substr(at, end - at).find("://") == names.npos) {
            normalise(names.substr(at, end - at), buffer);
            if (buffer != "hidden" || !shows_when_wide(names)) read_name(buffer, role);
        }
        at = end + 1;
    }
}

void read_tag(Tag tag, ElementRole& role) {
    switch (tag) {
    case Tag::nav:
    case Tag::menu:
        role = {Reason::navigation, true, BodyMark::none};
        break;
    case Tag::aside:
        role = {Reason::sidebar, false, BodyMark::none};
        break;
    case Tag::footer:
        role = {Reason::footer, false, BodyMark::none};
        break;
    case Tag::form:
    case Tag::fieldset:
    case Tag::label:
        role = {Reason::form, false, BodyMark::none};
        break;
    case Tag::dialog:
        role = {Reason::notice, false, BodyMark::none};
        break;
    case Tag::figcaption:
        role = {Reason::caption, true, BodyMark::none};
        break;
    case Tag::caption:
        role = {Reason::caption, false, BodyMark::none};
        break;
    case Tag::article:
    case Tag::main:
        role.mark = BodyMark::container;
        break;
    default:
        break;
    }
}

void read_aria(std::string_view aria, ElementRole& role) {
    if (aria == "navigation" || aria == "menu" || aria == "menubar" || aria == "search")
        role.clutter = Reason::navigation;
    else if (aria == "complementary")
        role.clutter = Reason::sidebar;
    else if (aria == "contentinfo")
        role.clutter = Reason::footer;
    else if (aria == "dialog" || aria == "alertdialog")
        role.clutter = Reason::notice;
    else if (aria == "main" || aria == "article")
        role.mark = std::max(role.mark, BodyMark::container);
}

bool hides(std::string_view style) {
    const std::size_t at = style.find("display");
    if (at == style.npos) return false;
    const std::size_t value = style.find_first_not_of(": \t", at + 7);
    return value != style.npos && style.substr(value).starts_with("none");
}

} // namespace

std::string_view name(BodyMark mark) noexcept {
    static constexpr std::array<std::string_view, 4> names{"", "container", "content", "body"};
    return names[static_cast<std::size_t>(mark)];
}

ElementRole role_of(const Document& page, NodeId id) {
    ElementRole role;
    const Tag tag = page.node(id).tag;
    if (tag == Tag::html || tag == Tag::body) return role;
    read_tag(tag, role);
    if (role.certain) return role;
    std::string buffer;
    for (const auto& [name, value] : page.attributes(id)) {
        if (name == "class" || (name == "id" && !is_made_of_heading(page, id, value)))
            read_names(value, role, buffer);
        else if (name == "role")
            read_aria(value, role);
        else if (name == "hidden")
            role.clutter = Reason::hidden;
        else if (name == "aria-hidden" && value == "true")
            role.clutter = Reason::hidden;
        else if (name == "style" && hides(value))
            role.clutter = Reason::hidden;
        else if (name == "itemprop" && (value == "articleBody" || value == "reviewBody"))
            role.mark = BodyMark::body;
        else if (name == "itemprop" && value == "comment")
            role.clutter = Reason::comments;
    }
    return role;
}

} // namespace khabar::article
