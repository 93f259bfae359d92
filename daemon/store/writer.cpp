#include "daemon/store/writer.hpp"

#include "daemon/store/guarded.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <vector>

namespace khabar::store {

namespace {

struct Item {
    Writer::Task task;
    Writer::Done done;
    std::size_t bytes = 0;
};

struct Queue {
    std::deque<Item> items;
    std::size_t bytes = 0;                             // of items and of the group that is being written
    std::uint64_t accepted = 0, ended = 0, failed = 0; // tasks
    std::uint64_t groups = 0;
    bool stopping = false;
};

void push(Queue& queue, Writer::Task&& task, std::size_t bytes, Writer::Done&& done) {
    if (queue.stopping) throw std::logic_error("store::Writer: submitted after stop()");
    queue.items.push_back({std::move(task), std::move(done), bytes});
    queue.bytes += bytes;
    ++queue.accepted;
}

bool tells_of_damage(const std::exception_ptr& failure) {
    try {
        if (failure) std::rethrow_exception(failure);
    } catch (const StoreError& error) {
        return error.corrupt_file();
    } catch (...) {
        return false;
    }
    return false;
}

// One task inside the group's transaction: stored whole, or undone whole and its error returned. Throws where
// the transaction itself is lost.
std::exception_ptr run_one(Database& database, const Writer::Task& task) {
    database.execute("SAVEPOINT task");
    try {
        task(database);
        database.execute("RELEASE task");
        return nullptr;
    } catch (...) {
        if (!database.in_transaction()) throw; // SQLite rolled everything back (disk full, I/O error)
        if (tells_of_damage(std::current_exception())) throw;
        database.execute("ROLLBACK TO task; RELEASE task");
        return std::current_exception();
    }
}

std::vector<std::exception_ptr> run_group(Database& database, const std::vector<Item>& group) {
    std::vector<std::exception_ptr> errors;
    errors.reserve(group.size());
    try {
        Transaction transaction(database);
        for (const Item& item : group)
            errors.push_back(run_one(database, item.task));
        transaction.commit();
    } catch (...) {
        errors.resize(group.size());
        for (std::exception_ptr& error : errors)
            if (!error) error = std::current_exception();
    }
    return errors;
}

} // namespace

struct Writer::State {
    State(Database opened, Limits given) : database(std::move(opened)), limits(given) {}

    Database database; // the writer's thread only, once it runs
    const Limits limits;
    Guarded<Queue> queue;
    std::exception_ptr damage; // as the file was found; the writer's thread only
    std::once_flag stopped;
    std::thread thread;

    // Empty: there is nothing left and stop() was called.
    std::vector<Item> next_group() {
        const auto ready = [](const Queue& waiting) { return !waiting.items.empty() || waiting.stopping; };
        const auto take = [this](Queue& waiting) {
            const auto count = static_cast<std::ptrdiff_t>(std::min(waiting.items.size(), limits.group));
            const auto first = waiting.items.begin();
            std::vector<Item> group(std::make_move_iterator(first), std::make_move_iterator(first + count));
            waiting.items.erase(first, first + count);
            return group;
        };
        return queue.wait(ready, take);
    }

    std::vector<std::exception_ptr> write(const std::vector<Item>& group) {
        if (damage) return std::vector<std::exception_ptr>(group.size(), damage);
        auto errors = run_group(database, group);
        const auto found = std::find_if(errors.begin(), errors.end(), tells_of_damage);
        if (found != errors.end()) damage = *found;
        return errors;
    }

    void end_group(std::vector<Item> group, const std::vector<std::exception_ptr>& errors) {
        const std::size_t tasks = group.size();
        std::size_t bytes = 0;
        std::uint64_t failed = 0;
        for (std::size_t i = 0; i < tasks; ++i) {
            bytes += group[i].bytes;
            if (errors[i]) ++failed;
            if (group[i].done) group[i].done(errors[i]);
        }
        group.clear(); // what the tasks held is gone before drain() returns
        queue.with([&](Queue& waiting) {
            waiting.bytes -= bytes;
            waiting.ended += tasks;
            waiting.failed += failed;
            ++waiting.groups;
        });
        queue.notify_all();
    }

    void run() noexcept { // what escapes a Done is a bug, and ends the program
        for (auto group = next_group(); !group.empty(); group = next_group()) {
            const auto errors = write(group);
            end_group(std::move(group), errors);
        }
    }
};

Writer::Writer(Database database, Limits limits)
    : state_(std::make_unique<State>(std::move(database), limits)) {
    state_->thread = std::thread([state = state_.get()] { state->run(); });
}

Writer::~Writer() {
    stop();
}

void Writer::submit(Task task, std::size_t bytes, Done done) {
    state_->queue.with([&](Queue& queue) { push(queue, std::move(task), bytes, std::move(done)); });
    state_->queue.notify_all();
}

void Writer::drain() {
    const std::uint64_t target = state_->queue.with([](Queue& queue) { return queue.accepted; });
    state_->queue.wait([target](const Queue& queue) { return queue.ended >= target; }, [](Queue&) {});
}

void Writer::stop() {
    std::call_once(state_->stopped, [this] {
        state_->queue.with([](Queue& queue) { queue.stopping = true; });
        state_->queue.notify_all();
        state_->thread.join();
    });
}

Writer::Counts Writer::counts() const {
    return state_->queue.with([](Queue& queue) {
        return Counts{queue.groups, queue.ended, queue.failed, queue.items.size(), queue.bytes};
    });
}

} // namespace khabar::store
