#pragma once
// The settings of a command that works without any configuration too.

#include "daemon/settings/settings.hpp"

#include <filesystem>
#include <optional>

namespace khabar::cli {

// Of `config`, else of the configuration that is found, else the defaults. None where that is broken: every
// problem has been printed on standard error.
[[nodiscard]] std::optional<settings::Settings> settings_in_force(const std::filesystem::path& config);

} // namespace khabar::cli
