#pragma once
// One YAML document as a flat array of nodes with their places, built from libyaml's events. Nothing here
// ever expands: anchors, aliases, tags and second documents are refused as they are met (341 bytes of aliases
// are 20 million nodes in a tree that follows them), and nesting is bounded while parsing.

#include "daemon/settings/problem_list.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::settings {

inline constexpr std::size_t max_yaml_bytes = std::size_t{1} << 20;
// The deepest shape of ours is four: document, list of sources, source, list of tags.
inline constexpr std::size_t max_yaml_depth = 16;

using YamlId = std::uint32_t;

struct YamlNode {
    enum class Kind : std::uint8_t { null, scalar, sequence, mapping };
    Kind kind = Kind::null;
    bool plain = true; // a scalar without quotes
    Position at;
    std::string text;             // of a scalar
    std::vector<YamlId> children; // of a sequence; of a mapping key, value, key, value …; keys are scalars
};

class YamlTree {
  public:
    // An empty document is a null root.
    YamlTree() : nodes_(1) {}

    [[nodiscard]] YamlId root() const noexcept { return 0; }
    [[nodiscard]] const YamlNode& node(YamlId id) const noexcept { return nodes_[id]; }

  private:
    friend class TreeBuilder;
    std::vector<YamlNode> nodes_;
};

// None where the bytes are no YAML that we take; `problems` then says why. Linear in the size of the input.
[[nodiscard]] std::optional<YamlTree> parse_yaml(std::string_view bytes, ProblemList& problems);

} // namespace khabar::settings
