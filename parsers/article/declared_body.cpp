#include "parsers/article/declared_body.hpp"

#include "parsers/article/passages.hpp"
#include "parsers/html/document.hpp"
#include "parsers/text/fold.hpp"

#include <algorithm>

namespace khabar::article {

namespace {

// Teasers are declared as bodies too: nothing shorter replaces what the page shows.
constexpr std::size_t least_declared_bytes = 500;
constexpr std::size_t times_longer = 4;

std::vector<Block> paragraphs_of_html(std::string_view html) {
    std::vector<Block> blocks;
    const auto page = html::Document::parse(html);
    if (!page) return blocks;
    const PassageList list(*page);
    for (const Passage& passage : list.all())
        blocks.push_back({BlockKind::paragraph, 0, false, std::string(list.text(passage))});
    return blocks;
}

} // namespace

bool is_declared_body_better(std::string_view json_ld_body, std::size_t found_bytes) {
    return json_ld_body.size() >= least_declared_bytes && json_ld_body.size() / times_longer > found_bytes;
}

std::vector<Block> declared_blocks(std::string_view json_ld_body) {
    if (json_ld_body.find("</") != json_ld_body.npos || json_ld_body.find("<br") != json_ld_body.npos)
        return paragraphs_of_html(json_ld_body);
    std::vector<Block> blocks;
    for (std::size_t begin = 0; begin < json_ld_body.size();) {
        const std::size_t end = std::min(json_ld_body.find('\n', begin), json_ld_body.size());
        auto line = text::collapse_space(json_ld_body.substr(begin, end - begin));
        if (!line.empty()) blocks.push_back({BlockKind::paragraph, 0, false, std::move(line)});
        begin = end + 1;
    }
    return blocks;
}

} // namespace khabar::article
