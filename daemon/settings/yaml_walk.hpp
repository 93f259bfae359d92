#pragma once
// Finding things in a parsed file, for the commands that show where a value stands or that edit text around
// it.

#include "daemon/settings/yaml_tree.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::settings {

// The value below `key`; none where `mapping` is no mapping or has no such key.
[[nodiscard]] std::optional<YamlId> value_of(const YamlTree& tree, YamlId mapping, std::string_view key);

// The items of the document's `sources`; empty where there are none or it is no list.
[[nodiscard]] std::vector<YamlId> source_items(const YamlTree& tree);

// The item whose `id` is this one.
[[nodiscard]] std::optional<YamlId> source_item(const YamlTree& tree, std::string_view id);

// What the node means, without its places and styles, as a list of words: two trees are equal when these are.
// The node `without` is passed over; a sequence that is left empty reads as null, as our readers take it.
[[nodiscard]] std::vector<std::string> meaning(const YamlTree& tree, YamlId id,
                                               std::optional<YamlId> without = std::nullopt);

} // namespace khabar::settings
