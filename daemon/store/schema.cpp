#include "daemon/store/schema.hpp"

#include "daemon/store/link_keys.hpp"
#include "daemon/store/orders.hpp"
#include "daemon/store/orders_schema.hpp"
#include "daemon/store/search.hpp"
#include "parsers/url/canonical.hpp"

namespace khabar::store {

namespace {

// Columns that listings read stand first: SQLite need not walk a long text to reach them.
constexpr std::string_view articles_and_index = R"sql(
CREATE TABLE article(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    source_id TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    published_at INTEGER,
    updated_at INTEGER,
    published TEXT NOT NULL,
    updated TEXT NOT NULL,
    language TEXT NOT NULL,
    via TEXT NOT NULL CHECK (via IN ('page', 'feed')),
    content_hash INTEGER NOT NULL,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,
    site TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    image TEXT NOT NULL,
    credit TEXT NOT NULL,
    tags TEXT NOT NULL,
    lead TEXT NOT NULL,
    text TEXT NOT NULL,
    markdown TEXT NOT NULL
) STRICT;
CREATE INDEX article_source ON article(source_id, id);
CREATE INDEX article_fetched ON article(fetched_at);
CREATE VIRTUAL TABLE article_index USING fts5(title, lead, body, authors, stems, content='', tokenize='ascii');
)sql";

constexpr std::string_view queue_and_sources = R"sql(
CREATE TABLE link(
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    source_id TEXT NOT NULL,
    discovered_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'failed', 'gone')),
    attempts INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL,
    article_id INTEGER,
    error TEXT NOT NULL DEFAULT '',
    error_detail TEXT NOT NULL DEFAULT '',
    entry_id TEXT NOT NULL,
    published TEXT NOT NULL,
    title TEXT NOT NULL,
    summary_html TEXT NOT NULL,
    content_html TEXT NOT NULL
) STRICT;
CREATE INDEX link_due ON link(due, id) WHERE state = 'pending';
CREATE INDEX link_source_due ON link(source_id, due, id) WHERE state = 'pending';
CREATE INDEX link_source_state ON link(source_id, state, discovered_at);
CREATE TABLE source(
    id TEXT PRIMARY KEY,
    feed_url TEXT NOT NULL,
    configured_url TEXT NOT NULL,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    next_due INTEGER,
    interval INTEGER NOT NULL,
    interval_reason TEXT NOT NULL,
    failures INTEGER NOT NULL,
    failure_class TEXT NOT NULL,
    last_attempt INTEGER,
    last_success INTEGER,
    redirect_url TEXT NOT NULL,
    redirect_seen INTEGER NOT NULL,
    paused INTEGER NOT NULL,
    policy TEXT NOT NULL,
    polls INTEGER NOT NULL DEFAULT 0,
    new_links INTEGER NOT NULL DEFAULT 0,
    known_links INTEGER NOT NULL DEFAULT 0,
    failed_polls INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE attempt(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id TEXT NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    status INTEGER NOT NULL,
    new_links INTEGER NOT NULL,
    known_links INTEGER NOT NULL,
    failed_links INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    error TEXT NOT NULL
) STRICT;
CREATE INDEX attempt_source ON attempt(source_id, id);
)sql";

constexpr std::string_view hosts_and_sites = R"sql(
CREATE TABLE host(
    name TEXT PRIMARY KEY,
    next_allowed_ms INTEGER NOT NULL,
    delay_ms INTEGER NOT NULL,
    latency_ms INTEGER NOT NULL,
    crawl_delay_ms INTEGER NOT NULL,
    strikes INTEGER NOT NULL,
    reason TEXT NOT NULL,
    policy TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE robots(
    host TEXT PRIMARY KEY,
    fetched_at INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX robots_expires ON robots(expires);
CREATE TABLE site(
    name TEXT PRIMARY KEY,
    pages INTEGER NOT NULL,
    traits INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE site_trait(
    site TEXT NOT NULL,
    hash INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    PRIMARY KEY (site, hash)
) STRICT, WITHOUT ROWID;
)sql";

// Texts that an article had before its present one, and what was seen of its page after it was stored. A row
// of `revision` for every text, the present one too (its body stands in `article`), as soon as there are two.
constexpr std::string_view revisions_and_visits = R"sql(
CREATE TABLE revision(
    article INTEGER NOT NULL,
    number INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    via TEXT NOT NULL CHECK (via IN ('page', 'feed')),
    bytes INTEGER NOT NULL,
    changed TEXT NOT NULL,
    added INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    body BLOB,
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE visit(
    article INTEGER PRIMARY KEY,
    checked_at INTEGER NOT NULL,
    visits INTEGER NOT NULL DEFAULT 0,
    shorter INTEGER,
    shorter_at INTEGER,
    missing_at INTEGER,
    retracted_at INTEGER,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    validators_from TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE change(
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    article INTEGER,
    story INTEGER,
    revision INTEGER,
    other_story INTEGER,
    url TEXT
) STRICT;
CREATE TABLE dropped_copy(
    key TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    source_id TEXT NOT NULL,
    article INTEGER NOT NULL,
    at INTEGER NOT NULL,
    published_at INTEGER,
    title TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dropped_copy_article ON dropped_copy(article);
)sql";

// Several inputs of one source, sitemaps in several files, and what a listing says of an article beside its
// address.
constexpr std::string_view source_inputs = R"sql(
CREATE TABLE source_input(
    source_id TEXT PRIMARY KEY,
    used INTEGER NOT NULL,
    misses INTEGER NOT NULL,
    since INTEGER,
    retried INTEGER,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE source_document(
    source_id TEXT NOT NULL,
    url TEXT NOT NULL,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    listed TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (source_id, url)
) STRICT, WITHOUT ROWID;
CREATE TABLE passed_over(
    source_id TEXT NOT NULL,
    hash INTEGER NOT NULL,
    PRIMARY KEY (source_id, hash)
) STRICT, WITHOUT ROWID;
ALTER TABLE link ADD COLUMN authors TEXT NOT NULL DEFAULT '[]';
ALTER TABLE link ADD COLUMN categories TEXT NOT NULL DEFAULT '[]';
ALTER TABLE link ADD COLUMN complete INTEGER NOT NULL DEFAULT 0;
)sql";

// Retention looks for the oldest articles of a source.
constexpr std::string_view ages = R"sql(
CREATE INDEX article_source_fetched ON article(source_id, fetched_at);
)sql";

// Every document of a source is watched for validators that lie, as its own address is.
constexpr std::string_view document_validators = R"sql(
ALTER TABLE source_document ADD COLUMN validators_from TEXT NOT NULL DEFAULT '';
ALTER TABLE source_document ADD COLUMN entries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source_document ADD COLUMN distrusted INTEGER NOT NULL DEFAULT 0;
)sql";

// The picture that a feed shows of an article, for pages that name none and articles that are never fetched.
constexpr std::string_view link_pictures = R"sql(
ALTER TABLE link ADD COLUMN image TEXT NOT NULL DEFAULT '';
)sql";

// Removed articles used to leave their dropped copies behind.
constexpr std::string_view copies_of_nothing = R"sql(
DELETE FROM dropped_copy WHERE article NOT IN (SELECT id FROM article);
)sql";

// steps[i] leads from version i to i + 1. Once released, a step is never changed.
constexpr std::string_view first_version[] = {articles_and_index, queue_and_sources, hosts_and_sites};
constexpr std::string_view second_version[] = {revisions_and_visits};
constexpr std::string_view third_version[] = {source_inputs, ages};
constexpr std::string_view fourth_version[] = {document_validators};
constexpr std::string_view fifth_version[] = {link_pictures};
constexpr std::string_view sixth_version[] = {copies_of_nothing};
constexpr std::span<const std::string_view> steps[] = {first_version,  second_version, third_version,
                                                       fourth_version, fifth_version,  sixth_version};

constexpr std::string_view bookkeeping = R"sql(
CREATE TABLE part(name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)sql";

// These stand in the part table: by which folding rules the search index was written, by which rules keys.
constexpr std::string_view index_part = "search_index";
constexpr std::string_view keys_part = "link_keys";

[[noreturn]] void refuse(const Database& database, const std::string& what) {
    throw StoreError(26, database.file() + ": " + what); // SQLITE_NOTADB: not a database of ours
}

struct Identity {
    std::int64_t application = 0, version = 0;
    bool empty = true;
};

Identity identify(const Database& database) {
    try {
        return {database.pragma("application_id"), database.pragma("user_version"),
                database.pragma("schema_version") == 0};
    } catch (const StoreError& error) {
        if (!error.corrupt()) throw;
        refuse(database, "not an SQLite database (" + std::string(error.what()) +
                             "); name another file with store.database or --db, or restore a backup");
    }
}

void refuse_foreign_or_newer(const Database& database, const Identity& identity) {
    if (identity.application != application_id && !(identity.application == 0 && identity.empty))
        refuse(database, "a database of another program (application_id " +
                             std::to_string(identity.application) +
                             "); name another file with store.database or --db");
    if (identity.version > schema_version())
        refuse(database, "written by a newer khabar (version " + std::to_string(identity.version) +
                             " of the tables, this program knows " + std::to_string(schema_version()) +
                             "); install that khabar, or name another file");
}

void set_part_version(Database& database, std::string_view part, std::int64_t version) {
    database
        .prepare(
            "INSERT INTO part(name, version) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET version = ?2")
        .bind_all(part, version)
        .run();
}

void take_step(Database& database, std::size_t step) {
    Transaction transaction(database);
    if (database.pragma("user_version") != static_cast<std::int64_t>(step))
        return; // another process was first
    if (step == 0) {
        database.execute(bookkeeping);
        database.execute("PRAGMA application_id=" + std::to_string(application_id));
        set_part_version(database, index_part, search_index_rules);
        set_part_version(database, keys_part, url::key_rules);
    }
    for (const std::string_view sql : steps[step])
        database.execute(sql);
    database.execute("PRAGMA user_version=" + std::to_string(step + 1));
    transaction.commit();
}

// What was derived by other rules than the present ones.
void make_anew(Database& database, std::string_view part, int rules, void (*make)(Database&)) {
    if (part_version(database, part) == rules) return;
    Transaction transaction(database);
    make(database);
    set_part_version(database, part, rules);
    transaction.commit();
}

} // namespace

int schema_version() noexcept {
    return static_cast<int>(std::size(steps));
}

void migrate(Database& database) {
    const Identity identity = identify(database);
    refuse_foreign_or_newer(database, identity);
    database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
    for (auto step = static_cast<std::size_t>(identity.version); step < std::size(steps); ++step)
        take_step(database, step);
    create_order_tables(database);
    make_anew(database, index_part, search_index_rules, rebuild_search_index);
    make_anew(database, keys_part, url::key_rules, follow_key_rules);
}

void write_a_page(Database& database) {
    database.execute("INSERT INTO part(name, version) VALUES('last_written', 0) "
                     "ON CONFLICT(name) DO UPDATE SET version = 1 - version");
}

void require_current(const Database& database) {
    const Identity identity = identify(database);
    refuse_foreign_or_newer(database, identity);
    if (identity.empty)
        refuse(database, "holds nothing yet; `khabar run` or `khabar fetch --store` fills it");
    if (identity.version < schema_version() || !has_orders(database))
        refuse(database, "written by an older khabar (version " + std::to_string(identity.version) +
                             " of the tables); start `khabar run` once, it brings the file up to date");
}

void migrate_part(Database& database, std::string_view part, std::span<const std::string_view> part_steps) {
    const int version = part_version(database, part);
    if (version > static_cast<int>(part_steps.size()))
        refuse(database, "written by a newer khabar (version " + std::to_string(version) + " of " +
                             std::string(part) + "); install that khabar, or name another file");
    for (auto step = static_cast<std::size_t>(version); step < part_steps.size(); ++step) {
        Transaction transaction(database);
        if (part_version(database, part) != static_cast<int>(step)) continue; // another process was first
        database.execute(part_steps[step]);
        set_part_version(database, part, static_cast<std::int64_t>(step) + 1);
        transaction.commit();
    }
}

int part_version(const Database& database, std::string_view part) {
    Statement statement = database.prepare("SELECT version FROM part WHERE name = ?1");
    statement.bind_all(part);
    return statement.step() ? static_cast<int>(statement.integer(0)) : 0;
}

} // namespace khabar::store
