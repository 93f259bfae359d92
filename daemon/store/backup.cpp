#include "daemon/store/backup.hpp"

#include "daemon/store/check.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace khabar::store {

namespace {

constexpr int cannot_open = 14;  // SQLITE_CANTOPEN
constexpr int input_output = 10; // SQLITE_IOERR

[[noreturn]] void refuse(int code, const std::filesystem::path& file, const std::string& why) {
    throw StoreError(code, file.string() + ": " + why);
}

class Descriptor {
  public:
    Descriptor(const std::filesystem::path& file, int flags, unsigned mode = 0)
        : value_(::open(file.c_str(), flags | O_CLOEXEC, mode)) {
        if (value_ < 0) refuse(cannot_open, file, std::generic_category().message(errno));
    }
    ~Descriptor() { ::close(value_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void to_disk(const std::filesystem::path& file) const {
        if (::fsync(value_) != 0) refuse(input_output, file, std::generic_category().message(errno));
    }

  private:
    int value_;
};

// Gone at the end of the scope, unless it was renamed.
class PartialFile {
  public:
    explicit PartialFile(const std::filesystem::path& target) : path_(target.string() + ".part") {
        std::filesystem::remove(path_); // what a killed backup left
        // Made by us, so that it is never readable by others: VACUUM INTO takes an empty file.
        const Descriptor made(path_, O_WRONLY | O_CREAT | O_EXCL, 0600);
    }
    ~PartialFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

  private:
    std::filesystem::path path_;
};

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

void require_whole(const std::filesystem::path& copy, const Database& original) {
    const Database opened(copy, Database::Mode::read_only);
    const auto damage = find_damage(opened);
    if (!damage.empty())
        throw StoreError(11, original.file() + ": the copy is damaged (" + damage.front() +
                                 "), so the original is; `khabar db check` tells more"); // SQLITE_CORRUPT
}

} // namespace

void backup(const Database& database, const std::filesystem::path& target) {
    if (std::filesystem::exists(target))
        refuse(cannot_open, target, "exists already; name a new file, or move the old one away");
    const PartialFile part(target);
    Statement copy = database.prepare("VACUUM INTO ?1");
    copy.bind_all(part.path().string());
    copy.run();
    require_whole(part.path(), database);
    Descriptor(part.path(), O_RDONLY).to_disk(part.path());
    std::filesystem::rename(part.path(), target);
    Descriptor(folder_of(target), O_RDONLY | O_DIRECTORY).to_disk(target);
}

} // namespace khabar::store
