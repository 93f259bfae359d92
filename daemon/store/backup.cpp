#include "daemon/store/backup.hpp"

#include "daemon/disk/new_file.hpp"
#include "daemon/store/check.hpp"

#include <utility>

namespace khabar::store {

namespace {

constexpr int cannot_open = 14;  // SQLITE_CANTOPEN
constexpr int input_output = 10; // SQLITE_IOERR

[[noreturn]] void refuse(int code, const std::filesystem::path& file, const std::string& why) {
    throw StoreError(code, file.string() + ": " + why);
}

// Made by us, so that it is never readable by others: VACUUM INTO takes an empty file.
disk::NewFile begin(const std::filesystem::path& target) {
    const std::filesystem::path part = target.string() + ".part";
    std::filesystem::remove(part); // what a killed backup left
    auto made = disk::NewFile::create(part, 0600);
    if (!made) refuse(cannot_open, part, made.error().message());
    return std::move(*made);
}

void require_whole(const std::filesystem::path& copy, const Database& original) {
    const Database opened(copy, Database::Mode::read_only);
    const auto damage = find_damage(opened);
    if (!damage.empty())
        throw StoreError(11, original.file() + ": the copy is damaged (" + damage.front() +
                                 "), so the original is; `khabar db check` tells more"); // SQLITE_CORRUPT
}

} // namespace

void backup(const Database& database, const std::filesystem::path& target) {
    if (std::filesystem::exists(target))
        refuse(cannot_open, target, "exists already; name a new file, or move the old one away");
    disk::NewFile part = begin(target);
    Statement copy = database.prepare("VACUUM INTO ?1");
    copy.bind_all(part.name().string());
    copy.run();
    require_whole(part.name(), database);
    if (const auto error = part.become(target)) refuse(input_output, target, error.message());
    if (const auto error = disk::sync_folder_of(target)) refuse(input_output, target, error.message());
}

} // namespace khabar::store
