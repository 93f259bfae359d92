#pragma once
// Statements of one connection that are prepared and not in use, by their words. Compiling one costs SQLite
// about ten times what a look-up by key costs, and the daemon says the same sixty over and over.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace khabar::store {

class StatementCache {
  public:
    // Twice what the daemon says; a search's words differ each time and must not grow for ever.
    static constexpr std::size_t most = 128;

    // One that says this, and is the caller's until give_back(); null where there is none.
    [[nodiscard]] sqlite3_stmt* take(std::string_view sql);
    // Forgets its bindings and its rows, and keeps it or ends it.
    void give_back(sqlite3_stmt* statement) noexcept;

    [[nodiscard]] std::size_t size() const noexcept { return idle_.size(); }

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, Hash, std::equal_to<>> idle_;
};

} // namespace khabar::store
