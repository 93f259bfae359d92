#include "daemon/store/daemon_lock.hpp"

#include <fcntl.h>

#include <system_error>
#include <utility>

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

[[noreturn]] void cannot_open(const std::filesystem::path& file, std::error_code error) {
    throw StoreError(cannot_open_code, file.string() + ": " + error.message());
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
        if (error) cannot_open(database.parent_path(), error);
    }
    const std::filesystem::path file = lock_file(database);
    auto opened = disk::open(file, O_RDWR | O_CREAT | O_NOFOLLOW, lock_mode);
    if (!opened) cannot_open(file, opened.error());
    file_ = std::move(*opened);
    struct flock range = whole_file(F_WRLCK);
    if (fcntl(file_.number(), F_SETLK, &range) != 0) refuse(database, holder(file_.number()));
}

std::optional<pid_t> running_daemon(const std::filesystem::path& database) {
    const std::filesystem::path file = lock_file(database);
    const auto opened = disk::open(file, O_RDONLY | O_NOFOLLOW);
    if (opened) return holder(opened->number());
    if (opened.error() == std::errc::no_such_file_or_directory) return std::nullopt;
    cannot_open(file, opened.error());
}

} // namespace khabar::store
