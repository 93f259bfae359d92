#pragma once
// A migrated database in memory, or a folder for one on disk that is gone at the end of the test.

#include "daemon/store/articles.hpp"
#include "daemon/store/schema.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace khabar::store {

// Where a test needs a file and not just a database.
struct DatabaseFolder : test::TemporaryFolder {
    [[nodiscard]] std::filesystem::path file(const char* name = "khabar.db") const { return *this / name; }
};

class StoreTest : public testing::Test {
  protected:
    StoreTest() { migrate(database); }

    // Anything that is not said is made from the number.
    static NewArticle article(int number, std::string title = {}, std::string text = {}) {
        NewArticle made;
        made.key = "example.org/" + std::to_string(number);
        made.url = "https://" + made.key;
        made.title = title.empty() ? "Title " + std::to_string(number) : std::move(title);
        made.text = std::move(text);
        made.source_id = "example";
        made.fetched_at = Time(std::chrono::seconds(1'700'000'000 + number));
        return made;
    }
    std::int64_t add(const NewArticle& made) {
        Transaction transaction(database);
        const InsertedArticle inserted = insert_article(database, made);
        transaction.commit();
        return inserted.id;
    }

    Database database{":memory:"};
};

inline Time at(std::int64_t seconds) {
    return Time(std::chrono::seconds(seconds));
}

} // namespace khabar::store
