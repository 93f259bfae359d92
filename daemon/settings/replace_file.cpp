#include "daemon/settings/replace_file.hpp"

#include "daemon/settings/read_file.hpp"
#include "daemon/settings/yaml_tree.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace khabar::settings {

namespace {

namespace fs = std::filesystem;

constexpr mode_t new_file_mode = 0644; // less the umask

tl::unexpected<Error> failed(const fs::path& file, std::string_view what, int error) {
    return fail(Errc::bad_config,
                file.string() + ": " + std::string(what) + ": " + std::system_category().message(error));
}

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const noexcept { return number_; }

  private:
    int number_;
};

// Gone at the end of the scope unless it has become the file.
class TemporaryName {
  public:
    explicit TemporaryName(const fs::path& file)
        : path_(file.parent_path() /
                ("." + file.filename().string() + ".khabar-" + std::to_string(getpid()))) {}
    ~TemporaryName() {
        if (!kept_) unlink(path_.c_str());
    }
    TemporaryName(const TemporaryName&) = delete;
    TemporaryName& operator=(const TemporaryName&) = delete;
    [[nodiscard]] const fs::path& path() const noexcept { return path_; }
    void keep() noexcept { kept_ = true; }

  private:
    fs::path path_;
    bool kept_ = false;
};

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// Mode and owner of the file that is replaced.
Result<void> dress(int descriptor, const fs::path& file) {
    struct stat old {
    }, now{};
    if (stat(file.c_str(), &old) != 0)
        return errno == ENOENT ? Result<void>() : failed(file, "cannot be read", errno);
    if (fstat(descriptor, &now) != 0) return failed(file, "cannot be written", errno);
    const bool same_owner = old.st_uid == now.st_uid && old.st_gid == now.st_gid;
    if (!same_owner && fchown(descriptor, old.st_uid, old.st_gid) != 0)
        return failed(file, "its owner cannot be kept", errno);
    if (fchmod(descriptor, old.st_mode & 07777) != 0) return failed(file, "its mode cannot be kept", errno);
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
    if (error) return failed(named, "cannot be read", error.value());
    if (!before) fs::create_directories(file.parent_path(), error);
    TemporaryName temporary(file);
    const Descriptor descriptor(
        open(temporary.path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, new_file_mode));
    if (descriptor.get() < 0) return failed(file.parent_path(), "cannot be written", errno);
    if (before)
        if (auto dressed = dress(descriptor.get(), file); !dressed) return dressed;
    if (!write_all(descriptor.get(), after) || fsync(descriptor.get()) != 0)
        return failed(file, "cannot be written", errno);
    const auto now = file_bytes(file);
    if (!now) return tl::unexpected<Error>(now.error());
    if (*now != before)
        return fail(Errc::bad_config, file.string() + ": somebody else has just changed it; try again");
    if (rename(temporary.path().c_str(), file.c_str()) != 0) return failed(file, "cannot be replaced", errno);
    temporary.keep();
    const Descriptor folder(open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0) fsync(folder.get()); // the name itself survives a power cut
    return {};
}

} // namespace khabar::settings
