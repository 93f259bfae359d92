#include "daemon/pipeline/archive.hpp"

#include "daemon/store/articles.hpp"
#include "daemon/store/schema.hpp"

namespace khabar::pipeline {

namespace {

store::Database open(const std::filesystem::path& file, std::function<void()> while_working) {
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
    store::Database database(file);
    database.while_working(std::move(while_working));
    store::migrate(database);
    story::create_tables(database);
    database.while_working(nullptr);
    return database;
}

} // namespace

Archive::Archive(const std::filesystem::path& file, std::function<void()> while_opening)
    : writer_(std::make_unique<store::Writer>(open(file, std::move(while_opening)))) {}

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
