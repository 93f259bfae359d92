#include "daemon/store/inputs.hpp"

#include "daemon/store/article_row.hpp"

namespace khabar::store {

InputState load_input_state(const Database& database, std::string_view source_id) {
    Statement statement = database.prepare(
        "SELECT used, misses, since, retried, reason FROM source_input WHERE source_id = ?1");
    statement.bind_all(source_id);
    InputState state;
    if (!statement.step()) return state;
    state.used = static_cast<std::uint32_t>(statement.integer(0));
    state.misses = static_cast<std::uint32_t>(statement.integer(1));
    state.since = time_at(statement, 2);
    state.retried = time_at(statement, 3);
    state.reason = statement.string(4);
    return state;
}

void save_input_state(Database& database, std::string_view source_id, const InputState& state) {
    database
        .prepare(
            "INSERT INTO source_input(source_id, used, misses, since, retried, reason) "
            "VALUES(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(source_id) DO UPDATE SET used = ?2, misses = ?3, "
            "since = ?4, retried = ?5, reason = ?6")
        .bind_all(source_id, state.used, state.misses, seconds(state.since), seconds(state.retried),
                  state.reason)
        .run();
}

std::vector<Document> load_documents(const Database& database, std::string_view source_id) {
    Statement statement = database.prepare(
        "SELECT url, etag, last_modified, listed, read_at, validators_from, entries, distrusted "
        "FROM source_document WHERE source_id = ?1");
    statement.bind_all(source_id);
    std::vector<Document> documents;
    while (statement.step()) {
        Document& document = documents.emplace_back();
        document.url = statement.string(0);
        Validators& validators = document.validators;
        validators.etag = statement.string(1);
        validators.last_modified = statement.string(2);
        document.listed = statement.string(3);
        document.read_at = time_at(statement, 4).value_or(Time{});
        validators.from = statement.string(5);
        validators.entries = static_cast<std::uint64_t>(statement.integer(6));
        validators.distrusted = statement.integer(7) != 0;
    }
    return documents;
}

void save_document(Database& database, std::string_view source_id, const Document& document) {
    const Validators& validators = document.validators;
    database
        .prepare("INSERT INTO source_document(source_id, url, etag, last_modified, listed, read_at, "
                 "validators_from, entries, distrusted) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
                 "ON CONFLICT(source_id, url) DO UPDATE SET etag = ?3, last_modified = ?4, listed = ?5, "
                 "read_at = ?6, validators_from = ?7, entries = ?8, distrusted = ?9")
        .bind_all(source_id, document.url, validators.etag, validators.last_modified, document.listed,
                  seconds(document.read_at), validators.from, static_cast<std::int64_t>(validators.entries),
                  validators.distrusted ? 1 : 0)
        .run();
}

void forget_documents(Database& database, std::string_view source_id, std::int64_t most) {
    Statement count = database.prepare("SELECT count(*) FROM source_document WHERE source_id = ?1");
    count.bind_all(source_id);
    if (!count.step() || count.integer(0) <= most) return;
    database
        .prepare(
            "DELETE FROM source_document WHERE source_id = ?1 AND url IN (SELECT url FROM source_document "
            "WHERE source_id = ?1 ORDER BY read_at DESC, url LIMIT -1 OFFSET ?2)")
        .bind_all(source_id, most)
        .run();
}

std::vector<std::uint64_t> load_passed_over(const Database& database, std::string_view source_id) {
    Statement statement = database.prepare("SELECT hash FROM passed_over WHERE source_id = ?1");
    statement.bind_all(source_id);
    std::vector<std::uint64_t> hashes;
    while (statement.step())
        hashes.push_back(static_cast<std::uint64_t>(statement.integer(0)));
    return hashes;
}

void save_passed_over(Database& database, std::string_view source_id, std::span<const std::uint64_t> hashes) {
    Statement insert = database.prepare("INSERT OR IGNORE INTO passed_over(source_id, hash) VALUES(?1, ?2)");
    for (const std::uint64_t hash : hashes)
        insert.bind_all(source_id, static_cast<std::int64_t>(hash)).run();
}

void forget_inputs(Database& database, std::string_view source_id) {
    for (const std::string_view remove :
         {"DELETE FROM source_input WHERE source_id = ?1", "DELETE FROM source_document WHERE source_id = ?1",
          "DELETE FROM passed_over WHERE source_id = ?1"})
        database.prepare(remove).bind_all(source_id).run();
}

} // namespace khabar::store
