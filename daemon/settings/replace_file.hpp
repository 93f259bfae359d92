#pragma once
// Writing a configuration file so that whoever reads it meets the old text or the new one, never a half.

#include "parsers/base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace khabar::settings {

// The file's bytes; none where there is no such file. Errc::bad_config where it cannot be read.
[[nodiscard]] Result<std::optional<std::string>> file_bytes(const std::filesystem::path& file);

// Puts `after` in place of `before` (none: a new file): a temporary file beside it, fsync, rename, with the
// old mode and owner. A symbolic link stays and its target is replaced. Errc::bad_config where the file is
// not `before` any more, where it cannot be written, or where its owner could not be kept; nothing has
// changed then.
[[nodiscard]] Result<void> replace_file(const std::filesystem::path& file,
                                        const std::optional<std::string>& before, std::string_view after);

} // namespace khabar::settings
