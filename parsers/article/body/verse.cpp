#include "parsers/article/body/verse.hpp"

#include <algorithm>

namespace khabar::article {

using html::NodeId;
using html::Tag;

namespace {

constexpr std::size_t least_lines = 8;
constexpr std::uint32_t least_line_chars = 10, most_line_chars = 70;

bool may_be_verse(const html::Document& page, const Passage& p) {
    const Tag tag = page.node(p.container).tag;
    return p.reason == Reason::none && p.link_chars == 0 && p.chars >= least_line_chars &&
           p.chars <= most_line_chars && (tag == Tag::p || tag == Tag::div || tag == Tag::blockquote);
}

bool stand_alike(const html::Document& page, const Passage& a, const Passage& b) {
    const auto& one = page.node(a.container);
    const auto& other = page.node(b.container);
    return a.container == b.container ||
           (one.tag == Tag::p && other.tag == Tag::p && one.parent == other.parent);
}

} // namespace

std::vector<bool> verse_lines(const PassageList& list) {
    const auto& all = list.all();
    std::vector<bool> verse(all.size(), false);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && may_be_verse(list.page(), all[end]) &&
               (end == begin || stand_alike(list.page(), all[end - 1], all[end])))
            ++end;
        if (end - begin >= least_lines)
            std::fill(verse.begin() + static_cast<std::ptrdiff_t>(begin),
                      verse.begin() + static_cast<std::ptrdiff_t>(end), true);
        begin = std::max(end, begin + 1);
    }
    return verse;
}

} // namespace khabar::article
