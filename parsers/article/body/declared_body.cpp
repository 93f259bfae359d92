#include "parsers/article/body/declared_body.hpp"

#include "parsers/article/body/clutter.hpp"
#include "parsers/article/body/compose.hpp"
#include "parsers/article/page/passages.hpp"
#include "parsers/html/document.hpp"
#include "parsers/text/fold.hpp"

#include <algorithm>

namespace khabar::article {

namespace {

// Teasers are declared as bodies too: nothing shorter replaces what the page shows.
constexpr std::size_t least_declared_bytes = 500;
constexpr std::size_t times_longer = 4;

std::vector<Block> paragraphs_of_html(std::string_view html) {
    const auto page = html::Document::parse(html);
    if (!page) return {};
    PassageList list(*page);
    mark_clutter(list, html::no_node);
    std::vector<std::uint32_t> picked;
    for (std::uint32_t i = 0; i < list.all().size(); ++i)
        if (list.all()[i].reason == Reason::none) picked.push_back(i);
    return compose_blocks(list, picked, page->root());
}

} // namespace

bool is_declared_body_better(std::string_view declared, std::size_t found_bytes) {
    return declared.size() >= least_declared_bytes && declared.size() / times_longer > found_bytes;
}

std::vector<Block> declared_blocks(std::string_view declared) {
    if (declared.find("</") != declared.npos || declared.find("<br") != declared.npos)
        return paragraphs_of_html(declared);
    std::vector<Block> blocks;
    for (std::size_t begin = 0; begin < declared.size();) {
        const std::size_t end = std::min(declared.find('\n', begin), declared.size());
        auto line = text::collapse_space(declared.substr(begin, end - begin));
        if (!line.empty()) blocks.push_back({BlockKind::paragraph, 0, false, std::move(line)});
        begin = end + 1;
    }
    return blocks;
}

} // namespace khabar::article
