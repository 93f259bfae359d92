#include "daemon/pipeline/loop/archive.hpp"

#include "daemon/store/schema.hpp"

namespace khabar::pipeline {

namespace {

store::Database open(const std::filesystem::path& file) {
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
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
