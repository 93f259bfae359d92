#include "daemon/store/link_keys.hpp"

#include "parsers/url/canonical.hpp"

#include <string>
#include <vector>

namespace khabar::store {

namespace {

constexpr std::int64_t at_once = 1000;

struct Keyed {
    std::int64_t id = 0;
    std::string key, url;
};

// By id, not by a cursor over the table: writing goes on beneath it.
std::vector<Keyed> links_after(const Database& database, std::int64_t id) {
    Statement statement =
        database.prepare("SELECT id, key, url FROM link WHERE id > ?1 ORDER BY id LIMIT ?2");
    statement.bind_all(id, at_once);
    std::vector<Keyed> links;
    while (statement.step())
        links.push_back({statement.integer(0), statement.string(1), statement.string(2)});
    return links;
}

// Whether its key is another now.
bool follow(Database& database, const Keyed& link) {
    const auto url = url::Url::parse(link.url);
    if (!url) return false;
    const std::string key = url::canonical_key(*url);
    if (key == link.key) return false;
    for (const char* const sql : {"UPDATE OR IGNORE link SET key = ?2 WHERE key = ?1",
                                  "UPDATE OR IGNORE article SET key = ?2 WHERE key = ?1",
                                  "UPDATE OR IGNORE dropped_copy SET key = ?2 WHERE key = ?1"})
        database.prepare(sql).bind_all(link.key, key).run();
    return true;
}

// Only hashes of keys are kept of what a sitemap listed when it was read first: it is as if it were read
// first once more, or all of it would be new.
void forget_what_was_passed_over(Database& database) {
    database.execute("DELETE FROM source_document WHERE source_id IN (SELECT source_id FROM passed_over); "
                     "DELETE FROM passed_over");
}

} // namespace

void follow_key_rules(Database& database) {
    bool others = false;
    std::vector<Keyed> links = links_after(database, 0);
    for (; !links.empty(); links = links_after(database, links.back().id))
        for (const Keyed& link : links)
            others = follow(database, link) || others;
    if (others) forget_what_was_passed_over(database);
}

} // namespace khabar::store
