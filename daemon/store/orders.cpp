#include "daemon/store/orders.hpp"

#include "daemon/store/article_row.hpp"
#include "daemon/store/orders_schema.hpp"
#include "daemon/store/schema.hpp"

#include <algorithm>
#include <array>

namespace khabar::store {

namespace {

// Once released, a step is never changed.
constexpr std::string_view first_version = R"sql(
CREATE TABLE operator_order(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    answer TEXT
) STRICT;
CREATE UNIQUE INDEX operator_order_open ON operator_order(subject, verb) WHERE answer IS NULL;
CREATE TABLE host_rule(
    name TEXT PRIMARY KEY,
    delay_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";
constexpr std::array<std::string_view, 1> steps{first_version};
constexpr std::string_view part = "orders";

constexpr std::array<std::pair<Verb, std::string_view>, 7> names{{{Verb::pause, "pause"},
                                                                  {Verb::resume, "resume"},
                                                                  {Verb::reset, "reset"},
                                                                  {Verb::poll_now, "poll-now"},
                                                                  {Verb::reload, "reload"},
                                                                  {Verb::reset_host, "reset-host"},
                                                                  {Verb::set_host, "set-host"}}};

std::optional<Verb> verb_from_name(std::string_view text) {
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.second == text; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

// What a later order of this verb makes pointless.
Verb opposite(Verb verb) {
    if (verb == Verb::pause) return Verb::resume;
    if (verb == Verb::resume) return Verb::pause;
    return verb;
}

} // namespace

std::string_view name(Verb verb) noexcept {
    return names[static_cast<std::size_t>(verb)].second;
}

void create_order_tables(Database& database) {
    migrate_part(database, part, steps);
}

bool has_orders(const Database& database) {
    return part_version(database, part) == static_cast<int>(steps.size());
}

std::int64_t give_order(Database& database, Verb verb, std::string_view subject, Time now) {
    database.prepare("DELETE FROM operator_order WHERE subject = ?1 AND verb IN (?2, ?3) AND answer IS NULL")
        .bind_all(subject, name(verb), name(opposite(verb)))
        .run();
    database.prepare("INSERT INTO operator_order(verb, subject, given_at) VALUES(?1, ?2, ?3)")
        .bind_all(name(verb), subject, seconds(now))
        .run();
    return database.last_insert_id();
}

std::vector<Order> open_orders(const Database& database, std::int64_t limit) {
    Statement row = database.prepare(
        "SELECT id, verb, subject FROM operator_order WHERE answer IS NULL ORDER BY id LIMIT ?1");
    row.bind_all(limit);
    std::vector<Order> orders;
    while (row.step())
        if (const auto verb = verb_from_name(row.text(1)))
            orders.push_back({row.integer(0), *verb, row.string(2)});
    return orders;
}

void answer_order(Database& database, std::int64_t id, std::string_view answer) {
    database.prepare("UPDATE operator_order SET answer = ?2 WHERE id = ?1").bind_all(id, answer).run();
}

std::optional<std::string> find_answer(const Database& database, std::int64_t id) {
    Statement row = database.prepare("SELECT answer FROM operator_order WHERE id = ?1");
    row.bind_all(id);
    if (!row.step()) return std::string();
    return row.is_null(0) ? std::nullopt : std::optional(row.string(0));
}

void forget_answers(Database& database, Time given_before) {
    database.prepare("DELETE FROM operator_order WHERE answer IS NOT NULL AND given_at < ?1")
        .bind_all(seconds(given_before))
        .run();
}

std::vector<HostRule> load_host_rules(const Database& database) {
    Statement row = database.prepare("SELECT name, delay_ms FROM host_rule ORDER BY name");
    std::vector<HostRule> rules;
    while (row.step())
        rules.push_back({row.string(0), std::chrono::milliseconds(row.integer(1))});
    return rules;
}

void set_host_rule(Database& database, std::string_view group,
                   std::optional<std::chrono::milliseconds> delay) {
    if (!delay) {
        database.prepare("DELETE FROM host_rule WHERE name = ?1").bind_all(group).run();
        return;
    }
    database.prepare("INSERT OR REPLACE INTO host_rule(name, delay_ms) VALUES(?1, ?2)")
        .bind_all(group, static_cast<std::int64_t>(delay->count()))
        .run();
}

} // namespace khabar::store
