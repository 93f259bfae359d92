#include "daemon/store/database.hpp"

#include "daemon/store/statement_cache.hpp"

#include <sqlite3.h>

namespace khabar::store {

namespace {

constexpr int busy_timeout_ms =
    10'000; // a one-shot command may hold the write lock for one group commit, not for longer

[[noreturn]] void raise(sqlite3* database, int code, std::string_view doing) {
    std::string what(doing);
    what.append(": ").append(database ? sqlite3_errmsg(database) : sqlite3_errstr(code));
    throw StoreError(database ? sqlite3_extended_errcode(database) : code, what);
}

void check(sqlite3_stmt* statement, int code) {
    if (code != SQLITE_OK) raise(sqlite3_db_handle(statement), code, "bind");
}

} // namespace

void Statement::GiveBack::operator()(sqlite3_stmt* statement) const noexcept {
    cache->give_back(statement);
}

void Statement::bind(int index, std::nullptr_t) {
    check(statement_.get(), sqlite3_bind_null(statement_.get(), index));
}
void Statement::bind(int index, std::int64_t value) {
    check(statement_.get(), sqlite3_bind_int64(statement_.get(), index, value));
}
void Statement::bind(int index, double value) {
    check(statement_.get(), sqlite3_bind_double(statement_.get(), index, value));
}
void Statement::bind(int index, std::string_view value) {
    // A null pointer would bind NULL; an empty text is meant.
    const char* data = value.data() ? value.data() : "";
    check(statement_.get(),
          sqlite3_bind_text64(statement_.get(), index, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}
void Statement::bind_blob(int index, std::span<const std::byte> value) {
    const void* data = value.data() ? static_cast<const void*>(value.data()) : "";
    check(statement_.get(),
          sqlite3_bind_blob64(statement_.get(), index, data, value.size(), SQLITE_TRANSIENT));
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite3* database = sqlite3_db_handle(statement_.get());
    const int extended = sqlite3_extended_errcode(database);
    const std::string what = std::string(sqlite3_errmsg(database)) + " in " + sqlite3_sql(statement_.get());
    sqlite3_reset(statement_.get());
    throw StoreError(extended, what);
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return data ? std::string_view(data, static_cast<std::size_t>(size)) : std::string_view();
}

std::span<const std::byte> Statement::blob(int column) const {
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(statement_.get(), column));
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return data ? std::span(data, static_cast<std::size_t>(size)) : std::span<const std::byte>();
}

void Database::Close::operator()(sqlite3* database) const noexcept {
    sqlite3_close_v2(database);
}

namespace {

// SQLite's own name for "nobody writes to it, so no lock and no log is needed"; the path goes in as a URI.
std::string immutable_uri(const std::filesystem::path& file) {
    std::string uri("file:");
    for (const char c : file.string()) {
        if (c == '%' || c == '?' || c == '#') {
            constexpr std::string_view digits = "0123456789abcdef";
            uri.append("%").push_back(digits[static_cast<unsigned char>(c) >> 4U]);
            uri.push_back(digits[static_cast<unsigned char>(c) & 15U]);
        } else {
            uri.push_back(c);
        }
    }
    return uri.append("?immutable=1");
}

int open_flags(Database::Mode mode) noexcept {
    const int access =
        mode == Database::Mode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    return access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
}

// A file in WAL mode needs its -shm beside it, which a reader without the right to write there cannot make.
bool needs_its_log(sqlite3* database) {
    const int code = sqlite3_exec(database, "PRAGMA schema_version", nullptr, nullptr, nullptr) & 0xff;
    return code == SQLITE_READONLY || code == SQLITE_CANTOPEN;
}

} // namespace

Database::Database(const std::filesystem::path& file, Mode mode) {
    open(file.string(), open_flags(mode), file);
    std::error_code ignored;
    const std::filesystem::path log = file.string() + "-wal";
    // No log: nobody has the file open for writing. What begins to write while we read goes to a log first.
    if (mode == Mode::read_only && needs_its_log(handle_.get()) && !std::filesystem::exists(log, ignored))
        open(immutable_uri(file), open_flags(mode) | SQLITE_OPEN_URI, file);
}

void Database::open(const std::string& name, int flags, const std::filesystem::path& file) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &raw, flags, nullptr);
    statements_ = std::make_shared<StatementCache>(); // before the handle: what it holds is the old one's
    handle_.reset(raw);
    if (code != SQLITE_OK) raise(raw, code, "open " + file.string());
    sqlite3_busy_timeout(raw, busy_timeout_ms);
    // Hostile files: no tricks through the schema, no loading of code (sqlite.org/security.html).
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    execute("PRAGMA foreign_keys=ON");
}

Statement Database::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = statements_->take(sql);
    if (statement == nullptr) {
        const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) raise(handle_.get(), code, sql);
    }
    return Statement(Statement::Handle(statement, {statements_}));
}

void Database::execute(std::string_view sql) {
    const std::string terminated(sql);
    const int code = sqlite3_exec(handle_.get(), terminated.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) raise(handle_.get(), code, terminated);
}

std::int64_t Database::last_insert_id() const noexcept {
    return sqlite3_last_insert_rowid(handle_.get());
}
std::int64_t Database::changes() const noexcept {
    return sqlite3_changes64(handle_.get());
}

std::string Database::file() const {
    const char* name = sqlite3_db_filename(handle_.get(), "main");
    return name != nullptr && *name != '\0' ? name : ":memory:";
}

bool Database::in_transaction() const noexcept {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

std::int64_t Database::pragma(std::string_view name) const {
    Statement statement = prepare("PRAGMA " + std::string(name));
    return statement.step() ? statement.integer(0) : 0;
}

Transaction::Transaction(Database& database) : database_(database) {
    try {
        database_.execute("BEGIN IMMEDIATE");
    } catch (const StoreError&) {
        roll_back(); // an interrupt may come when it has begun
        throw;
    }
}

Transaction::~Transaction() {
    if (open_) roll_back();
}

void Transaction::roll_back() noexcept {
    if (!database_.in_transaction()) return;
    try {
        database_.execute("ROLLBACK");
    } catch (const StoreError&) {
        // SQLite has already rolled back (disk full, I/O error); there is nothing left to undo.
    }
}

Snapshot::Snapshot(Database& database) : database_(database) {
    database_.execute("BEGIN");
}

Snapshot::~Snapshot() {
    try {
        database_.execute("COMMIT");
    } catch (const StoreError&) {
        // Nothing was written, so nothing can be lost.
    }
}

void Transaction::commit() {
    database_.execute("COMMIT");
    open_ = false;
}

} // namespace khabar::store
