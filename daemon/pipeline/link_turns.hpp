#pragma once
// Whose article links are taken from the queue next. Sources wait in a heap until their next link is due; who
// was served goes behind all others that are due. A turn costs O(log n) in the sources that have pending
// links, and nothing in how many links they have. No I/O, no clock.

#include "daemon/poll/schedule.hpp"
#include "daemon/poll/time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

namespace khabar::pipeline {

class LinkTurns {
  public:
    // Links of one source that may be in work at once: at least 1.
    void limit(std::size_t per_source) { per_source_ = per_source; }

    // The source has a pending link that is due at `due`. Brings its turn forward, never back.
    void add(const std::string& source, poll::Time due);

    struct Turn {
        std::string source;
        std::size_t most = 0; // links it may begin now
    };
    // The source that has waited longest of those due, taken off: add() puts it back when it has more links.
    [[nodiscard]] std::optional<Turn> next(poll::Time now);
    [[nodiscard]] std::optional<poll::Time> next_due() const { return waiting_.next_due(); }

    void begun(const std::string& source);
    void ended(const std::string& source);

  private:
    struct Busy {
        std::size_t links = 0;
        std::optional<poll::Time> turn; // that came while all its places were taken
    };

    std::size_t per_source_ = 1;
    poll::Schedule waiting_;
    std::unordered_map<std::string, Busy> busy_;
};

} // namespace khabar::pipeline
