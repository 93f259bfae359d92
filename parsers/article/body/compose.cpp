#include "parsers/article/body/compose.hpp"

#include <algorithm>

namespace khabar::article {

using html::Document;
using html::no_node;
using html::NodeId;
using html::Tag;

namespace {

constexpr std::uint8_t deepest_list = 6;

struct Surroundings {
    NodeId pre = no_node;
    NodeId item = no_node;
    NodeId quote = no_node;
    NodeId list = no_node; // of the item
    int heading = 0;
    std::uint8_t lists = 0;
};

Surroundings look_up(const Document& page, NodeId id, NodeId root) {
    Surroundings found;
    for (; id != no_node && id != root; id = page.node(id).parent) {
        const Tag tag = page.node(id).tag;
        if (is_heading(tag) && found.heading == 0)
            found.heading = static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1;
        else if (tag == Tag::pre)
            found.pre = id;
        else if (tag == Tag::li && found.item == no_node)
            found.item = id;
        else if (tag == Tag::blockquote)
            found.quote = id;
        else if (tag == Tag::ul || tag == Tag::ol) {
            if (found.list == no_node) found.list = id;
            ++found.lists;
        }
    }
    return found;
}

std::string trim_lines(std::string text) {
    const auto begin = text.find_first_not_of('\n');
    const auto end = text.find_last_not_of(" \n\t\r");
    return begin == text.npos || end == text.npos ? std::string{} : text.substr(begin, end - begin + 1);
}

} // namespace

std::vector<Block> compose_blocks(const PassageList& list, const std::vector<std::uint32_t>& picked,
                                  NodeId root) {
    const Document& page = list.page();
    std::vector<Block> blocks;
    NodeId written_pre = no_node;
    for (const std::uint32_t i : picked) {
        const Passage& passage = list.all()[i];
        const Surroundings around = look_up(page, passage.container, root);
        if (around.pre != no_node) {
            if (around.pre == written_pre) continue;
            written_pre = around.pre;
            blocks.push_back({BlockKind::preformatted, 0, false, trim_lines(page.text_content(around.pre))});
            continue;
        }
        Block block;
        block.text = list.text(passage);
        if (around.heading > 0) {
            block.kind = BlockKind::heading;
            block.level = static_cast<std::uint8_t>(around.heading);
        } else if (around.item != no_node) {
            block.kind = BlockKind::list_item;
            block.level = static_cast<std::uint8_t>(std::clamp<int>(around.lists - 1, 0, deepest_list));
            block.ordered = around.list != no_node && page.node(around.list).tag == Tag::ol;
        } else if (around.quote != no_node) {
            block.kind = BlockKind::quote;
        }
        blocks.push_back(std::move(block));
    }
    return blocks;
}

} // namespace khabar::article
