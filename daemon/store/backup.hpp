#pragma once
// A copy of the whole database as it is at one moment, made while others go on reading and writing.

#include "daemon/store/database.hpp"

#include <filesystem>

namespace khabar::store {

// VACUUM INTO a file beside `target`, checked, brought to the disk and then renamed: `target` is a whole
// database or not there at all. It is compact, readable by its owner only, and opens as a khabar database.
// Needs room for a second copy. Throws StoreError: where `target` exists already, where there is no room, or
// where the copy is not whole (the original is damaged then; check.hpp tells more).
void backup(const Database& database, const std::filesystem::path& target);

} // namespace khabar::store
