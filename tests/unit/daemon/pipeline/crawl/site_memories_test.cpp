#include "daemon/pipeline/crawl/site_memories.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

article::PageTraits traits(std::vector<std::uint64_t> hashes) {
    article::PageTraits made;
    made.hashes = std::move(hashes);
    return made;
}

TEST(SiteMemories, AMemoryInUseIsNotChangedUnderItsReader) {
    SiteMemories memories;
    memories.put("example.org", article::SiteMemory());
    const auto reading = memories.find("example.org");
    memories.add("example.org", traits({7}));
    EXPECT_EQ(reading->pages_with(7), 0U);
    EXPECT_EQ(memories.find("example.org")->pages_with(7), 1U);
}

TEST(SiteMemories, TheLeastRecentlyUsedGoesFirst) {
    SiteMemories memories;
    for (std::size_t i = 0; i < max_site_memories; ++i)
        memories.put("site" + std::to_string(i), article::SiteMemory());
    ASSERT_NE(memories.find("site0"), nullptr); // used again: now site1 is the oldest
    memories.put("one more", article::SiteMemory());
    EXPECT_NE(memories.find("site0"), nullptr);
    EXPECT_EQ(memories.find("site1"), nullptr);
}

TEST(SiteMemories, AddingToASiteThatIsNotHeldDoesNothing) {
    SiteMemories memories;
    memories.add("example.org", traits({7}));
    EXPECT_EQ(memories.find("example.org"), nullptr);
}

} // namespace
} // namespace khabar::pipeline
