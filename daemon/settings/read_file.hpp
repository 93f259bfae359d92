#pragma once
// The two questions the configuration asks of the disk: what is in this file, which files are in this folder.

#include "daemon/settings/problem_list.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace khabar::settings {

// The bytes of a regular file (never a pipe or a device); one byte over `most_bytes` is where reading stops,
// so that the caller can tell that there is more. None, with a problem, where it cannot be read.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t most_bytes,
                                                   ProblemList& problems);

// Names of the *.yaml files in `folder`, in byte order; hidden files are passed over. A folder that is not
// there is empty; a
// *.yml file is a problem, for it would be silently left out otherwise.
[[nodiscard]] std::vector<std::string> yaml_names(const std::filesystem::path& folder, ProblemList& problems);

} // namespace khabar::settings
