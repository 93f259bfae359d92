#pragma once
// A thin skin over SQLite: one open database, prepared statements, transactions. The only header that knows
// of sqlite3 handles. A Database is used by one thread at a time. Failures throw StoreError: a failing
// database is not normal operation.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace khabar::store {

class StoreError : public std::runtime_error {
  public:
    static constexpr int damaged_value = 11 | 255 << 8; // SQLITE_CORRUPT, with a further part that is ours

    StoreError(int code, const std::string& what) : std::runtime_error(what), code_(code) {}
    [[nodiscard]] int code() const noexcept { return code_; }            // extended SQLite result code
    [[nodiscard]] bool busy() const noexcept { return primary() == 5; }  // SQLITE_BUSY
    [[nodiscard]] bool full() const noexcept { return primary() == 13; } // SQLITE_FULL
    [[nodiscard]] bool failed_on_disk() const noexcept { return primary() == 10; } // SQLITE_IOERR
    [[nodiscard]] bool unreadable() const noexcept {
        return primary() == 14 || primary() == 8;
    } // CANTOPEN, READONLY
    [[nodiscard]] bool foreign() const noexcept {
        return primary() == 26;
    } // SQLITE_NOTADB: or not one of ours
    [[nodiscard]] bool corrupt() const noexcept { return primary() == 11 || foreign(); } // SQLITE_CORRUPT
    // Not only one value in a file that SQLite finds whole.
    [[nodiscard]] bool corrupt_file() const noexcept { return corrupt() && code_ != damaged_value; }

  private:
    [[nodiscard]] int primary() const noexcept { return code_ & 0xff; }

    int code_;
};

class StatementCache;

// A prepared statement. bind(1, …) … then step() until false; reset() before the next use. Views from text()
// and blob() live until the next step() or reset(). Its end gives it back to the database, which need not
// compile the same words again.
class Statement {
  public:
    template <typename... Values>
    Statement& bind_all(const Values&... values) {
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    void bind(int index, std::nullptr_t);
    void bind(int index, std::int64_t value);
    void bind(int index, std::uint32_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, bool value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, double value);
    void bind(int index, std::string_view value); // copied
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind_blob(int index, std::span<const std::byte> value); // copied
    template <typename T>
    void bind(int index, const std::optional<T>& value) {
        if (value)
            bind(index, *value);
        else
            bind(index, nullptr);
    }

    bool step();  // true: a row is there
    void reset(); // and forget what was bound
    void run() {  // for statements without rows
        while (step()) {
        }
        reset();
    }

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const std::byte> blob(int column) const;
    [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }

  private:
    friend class Database;
    struct GiveBack {
        std::shared_ptr<StatementCache> cache;
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    using Handle = std::unique_ptr<sqlite3_stmt, GiveBack>;
    explicit Statement(Handle handle) : statement_(std::move(handle)) {}

    Handle statement_;
};

class Database {
  public:
    enum class Mode { read_write, read_only };

    // foreign_keys=ON, busy_timeout 10 s. ":memory:" works. Neither creates tables nor touches what is in the
    // file: schema.hpp does, and turns WAL and synchronous=NORMAL on.
    // A reader needs no right to write: not in the folder either.
    explicit Database(const std::filesystem::path& file, Mode mode = Mode::read_write);

    // Costs a look-up where the same words were prepared before.
    [[nodiscard]] Statement prepare(std::string_view sql) const;
    void execute(std::string_view sql); // one or more statements without parameters
    [[nodiscard]] std::int64_t last_insert_id() const noexcept;
    [[nodiscard]] std::int64_t changes() const noexcept; // rows the last statement changed
    [[nodiscard]] std::string file() const;              // for messages; ":memory:" where there is none
    [[nodiscard]] bool in_transaction() const noexcept;  // false also after SQLite rolled back by itself
    [[nodiscard]] std::int64_t pragma(std::string_view name) const; // the value of "PRAGMA name"

  private:
    friend class Transaction;
    struct Close {
        void operator()(sqlite3* database) const noexcept;
    };
    void open(const std::string& name, int flags, const std::filesystem::path& file);

    std::unique_ptr<sqlite3, Close> handle_;
    std::shared_ptr<StatementCache> statements_; // gone before the handle
};

// BEGIN IMMEDIATE now, ROLLBACK at the end of the scope unless commit() was called.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    void roll_back() noexcept;

    Database& database_;
    bool open_ = true;
};

// What is read within its scope is of one moment, whatever others write meanwhile. For readers; not inside a
// Transaction.
class Snapshot {
  public:
    explicit Snapshot(Database& database);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

  private:
    Database& database_;
};

} // namespace khabar::store
