#pragma once
// Where a value in force comes from: the line that says it, or nothing but our default.

#include "daemon/settings/settings.hpp"
#include "daemon/settings/yaml_tree.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace khabar::settings {

// Reads the files again, each once, when it is first asked for; a file that has changed since it was loaded
// may be told of wrongly.
class Origins {
  public:
    explicit Origins(const Settings& settings) : file_(settings.file) {}

    // "/etc/khabar/khabar.yaml:12" or "default"; `key` as in Setting::key.
    [[nodiscard]] std::string of(std::string_view key);
    [[nodiscard]] std::string of(const Source& source, std::string_view key);

  private:
    const YamlTree* tree(const std::filesystem::path& file);

    std::filesystem::path file_;
    std::map<std::filesystem::path, std::optional<YamlTree>> trees_;
};

} // namespace khabar::settings
