#include "daemon/pipeline/source/poll_record.hpp"
#include "daemon/store/schema.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

// A sitemap whose files are called otherwise at every poll.
TEST(PollRecord, RemembersNoMoreDocumentsThanOneSitemapMayName) {
    store::Database database(":memory:");
    store::migrate(database);
    settings::Source source;
    source.id = "paper";
    source.url = "https://a.example/sitemap.xml";
    source.kind = settings::SourceKind::sitemap;
    PollFindings poll;
    poll.source = known_source(std::make_shared<const settings::Source>(source), nullptr);
    poll.ended = poll::Time(std::chrono::seconds(1'760'000'000));
    store::Transaction transaction(database);
    for (std::int64_t i = 0; i < store::most_documents; ++i)
        store::save_document(database, source.id, {.url = "https://a.example/old/" + std::to_string(i)});
    const store::Time now(std::chrono::seconds(1'760'000'000));
    poll.reading.documents = {{.url = "https://a.example/new", .read_at = now}};
    static_cast<void>(record_poll(database, poll));
    const auto documents = store::load_documents(database, source.id);
    EXPECT_EQ(documents.size(), static_cast<std::size_t>(store::most_documents));
    EXPECT_EQ(documents.front().url, "https://a.example/new");
}

} // namespace
} // namespace khabar::pipeline
