#include "parsers/html/tag.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace khabar::html {

namespace {

using Entry = std::pair<std::string_view, Tag>;

constexpr auto names_by_tag = [] {
    std::array<std::string_view, static_cast<std::size_t>(Tag::unknown)> names{
#define KHABAR_HTML_TAG_NAME(name) std::string_view(#name),
        KHABAR_HTML_TAGS(KHABAR_HTML_TAG_NAME)
#undef KHABAR_HTML_TAG_NAME
    };
    // `template` is a word of C++; its enumerator ends in '_'.
    for (auto& name : names)
        if (name.ends_with('_')) name.remove_suffix(1);
    return names;
}();

constexpr auto tags_by_name = [] {
    std::array<Entry, names_by_tag.size()> entries{};
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i] = {names_by_tag[i], static_cast<Tag>(i)};
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.first < b.first; });
    return entries;
}();

} // namespace

std::string_view name(Tag tag) noexcept {
    const auto index = static_cast<std::size_t>(tag);
    return index < names_by_tag.size() ? names_by_tag[index] : std::string_view{};
}

Tag tag_from_name(std::string_view lower_case) noexcept {
    const auto* const found =
        std::lower_bound(tags_by_name.begin(), tags_by_name.end(), lower_case,
                         [](const Entry& entry, std::string_view wanted) { return entry.first < wanted; });
    return found != tags_by_name.end() && found->first == lower_case ? found->second : Tag::unknown;
}

bool is_block(Tag tag) noexcept {
    switch (tag) {
    case Tag::html:
    case Tag::body:
    case Tag::article:
    case Tag::section:
    case Tag::nav:
    case Tag::aside:
    case Tag::header:
    case Tag::footer:
    case Tag::main:
    case Tag::address:
    case Tag::hgroup:
    case Tag::search:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::p:
    case Tag::hr:
    case Tag::pre:
    case Tag::blockquote:
    case Tag::ol:
    case Tag::ul:
    case Tag::menu:
    case Tag::li:
    case Tag::dl:
    case Tag::dt:
    case Tag::dd:
    case Tag::figure:
    case Tag::figcaption:
    case Tag::div:
    case Tag::center:
    case Tag::table:
    case Tag::caption:
    case Tag::colgroup:
    case Tag::col:
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot:
    case Tag::tr:
    case Tag::td:
    case Tag::th:
    case Tag::form:
    case Tag::fieldset:
    case Tag::legend:
    case Tag::details:
    case Tag::summary:
    case Tag::dialog:
    case Tag::frameset:
    case Tag::option:
    case Tag::optgroup:
        return true;
    default:
        return false;
    }
}

} // namespace khabar::html
