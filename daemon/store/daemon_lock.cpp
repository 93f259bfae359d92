#include "daemon/store/daemon_lock.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace khabar::store {

namespace {

// Who may read the database may see whether a daemon runs; the umask takes more away.
constexpr mode_t lock_mode = 0640;

constexpr int busy_code = 5;         // SQLITE_BUSY
constexpr int cannot_open_code = 14; // SQLITE_CANTOPEN

std::filesystem::path lock_file(const std::filesystem::path& database) {
    return database.string() + ".lock";
}

struct flock whole_file(short type) {
    struct flock range {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    return range;
}

// Who would stand in the way of a lock: the holder of the daemon's.
std::optional<pid_t> holder(int descriptor) {
    struct flock range = whole_file(F_RDLCK);
    if (fcntl(descriptor, F_GETLK, &range) != 0 || range.l_type == F_UNLCK) return std::nullopt;
    return range.l_pid;
}

[[noreturn]] void cannot_open(const std::filesystem::path& file, int error) {
    throw StoreError(cannot_open_code, file.string() + ": " + std::system_category().message(error));
}

[[noreturn]] void refuse(const std::filesystem::path& database, std::optional<pid_t> pid) {
    const std::string process = pid && *pid > 0 ? " (process " + std::to_string(*pid) + ")" : "";
    throw DaemonRunning(busy_code,
                        database.string() + ": another khabar" + process +
                            " runs on this database; stop it, or name another file with store.database");
}

} // namespace

DaemonLock::DaemonLock(const std::filesystem::path& database) {
    if (database == ":memory:") return;
    if (database.has_parent_path()) {
        std::error_code error;
        std::filesystem::create_directories(database.parent_path(), error);
        if (error) cannot_open(database.parent_path(), error.value());
    }
    const std::filesystem::path file = lock_file(database);
    descriptor_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, lock_mode);
    if (descriptor_ < 0) cannot_open(file, errno);
    struct flock range = whole_file(F_WRLCK);
    if (fcntl(descriptor_, F_SETLK, &range) == 0) return;
    const std::optional<pid_t> pid = holder(descriptor_);
    close(descriptor_);
    refuse(database, pid);
}

// The file stays: who removes a lock file takes it from under the one who has just opened it.
DaemonLock::~DaemonLock() {
    if (descriptor_ >= 0) close(descriptor_);
}

std::optional<pid_t> running_daemon(const std::filesystem::path& database) {
    const std::filesystem::path file = lock_file(database);
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0 && errno == ENOENT) return std::nullopt;
    if (descriptor < 0) cannot_open(file, errno);
    const std::optional<pid_t> pid = holder(descriptor);
    close(descriptor);
    return pid;
}

} // namespace khabar::store
