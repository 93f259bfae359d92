#pragma once
// A configuration on disk for one test: files by their names, gone when the test ends.

#include "daemon/settings/load.hpp"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar::settings::testing {

class ConfigFolder {
  public:
    ConfigFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "khabar-settings-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
        path_ = pattern;
    }
    // A list of pairs, not a map: braces must not also read as a copy.
    explicit ConfigFolder(std::initializer_list<std::pair<std::string, std::string>> files) : ConfigFolder() {
        for (const auto& [name, text] : files)
            write(name, text);
    }
    ConfigFolder(const ConfigFolder&) = delete;
    ConfigFolder& operator=(const ConfigFolder&) = delete;
    ~ConfigFolder() { std::filesystem::remove_all(path_); }

    void write(const std::string& name, std::string_view text) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path main() const { return path_ / "khabar.yaml"; }

    // The problems as a person reads them, with file names relative to the folder.
    [[nodiscard]] std::vector<std::string> problems() const {
        std::vector<std::string> lines;
        const std::string prefix = path_.string() + "/";
        for (const Problem& problem : load(main()).problems) {
            std::string line = to_string(problem);
            for (std::size_t at = line.find(prefix); at != std::string::npos; at = line.find(prefix))
                line.erase(at, prefix.size());
            lines.push_back(std::move(line));
        }
        return lines;
    }

  private:
    std::filesystem::path path_;
};

} // namespace khabar::settings::testing
