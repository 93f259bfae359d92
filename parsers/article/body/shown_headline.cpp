#include "parsers/article/body/shown_headline.hpp"

#include "parsers/article/metadata/title_parts.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

using html::no_node;
using html::NodeId;

namespace {

constexpr std::uint32_t least_chars = 10; // less may be a section's name
constexpr std::uint32_t most_chars = 300;
constexpr std::uint32_t sentence_chars = 40;
constexpr std::uint32_t prose_chars = 80; // whether or not it ends a sentence
constexpr std::uint32_t most_lines_to_prose = 8;
// The site's name stands in the title as well, and above the headline with its motto. A chapter of the same
// name has more text above it.
constexpr std::uint32_t most_motto_chars = 300;
constexpr std::size_t most_titles = 8; // that are compared with each line

bool begins_or_ends(std::string_view title, std::string_view line) {
    if (title.starts_with(line)) return title.size() == line.size() || title[line.size()] == ' ';
    return title.ends_with(line) && title[title.size() - line.size() - 1] == ' ';
}

bool is_prose(const Passage& p) {
    return p.chars >= (p.ends_sentence ? sentence_chars : prose_chars) && p.link_chars * 2 < p.chars;
}

} // namespace

ShownHeadline shown_headline(const PassageList& list, const Metadata& metadata) {
    if (metadata.headline != no_node) return {metadata.headline, {}};
    std::vector<std::string> titles;
    for (const std::string& title : metadata.titles)
        if (titles.size() < most_titles) titles.push_back(title_key(title));
    const auto says_title = [&](const Passage& p) {
        if (p.chars < least_chars || p.chars > most_chars) return false;
        const std::string line = title_key(list.text(p));
        return line.find(' ') != line.npos &&
               std::ranges::any_of(titles, [&](const auto& title) { return begins_or_ends(title, line); });
    };
    const Passage *found = nullptr, *latest = nullptr;
    std::uint32_t at = 0, below = 0; // where the latest stands; characters of prose below the one found
    bool in_heading = false;
    for (std::uint32_t i = 0; i < list.all().size() && !titles.empty() && below < most_motto_chars; ++i) {
        const Passage& p = list.all()[i];
        const bool heading = is_heading(list.page().node(p.container).tag);
        if ((heading || !in_heading) && says_title(p)) {
            latest = &p;
            at = i;
        } else if (is_prose(p)) {
            if (latest != nullptr && i - at <= most_lines_to_prose) {
                found = latest;
                in_heading = is_heading(list.page().node(found->container).tag);
                below = 0;
            }
            if (found != nullptr) below += p.chars;
            latest = nullptr;
        }
    }
    if (found == nullptr) return {};
    return {found->container, list.text(*found)};
}

} // namespace khabar::article
