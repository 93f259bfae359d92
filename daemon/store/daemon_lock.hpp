#pragma once
// One daemon a database: a lock on the file "DATABASE.lock" beside it, held as long as the process lives. The
// kernel drops it with the process, however that ends, and knows who holds it, so nothing here can go stale:
// there is no number in a file to believe. Commands that change rows take no such lock; SQLite serialises
// them.

#include "daemon/disk/descriptor.hpp"
#include "daemon/store/database.hpp"

#include <sys/types.h>

#include <filesystem>
#include <optional>

namespace khabar::store {

// Another daemon has the database; what() names it and the remedy.
class DaemonRunning : public StoreError {
  public:
    using StoreError::StoreError;
};

class DaemonLock {
  public:
    // Makes the folder where it is missing. Throws DaemonRunning, or StoreError where the file cannot be
    // made. At most one a process and database: POSIX record locks do not hold against their own process.
    // ":memory:" needs none.
    explicit DaemonLock(const std::filesystem::path& database);
    DaemonLock(const DaemonLock&) = delete;
    DaemonLock& operator=(const DaemonLock&) = delete;

  private:
    // The file stays: who removes a lock file takes it from under the one who has just opened it.
    disk::Descriptor file_;
};

// The process that holds the lock: 0 where it is in another PID namespace, none where no daemon runs. Throws
// StoreError where the lock may not be read.
[[nodiscard]] std::optional<pid_t> running_daemon(const std::filesystem::path& database);

} // namespace khabar::store
