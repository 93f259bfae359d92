#include "daemon/settings/yaml_walk.hpp"

#include <algorithm>

namespace khabar::settings {

namespace {

constexpr std::string_view null_word = "null", open_list = "[", close_list = "]", open_map = "{",
                           close_map = "}";

// One step of the walk: a node to enter, or the word that closes one.
struct Step {
    std::optional<YamlId> node;
    std::string_view word;
};

} // namespace

std::optional<YamlId> value_of(const YamlTree& tree, YamlId mapping, std::string_view key) {
    const YamlNode& node = tree.node(mapping);
    if (node.kind != YamlNode::Kind::mapping) return std::nullopt;
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2)
        if (tree.node(node.children[i]).text == key) return node.children[i + 1];
    return std::nullopt;
}

std::vector<YamlId> source_items(const YamlTree& tree) {
    const auto list = value_of(tree, tree.root(), "sources");
    if (!list || tree.node(*list).kind != YamlNode::Kind::sequence) return {};
    return tree.node(*list).children;
}

std::optional<YamlId> source_item(const YamlTree& tree, std::string_view id) {
    for (const YamlId item : source_items(tree))
        if (const auto value = value_of(tree, item, "id"); value && tree.node(*value).text == id) return item;
    return std::nullopt;
}

std::vector<std::string> meaning(const YamlTree& tree, YamlId id, std::optional<YamlId> without) {
    std::vector<std::string> words;
    std::vector<Step> steps{{id, {}}};
    while (!steps.empty()) {
        const Step step = steps.back();
        steps.pop_back();
        if (!step.node) {
            words.emplace_back(step.word);
            continue;
        }
        const YamlNode& node = tree.node(*step.node);
        std::vector<YamlId> children = node.children;
        if (without) std::erase(children, *without);
        const bool is_map = node.kind == YamlNode::Kind::mapping;
        if (node.kind == YamlNode::Kind::scalar) {
            words.push_back("=" + node.text);
        } else if (children.empty()) {
            words.emplace_back(null_word);
        } else {
            words.emplace_back(is_map ? open_map : open_list);
            steps.push_back({std::nullopt, is_map ? close_map : close_list});
            for (auto child = children.rbegin(); child != children.rend(); ++child)
                steps.push_back({*child, {}});
        }
    }
    return words;
}

} // namespace khabar::settings
