#include "daemon/store/site_traits.hpp"

#include <bit>

namespace khabar::store {

namespace {

struct SiteRow {
    std::int64_t pages = 0, traits = 0;
};

SiteRow find_site(const Database& database, std::string_view site) {
    Statement row = database.prepare("SELECT pages, traits FROM site WHERE name = ?1");
    row.bind_all(site);
    return row.step() ? SiteRow{row.integer(0), row.integer(1)} : SiteRow{};
}

// Returns how many traits are new.
std::int64_t count_traits(Database& database, std::string_view site, const article::PageTraits& traits) {
    Statement again =
        database.prepare("UPDATE site_trait SET pages = pages + 1 WHERE site = ?1 AND hash = ?2");
    Statement first = database.prepare("INSERT INTO site_trait(site, hash, pages) VALUES(?1, ?2, 1)");
    std::int64_t added = 0;
    for (const std::uint64_t hash : traits.hashes) {
        const auto stored = std::bit_cast<std::int64_t>(hash);
        again.bind_all(site, stored).run();
        if (database.changes() != 0) continue;
        first.bind_all(site, stored).run();
        ++added;
    }
    return added;
}

// Down to three quarters of the bound, so that it is not done on every page; the rarest first.
std::int64_t evict(Database& database, std::string_view site, std::int64_t traits) {
    const std::int64_t surplus = traits - max_site_traits * 3 / 4;
    database
        .prepare("DELETE FROM site_trait WHERE site = ?1 AND hash IN "
                 "(SELECT hash FROM site_trait WHERE site = ?1 ORDER BY pages LIMIT ?2)")
        .bind_all(site, surplus)
        .run();
    return traits - database.changes();
}

// Halves every count, and with it how much the past weighs against the pages to come.
SiteRow age(Database& database, std::string_view site, SiteRow row) {
    database.prepare("DELETE FROM site_trait WHERE site = ?1 AND pages = 1").bind_all(site).run();
    row.traits -= database.changes();
    database.prepare("UPDATE site_trait SET pages = pages / 2 WHERE site = ?1").bind_all(site).run();
    row.pages /= 2;
    return row;
}

} // namespace

void add_page(Database& database, std::string_view site, const article::PageTraits& traits) {
    SiteRow row = find_site(database, site);
    ++row.pages;
    row.traits += count_traits(database, site, traits);
    if (row.pages >= site_pages_window) row = age(database, site, row);
    if (row.traits > max_site_traits) row.traits = evict(database, site, row.traits);
    database.prepare("INSERT OR REPLACE INTO site(name, pages, traits) VALUES(?1, ?2, ?3)")
        .bind_all(site, row.pages, row.traits)
        .run();
}

article::SiteMemory load_site_memory(const Database& database, std::string_view site) {
    article::SiteMemory memory;
    memory.set_pages(static_cast<std::uint32_t>(find_site(database, site).pages));
    Statement row = database.prepare("SELECT hash, pages FROM site_trait WHERE site = ?1");
    row.bind_all(site);
    while (row.step())
        memory.set(std::bit_cast<std::uint64_t>(row.integer(0)), static_cast<std::uint32_t>(row.integer(1)));
    return memory;
}

} // namespace khabar::store
