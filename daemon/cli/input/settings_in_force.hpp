#pragma once
// The settings of a command that works without any configuration too.

#include "daemon/settings/settings.hpp"

#include <filesystem>
#include <optional>

namespace khabar::cli {

// Of `config`, else of the configuration that is found, else the defaults. None where that is broken: every
// problem has been printed on standard error.
[[nodiscard]] std::optional<settings::Settings> settings_in_force(const std::filesystem::path& config);

// Whether what a request sends can be had: the proxy's password and, where one is asked, the secrets of a
// source. Every one that cannot has been printed on standard error.
[[nodiscard]] bool secrets_at_hand(const settings::Settings& settings,
                                   const settings::Source* source = nullptr);

} // namespace khabar::cli
