#pragma once
// The one thread that writes. Tasks are run in the order they came, up to `group` of them (whatever waits) in
// one transaction: a commit costs the same for one row as for a hundred. The queue has no bound of its own:
// who submits waits for the commit before the next (fetch.concurrency tickets, ARCHITECTURE.md).
//
// A task that throws is undone alone (SAVEPOINT) and the others of its group are committed. Where the
// transaction itself fails (disk full, database locked for more than 10 s), every task of the group fails
// with that error, nothing of them is stored, and the writer goes on. Not so once the file was found damaged:
// every task from then on fails with that error and the file is left as it is, for a repair to find.

#include "daemon/store/database.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>

namespace khabar::store {

class Writer {
  public:
    using Task = std::function<void(Database&)>; // must not begin or end a transaction
    // Called once for every accepted task after its COMMIT or its failure, on the writer's thread; null: it
    // is stored. Must not throw, and must not call drain() or stop(). What it captures should post to the
    // caller's own loop.
    using Done = std::function<void(std::exception_ptr)>;

    struct Limits {
        std::size_t group = 100;
    };

    // Takes the database over; it must have been migrated.
    explicit Writer(Database database, Limits limits);
    explicit Writer(Database database) : Writer(std::move(database), Limits{}) {}
    ~Writer(); // stop()
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // All below: from any thread.

    // `bytes` is what the task holds on to, about: for counts(). Throws std::logic_error after stop().
    void submit(Task task, std::size_t bytes, Done done);

    // Returns when everything submitted before has ended and its Done was called.
    void drain();
    // Drains, ends the thread, closes the database. Idempotent.
    void stop();

    struct Counts {
        std::uint64_t groups = 0, tasks = 0, failed = 0; // ended; `groups` moves: the watchdog's sign of life
        std::size_t queued = 0, queued_bytes = 0;
    };
    [[nodiscard]] Counts counts() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace khabar::store
