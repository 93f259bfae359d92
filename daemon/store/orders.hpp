#pragma once
// What an operator's commands ask of the daemon: rows that the daemon looks for, obeys and answers. They work
// across users, sandboxes and restarts, because all they need is the database; an order that was given while
// no daemon ran is obeyed by the next one. Obeying twice must do no harm: after a crash it happens.
//
// Beside each order the command changes the source's row itself (sources.hpp), in the same transaction, so
// that the order of things is the same whether a daemon runs or not.

#include "daemon/store/database.hpp"
#include "daemon/store/time.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

enum class Verb : std::uint8_t { pause, resume, reset, poll_now, reload, reset_host, set_host };

[[nodiscard]] std::string_view name(Verb verb) noexcept; // "poll-now"

struct Order {
    std::int64_t id = 0;
    Verb verb = Verb::pause;
    std::string subject; // source id or host group; empty for reload
};

// For readers, who may not migrate: whether the tables are there.
[[nodiscard]] bool has_orders(const Database& database);

// Inside the caller's Transaction. An older order of the same kind for the same subject that nobody has
// obeyed is taken back: a pause and a resume are of one kind.
std::int64_t give_order(Database& database, Verb verb, std::string_view subject, Time now);

// Those without an answer, oldest first.
[[nodiscard]] std::vector<Order> open_orders(const Database& database, std::int64_t limit);

// Inside the caller's Transaction.
void answer_order(Database& database, std::int64_t id, std::string_view answer);
// None while nobody has obeyed it; an order that was taken back is answered with "".
[[nodiscard]] std::optional<std::string> find_answer(const Database& database, std::int64_t id);
// Answers nobody will ask for any more.
void forget_answers(Database& database, Time given_before);

// Delays that the operator set, by host group: instead of all that pacing learnt. Written by commands only.
struct HostRule {
    std::string group;
    std::chrono::milliseconds delay{};
};
[[nodiscard]] std::vector<HostRule> load_host_rules(const Database& database);
// Inside the caller's Transaction. None: no rule any more.
void set_host_rule(Database& database, std::string_view group,
                   std::optional<std::chrono::milliseconds> delay);

} // namespace khabar::store
