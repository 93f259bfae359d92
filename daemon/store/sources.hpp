#pragma once
// What the daemon knows of each source beside its configuration: poll state, and its last attempts. Keyed by
// the configured id; a feed that `khabar fetch` was given by its address, by that.

#include "daemon/store/database.hpp"
#include "daemon/store/time.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

inline constexpr int kept_attempts = 30;

struct SourceTotals {
    std::int64_t polls = 0, new_links = 0, known_links = 0, failed_polls = 0;
};

struct SourceState {
    std::string id;
    std::string feed_url;            // in force: the configured one, or where confirmed redirects led
    std::string configured_url;      // when it was saved; where it differs from today's, feed_url is stale
    std::string etag, last_modified; // opaque, with quotes
    std::optional<Time> next_due;
    std::chrono::seconds interval{};
    std::string interval_reason; // in words, for a person
    std::uint32_t failures = 0;  // consecutive
    std::string failure_class;   // of the last poll; empty after a good one
    std::optional<Time> last_attempt, last_success;
    std::string redirect_url; // permanent redirect last observed, and how many times running
    std::uint32_t redirect_seen = 0;
    bool paused = false; // the operator's word: pause_source() changes it, saving a state does not
    std::string policy;  // whatever else daemon/poll wants back; opaque here
    SourceTotals totals; // read only: save_poll counts them
};

struct Attempt {
    Time at{};
    std::string outcome; // "ok", "not_modified", or name(Errc)
    int status = 0;      // HTTP; 0 where no answer came
    std::uint32_t new_links = 0, known_links = 0, failed_links = 0;
    std::chrono::milliseconds duration{};
    std::string error; // detail; empty where all went well
};

struct PollRecord {
    SourceState state; // as it is after the poll
    Attempt attempt;
};

// Saves both, adds the attempt to the totals, and forgets all but the last kept_attempts. Inside the caller's
// Transaction.
void save_poll(Database& database, const PollRecord& record);

// Saves the state alone (a changed schedule); totals and pause stay. Inside the caller's Transaction.
void save_source_state(Database& database, const SourceState& state);

// What an operator orders, of a source that may never have been polled. Inside the caller's Transaction.
void pause_source(Database& database, std::string_view id, bool paused);
// Forgets validators, failures, interval, an adopted redirect and all that daemon/store/inputs.hpp keeps of
// its inputs; totals, attempts and pause stay. Due now.
void reset_source(Database& database, std::string_view id, Time now);
void make_source_due(Database& database, std::string_view id, Time now);

// What a scheduler must know of a source.
struct SourcePlan {
    std::string id;
    std::string configured_url;   // whose plan it is
    std::optional<Time> next_due; // none where no poll has decided it
    bool paused = false;
};

[[nodiscard]] std::vector<SourcePlan> load_source_plans(const Database& database); // of all sources
[[nodiscard]] std::optional<SourcePlan> load_source_plan(const Database& database, std::string_view id);

[[nodiscard]] std::vector<SourceState> load_source_states(const Database& database);
[[nodiscard]] std::optional<SourceState> load_source_state(const Database& database, std::string_view id);

// How long after its publication an article is stored, in the middle: of the last delay_sample articles,
// those whose date is known.
inline constexpr int delay_sample = 101;
[[nodiscard]] std::optional<std::chrono::seconds> median_delay(const Database& database, std::string_view id);

// Latest first.
[[nodiscard]] std::vector<Attempt> load_attempts(const Database& database, std::string_view id);
[[nodiscard]] std::optional<Attempt> last_attempt(const Database& database, std::string_view id);

} // namespace khabar::store
