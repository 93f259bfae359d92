#include "daemon/store/hosts.hpp"

#include "daemon/store/article_row.hpp"
#include "parsers/text/utf8.hpp"

namespace khabar::store {

namespace {

std::int64_t count(std::chrono::milliseconds duration) {
    return duration.count();
}

} // namespace

void save_host(Database& database, const HostPacing& pacing) {
    database
        .prepare("INSERT OR REPLACE INTO host(name, next_allowed_ms, delay_ms, latency_ms, crawl_delay_ms, "
                 "strikes, reason, "
                 "policy) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .bind_all(pacing.group, count(pacing.next_allowed.time_since_epoch()), count(pacing.delay),
                  count(pacing.latency), count(pacing.crawl_delay), pacing.strikes, pacing.reason,
                  pacing.policy)
        .run();
}

std::vector<HostPacing> load_hosts(const Database& database) {
    Statement row = database.prepare("SELECT name, next_allowed_ms, delay_ms, latency_ms, crawl_delay_ms, "
                                     "strikes, reason, policy FROM host");
    std::vector<HostPacing> hosts;
    while (row.step()) {
        using std::chrono::milliseconds;
        hosts.push_back({row.string(0), FineTime(milliseconds(row.integer(1))), milliseconds(row.integer(2)),
                         milliseconds(row.integer(3)), milliseconds(row.integer(4)),
                         static_cast<std::uint32_t>(row.integer(5)), row.string(6), row.string(7)});
    }
    return hosts;
}

std::optional<FineTime> next_allowed(const Database& database, std::string_view group) {
    Statement row = database.prepare("SELECT next_allowed_ms FROM host WHERE name = ?1");
    row.bind_all(group);
    if (!row.step()) return std::nullopt;
    return FineTime(std::chrono::milliseconds(row.integer(0)));
}

void forget_host(Database& database, std::string_view group) {
    database.prepare("DELETE FROM host WHERE name = ?1").bind_all(group).run();
}

void forget_hosts(Database& database, FineTime before) {
    database.prepare("DELETE FROM host WHERE next_allowed_ms < ?1 AND strikes = 0")
        .bind_all(count(before.time_since_epoch()))
        .run();
}

void save_robots(Database& database, const RobotsRow& row) {
    // The file may be in any encoding; what is stored is valid UTF-8, and the rules that matter are ASCII.
    const std::string body = text::to_valid_utf8(std::string_view(row.body).substr(0, max_robots_bytes));
    database
        .prepare("INSERT OR REPLACE INTO robots(host, fetched_at, expires, status, body) VALUES(?1, ?2, ?3, "
                 "?4, ?5)")
        .bind_all(row.host, seconds(row.fetched_at), seconds(row.expires), row.status,
                  text::prefix(body, max_robots_bytes))
        .run();
}

std::optional<RobotsRow> find_robots(const Database& database, std::string_view host) {
    Statement row =
        database.prepare("SELECT host, fetched_at, expires, status, body FROM robots WHERE host = ?1");
    row.bind_all(host);
    if (!row.step()) return std::nullopt;
    return RobotsRow{row.string(0), time_at(row, 1).value_or(Time{}), time_at(row, 2).value_or(Time{}),
                     static_cast<int>(row.integer(3)), row.string(4)};
}

std::vector<RobotsState> load_robots_states(const Database& database) {
    Statement row = database.prepare("SELECT host, fetched_at, expires, status FROM robots ORDER BY host");
    std::vector<RobotsState> states;
    while (row.step())
        states.push_back({row.string(0), time_at(row, 1).value_or(Time{}), time_at(row, 2).value_or(Time{}),
                          static_cast<int>(row.integer(3))});
    return states;
}

void forget_robots(Database& database, Time expired_before) {
    database.prepare("DELETE FROM robots WHERE expires < ?1").bind_all(seconds(expired_before)).run();
}

} // namespace khabar::store
