#include "daemon/store/statement_cache.hpp"

#include <sqlite3.h>

#include <new>

namespace khabar::store {

namespace {

// A PRAGMA may do its work while it is compiled (sqlite.org/pragma.html).
bool may_be_kept(std::string_view sql) {
    return !sql.starts_with("PRAGMA");
}

} // namespace

void StatementCache::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}

sqlite3_stmt* StatementCache::take(std::string_view sql) {
    const auto found = idle_.find(sql);
    if (found == idle_.end()) return nullptr;
    sqlite3_stmt* const statement = found->second.release();
    idle_.erase(found);
    return statement;
}

void StatementCache::give_back(sqlite3_stmt* statement) noexcept {
    std::unique_ptr<sqlite3_stmt, Finalize> owned(statement);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    const char* const words = sqlite3_sql(statement);
    if (words == nullptr || !may_be_kept(words)) return;
    try {
        if (idle_.size() >= most) idle_.clear(); // the sixty are soon there again
        idle_.try_emplace(words, std::move(owned));
    } catch (const std::bad_alloc&) {
        return; // one less is kept
    }
}

} // namespace khabar::store
