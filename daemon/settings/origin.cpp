#include "daemon/settings/origin.hpp"

#include "daemon/settings/read_file.hpp"
#include "daemon/settings/yaml_walk.hpp"

namespace khabar::settings {

namespace {

constexpr std::string_view nowhere = "default";

std::string at_line(const std::filesystem::path& file, const YamlTree& tree, YamlId id) {
    return file.string() + ":" + std::to_string(tree.node(id).at.line);
}

} // namespace

const YamlTree* Origins::tree(const std::filesystem::path& file) {
    const auto [found, first] = trees_.try_emplace(file);
    if (first) {
        ProblemList ignored(file.string()); // load() has told of them
        if (const auto bytes = read_file(file, max_yaml_bytes, ignored))
            found->second = parse_yaml(*bytes, ignored);
    }
    return found->second ? &*found->second : nullptr;
}

std::string Origins::of(std::string_view key) {
    const YamlTree* main = file_.empty() ? nullptr : tree(file_);
    if (main == nullptr) return std::string(nowhere);
    std::optional<YamlId> at = main->root();
    while (at && !key.empty()) {
        const std::size_t dot = std::min(key.find('.'), key.size());
        at = value_of(*main, *at, key.substr(0, dot));
        key.remove_prefix(std::min(dot + 1, key.size()));
    }
    return at ? at_line(file_, *main, *at) : std::string(nowhere);
}

std::string Origins::of(const Source& source, std::string_view key) {
    const std::filesystem::path file = file_.parent_path() / source.place.file;
    const YamlTree* declared = tree(file);
    const auto item = declared != nullptr ? source_item(*declared, source.id) : std::nullopt;
    const auto value = item ? value_of(*declared, *item, key) : std::nullopt;
    return value ? at_line(file, *declared, *value) : std::string(nowhere);
}

} // namespace khabar::settings
