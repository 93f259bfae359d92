#pragma once
// What is known of each origin's robots.txt, and whether it must be asked for again (RFC 9309 §2.3.1, §2.4).
// A file that was read holds for 24 h; a 4xx allows everything; an origin that answers 5xx or not at all
// forbids everything, unless it was read before: then the old rules go on. Bounded: 16 MiB and 20,000
// origins, least recently used out first.

#include "daemon/poll/time.hpp"
#include "parsers/base/result.hpp"
#include "parsers/robots/robots.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace khabar::poll {

inline constexpr std::size_t robots_bytes = 512u
                                            << 10;   // read at most (RFC 9309 §2.5 asks for 500 KiB or more)
inline constexpr std::uint32_t robots_redirects = 5; // RFC 9309 §2.3.1.2

// Whether an answer says no more than none would (RFC 9309 §2.3.1.4). 429 too: it asks for less, not for
// everything.
[[nodiscard]] constexpr bool is_unreachable(int status) noexcept {
    return status == 429 || status < 200 || status >= 500;
}

enum class RobotsKind : std::uint8_t { rules, allow_all, forbid_all };

struct RobotsRecord {
    std::string origin; // "https://example.org"
    RobotsKind kind = RobotsKind::allow_all;
    robots::Robots robots; // empty unless rules
    Time fetched{};        // when `robots` was last read, or the first failure
    Time expires{};
    std::optional<Errc> failure = {}; // of forbid_all, while the process remembers
};

struct RobotsAnswer {
    bool known = false;          // false: fetch robots.txt of this origin, then ask again
    robots::Verdict verdict;     // where known
    bool unreachable = false;    // forbidden only because robots.txt could not be had
    std::optional<Errc> failure; // and why, where that is known
    std::optional<std::chrono::milliseconds> crawl_delay;
};

class RobotsCache {
  public:
    struct Limits {
        std::size_t bytes = 16u << 20;
        std::size_t origins = 20'000;
    };
    explicit RobotsCache(Limits limits);
    RobotsCache() : RobotsCache(Limits{}) {}

    // `path` as in the request line. /robots.txt itself is always allowed.
    [[nodiscard]] RobotsAnswer ask(std::string_view origin, std::string_view path, Time now);

    // An answer came, now or in a former run: one that has expired since is not known, but goes on where the
    // next try fails. `body` is read for 2xx.
    void answered(std::string_view origin, int status, std::string_view body, std::string_view agent,
                  Time now);
    // None came. too_many_redirects counts as a 4xx (RFC 9309 §2.3.1.2); all else as unreachable.
    void failed(std::string_view origin, Errc error, Time now);

    [[nodiscard]] const RobotsRecord* find(std::string_view origin) const;

    [[nodiscard]] std::size_t size() const noexcept { return index_.size(); }
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }

  private:
    struct Entry {
        RobotsRecord record;
        std::size_t bytes = 0;
    };
    using Entries = std::list<Entry>;

    void put(RobotsRecord record);
    void shrink();

    Limits limits_;
    Entries entries_;                                               // most recently used first
    std::unordered_map<std::string_view, Entries::iterator> index_; // keys point into entries_
    std::size_t bytes_ = 0;
};

} // namespace khabar::poll
