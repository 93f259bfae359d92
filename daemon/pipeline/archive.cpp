#include "daemon/pipeline/archive.hpp"

#include "daemon/store/articles.hpp"
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

Archive::Archive(const std::filesystem::path& file) : writer_(std::make_unique<store::Writer>(open(file))) {}

Archive::~Archive() {
    writer_->stop();
}

story::StoryIndex& Archive::stories(store::Database& database) {
    if (!stories_) {
        auto text_of = [&database](std::int64_t id) -> std::optional<story::StoredText> {
            auto article = store::find_article(database, id);
            if (!article) return std::nullopt;
            return story::StoredText{std::move(article->title), std::move(article->text)};
        };
        stories_ = std::make_unique<story::StoryIndex>(database, std::move(text_of));
    }
    return *stories_;
}

} // namespace khabar::pipeline
