#pragma once
// The tables and how an older file comes to have them. Version in PRAGMA user_version, ownership in PRAGMA
// application_id.

#include "daemon/store/database.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace khabar::store {

inline constexpr std::int64_t application_id = 0x4b484252; // "KHBR"

// The version this program writes.
[[nodiscard]] int schema_version() noexcept;

// Brings an empty or older database up to date, each version in a transaction of its own; turns WAL and
// synchronous=NORMAL on. Throws StoreError, naming the file and the remedy, where the file belongs to another
// program or was written by a newer khabar; it is then left untouched.
void migrate(Database& database);

// For readers, who may not migrate: throws StoreError as migrate() does, and where the file is older than
// this program.
void require_current(const Database& database);

// The same for a folder above this one that keeps tables of its own (daemon/story): `steps[i]` is the SQL
// that leads from version i of `part` to i + 1. Call after migrate(). Readers may ask part_version() (0 where
// the part's tables are not there).
void migrate_part(Database& database, std::string_view part, std::span<const std::string_view> steps);
[[nodiscard]] int part_version(const Database& database, std::string_view part);

// The smallest change there is, as a proof that the disk takes writes. (SQLite does not write again what is
// there.)
void write_a_page(Database& database);

} // namespace khabar::store
