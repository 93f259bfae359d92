#include "daemon/pipeline/loop/archive.hpp"

#include "daemon/store/schema.hpp"

#include <system_error>

namespace khabar::pipeline {

namespace {

constexpr int cannot_open_code = 14; // SQLITE_CANTOPEN

void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw store::StoreError(cannot_open_code, folder.string() + ": " + error.message());
}

store::Database open(const std::filesystem::path& file) {
    if (file.has_parent_path()) make_folder(file.parent_path());
    store::Database database(file);
    store::migrate(database);
    story::create_tables(database);
    return database;
}

} // namespace

Archive::Archive(const std::filesystem::path& file, const story::Rules& rules)
    : rules_(rules),
      writer_(std::make_unique<store::Writer>(open(file))) {}

Archive::~Archive() {
    writer_->stop();
}

story::StoryIndex& Archive::stories(store::Database& database) {
    if (!stories_)
        stories_ = std::make_unique<story::StoryIndex>(database, story::stored_texts(database), rules_);
    return *stories_;
}

void Archive::look_for_damage(const std::exception_ptr& error) {
    if (!error || !on_damage_) return;
    try {
        std::rethrow_exception(error);
    } catch (const store::StoreError& failure) {
        if (failure.corrupt_file()) std::exchange(on_damage_, nullptr)(failure);
    } catch (...) {
        return; // a task's own affair
    }
}

} // namespace khabar::pipeline
