#include "daemon/store/site_traits.hpp"

#include "test_database.hpp"

namespace khabar::store {
namespace {

class SiteTraits : public StoreTest {
  protected:
    std::int64_t rows() {
        Statement count = database.prepare("SELECT count(*) FROM site_trait");
        return count.step() ? count.integer(0) : -1;
    }
};

constexpr std::uint64_t high = 0xffff'ffff'ffff'fff0; // does not fit a signed integer

TEST_F(SiteTraits, CountsPagesAndTraitsOfEachSite) {
    add_page(database, "a", {{1, 2, high}});
    add_page(database, "a", {{2, high}});
    add_page(database, "b", {{2}});
    const auto memory = load_site_memory(database, "a");
    EXPECT_EQ(memory.pages(), 2U);
    EXPECT_EQ(memory.counts().at(1), 1U);
    EXPECT_EQ(memory.counts().at(2), 2U);
    EXPECT_EQ(memory.counts().at(high), 2U);
    EXPECT_EQ(load_site_memory(database, "b").counts().size(), 1U);
    EXPECT_EQ(load_site_memory(database, "c").pages(), 0U);
}

TEST_F(SiteTraits, TheBoundEvictsWhatStoodOnOnePageOnly) {
    Transaction transaction(database);
    std::uint64_t next = 1000;
    for (int page = 0; page < 30; ++page) {
        article::PageTraits traits{{1, 2, 3}};
        for (int i = 0; i < 997; ++i)
            traits.hashes.push_back(next++);
        add_page(database, "a", traits);
        ASSERT_LE(rows(), max_site_traits);
    }
    const auto memory = load_site_memory(database, "a");
    for (const std::uint64_t hash : {1U, 2U, 3U})
        EXPECT_EQ(memory.counts().at(hash), 30U);
    Statement row = database.prepare("SELECT traits FROM site WHERE name = 'a'");
    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.integer(0), rows());
}

TEST_F(SiteTraits, OldPagesWeighLessAndLess) {
    Transaction transaction(database);
    for (std::int64_t page = 0; page < site_pages_window; ++page)
        add_page(database, "a", {{1}});
    for (std::int64_t page = 0; page < 3 * site_pages_window; ++page)
        add_page(database, "a", {{2}});
    const auto memory = load_site_memory(database, "a");
    EXPECT_LT(memory.pages(), site_pages_window);
    EXPECT_LT(memory.counts().at(1), 20U);
    EXPECT_LE(memory.counts().at(2), memory.pages());
    EXPECT_GT(memory.counts().at(2), memory.pages() * 9 / 10);
}

} // namespace
} // namespace khabar::store
