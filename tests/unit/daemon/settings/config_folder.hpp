#pragma once
// A configuration on disk for one test: files by their names, gone when the test ends.

#include "daemon/settings/load.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar::settings::testing {

class ConfigFolder {
  public:
    ConfigFolder() = default;
    // A list of pairs, not a map: braces must not also read as a copy.
    explicit ConfigFolder(std::initializer_list<std::pair<std::string, std::string>> files) {
        for (const auto& [name, text] : files)
            write(name, text);
    }

    void write(const std::string& name, std::string_view text) const {
        std::filesystem::create_directories((path() / name).parent_path());
        std::ofstream(path() / name, std::ios::binary) << text;
    }

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
    [[nodiscard]] std::filesystem::path main() const { return folder_ / "khabar.yaml"; }

    // The problems as a person reads them, with file names relative to the folder.
    [[nodiscard]] std::vector<std::string> problems() const {
        std::vector<std::string> lines;
        const std::string prefix = path().string() + "/";
        for (const Problem& problem : load(main()).problems) {
            std::string line = to_string(problem);
            for (std::size_t at = line.find(prefix); at != std::string::npos; at = line.find(prefix))
                line.erase(at, prefix.size());
            lines.push_back(std::move(line));
        }
        return lines;
    }

  private:
    test::TemporaryFolder folder_;
};

} // namespace khabar::settings::testing
