#include "daemon/settings/replace_file.hpp"

#include "daemon/disk/new_file.hpp"
#include "daemon/settings/read_file.hpp"
#include "daemon/settings/yaml_tree.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace khabar::settings {

namespace {

namespace fs = std::filesystem;

constexpr mode_t new_file_mode = 0644; // less the umask

tl::unexpected<Error> failed(const fs::path& file, std::string_view what, std::error_code error) {
    return fail(Errc::bad_config, file.string() + ": " + std::string(what) + ": " + error.message());
}

// Beside the file, on the same disk; of this process, so that two editors do not write into one.
fs::path temporary_name(const fs::path& file) {
    return file.parent_path() / ("." + file.filename().string() + ".khabar-" + std::to_string(getpid()));
}

// Mode and owner of the file that is replaced.
Result<void> dress(int descriptor, const fs::path& file) {
    struct stat old {
    }, now{};
    if (stat(file.c_str(), &old) != 0)
        return errno == ENOENT ? Result<void>() : failed(file, "cannot be read", disk::last_error());
    if (fstat(descriptor, &now) != 0) return failed(file, "cannot be written", disk::last_error());
    const bool same_owner = old.st_uid == now.st_uid && old.st_gid == now.st_gid;
    if (!same_owner && fchown(descriptor, old.st_uid, old.st_gid) != 0)
        return failed(file, "its owner cannot be kept", disk::last_error());
    if (fchmod(descriptor, old.st_mode & 07777) != 0)
        return failed(file, "its mode cannot be kept", disk::last_error());
    return {};
}

} // namespace

Result<std::optional<std::string>> file_bytes(const fs::path& file) {
    std::error_code error;
    if (fs::symlink_status(file, error).type() == fs::file_type::not_found)
        return std::optional<std::string>();
    ProblemList problems(file.string());
    auto bytes = read_file(file, max_yaml_bytes, problems);
    if (bytes) return std::optional(std::move(*bytes));
    return fail(Errc::bad_config, to_string(std::move(problems).take().front()));
}

Result<void> replace_file(const fs::path& named, const std::optional<std::string>& before,
                          std::string_view after) {
    std::error_code error;
    const fs::path file = before ? fs::canonical(named, error) : named;
    if (error) return failed(named, "cannot be read", error);
    if (!before) fs::create_directories(file.parent_path(), error);
    auto made = disk::NewFile::create(temporary_name(file), new_file_mode);
    if (!made) return failed(file.parent_path(), "cannot be written", made.error());
    if (before)
        if (auto dressed = dress(made->descriptor().number(), file); !dressed) return dressed;
    if (const auto wrong = made->write(after)) return failed(file, "cannot be written", wrong);
    const auto now = file_bytes(file);
    if (!now) return tl::unexpected<Error>(now.error());
    if (*now != before)
        return fail(Errc::bad_config, file.string() + ": somebody else has just changed it; try again");
    if (const auto wrong = made->become(file)) return failed(file, "cannot be replaced", wrong);
    (void)disk::sync_folder_of(file); // it is replaced; a power cut might still bring the old one back
    return {};
}

} // namespace khabar::settings
