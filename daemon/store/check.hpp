#pragma once
// What may be wrong with a database file: damage (a disk's, a copying tool's), and tables that do not agree
// with each other. Readers only. Both read the whole file: minutes for a large one.

#include "daemon/store/database.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

inline constexpr std::size_t max_damage_lines = 100; // a torn file has millions

// SQLite's own integrity_check and foreign_key_check, a line each; empty where the file is whole.
[[nodiscard]] std::vector<std::string> find_damage(const Database& database);

// A promise between tables that rows break.
struct Disagreement {
    std::string_view what; // a literal: "articles missing from the search index"
    std::int64_t rows = 0;
    bool index = false; // the search index: rebuild_search_index() mends it
};
[[nodiscard]] std::vector<Disagreement> find_disagreements(const Database& database);

} // namespace khabar::store
