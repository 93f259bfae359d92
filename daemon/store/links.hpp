#pragma once
// The queue of article links: what was discovered and is still to be fetched, and what became of it. It
// survives a restart; a link stays known for ever, so that nothing is fetched twice. Changes inside the
// caller's Transaction.

#include "daemon/store/database.hpp"
#include "daemon/store/time.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

inline constexpr std::size_t max_link_html = 1u << 20; // content_html and summary_html beyond this are cut

enum class LinkState : std::uint8_t {
    pending, // to be fetched when due, for the first time or again
    done,    // its article is stored
    failed,  // given up
    gone,    // the server says it will not come back
};

struct NewLink {
    std::string key; // url::canonical_key
    std::string url; // url::fetch_form
    std::string source_id;
    std::string entry_id, title, summary_html, content_html;
    std::string published; // as the feed said, ISO 8601; empty where it did not
    std::vector<std::string> authors, categories;
    std::string image;     // that the feed shows with it; absolute, empty where none
    bool complete = false; // content_html is the whole article: its page need not be fetched
    Time due{};            // when to fetch it; the past is at once
};

struct Link : NewLink {
    std::int64_t id = 0;
    Time discovered_at{};
    std::optional<std::int64_t> article; // that was stored of it: pending then means to be looked at again
    LinkState state = LinkState::pending;
    std::uint32_t attempts = 0;      // ended ones
    std::string error, error_detail; // name(Errc) and detail of the last failure
};

struct AddedLinks {
    std::size_t added = 0, known = 0; // known: as a link or as an article
};

// Adds those whose key is neither a link nor an article. The same key twice in `links`: the first counts.
AddedLinks add_links(Database& database, std::span<const NewLink> links, Time now);

// For each key whether it is known.
[[nodiscard]] std::vector<bool> known_keys(const Database& database, std::span<const std::string> keys);

// New links of a source since then: for its daily bound.
[[nodiscard]] std::int64_t count_links_since(const Database& database, std::string_view source_id,
                                             Time since);

// Those of a source that are pending and due at `now`, longest due first. A link that is being worked on
// stays due until it ends or is put off: see postpone_link.
[[nodiscard]] std::vector<Link> due_links_of(const Database& database, std::string_view source_id, Time now,
                                             std::size_t limit);

// When the next pending link of a source comes due; none where there is none. O(log n).
[[nodiscard]] std::optional<Time> next_link_due(const Database& database, std::string_view source_id);

// The same of every source that has pending links, by id: one look-up a source, however many links it has.
struct SourceDue {
    std::string source_id;
    Time due{};
};
[[nodiscard]] std::vector<SourceDue> next_links_due(const Database& database);

// At the daemon's start: what a run that died had claimed (due within `lease` from now) is due at once, and
// what was put off further than `longest`, by a clock that was wrong, as well; stored pages may wait longer
// for their next look. Returns how many.
std::int64_t recover_links(Database& database, Time now, std::chrono::seconds lease,
                           std::chrono::seconds longest);

[[nodiscard]] std::optional<Link> find_link(const Database& database, std::string_view key);

// Not an attempt: a host's pacing, or a lease while it is being fetched (a crash then only waits for
// `until`).
void postpone_link(Database& database, std::int64_t id, Time until);

// Ends. All count an attempt; done, failed and gone also forget the feed's HTML.
struct LinkFailure {
    std::string error, detail;    // name(Errc), and what it was
    std::optional<Time> retry_at; // none: given up
};
// `page`: what was wrong with the page where the feed's words were stored instead; empty where it is the
// page.
void link_done(Database& database, std::int64_t id, std::int64_t article_id, const LinkFailure& page = {});
// These two only where the link is pending still: another may have ended it meanwhile.
void link_failed(Database& database, std::int64_t id, const LinkFailure& failure);
void link_gone(Database& database, std::int64_t id, const LinkFailure& failure);

// Ended with an article that is there no longer: removed while somebody still worked on the link, perhaps.
[[nodiscard]] bool is_forgotten(const Database& database, std::int64_t id);

// A stored page that its feed says has changed: pending again, its attempts forgotten. False where the link
// is not known, not done, or due by then anyway.
bool reopen_link(Database& database, std::string_view key, Time due);
// The same for a link that has just ended, and is to be looked at again some day.
void revisit_link(Database& database, std::int64_t id, Time due);

// How many links of each state; of one source, or of all where empty. Stored pages that are to be looked at
// again are done.
struct LinkCounts {
    std::int64_t pending = 0, done = 0, failed = 0, gone = 0;
};
[[nodiscard]] LinkCounts count_links(const Database& database, std::string_view source_id = {});

} // namespace khabar::store
