#include "daemon/pipeline/link_turns.hpp"

#include <algorithm>

namespace khabar::pipeline {

void LinkTurns::add(const std::string& source, poll::Time due) {
    const auto busy = busy_.find(source);
    if (busy != busy_.end() && busy->second.turn) {
        busy->second.turn = std::min(*busy->second.turn, due);
        return;
    }
    const std::optional<poll::Time> before = waiting_.due(source);
    if (!before || due < *before) waiting_.set(source, due);
}

std::optional<LinkTurns::Turn> LinkTurns::next(poll::Time now) {
    while (const std::optional<poll::Due> due = waiting_.pop_due(now)) {
        const auto busy = busy_.find(due->source);
        const std::size_t taken = busy == busy_.end() ? 0 : busy->second.links;
        if (taken < per_source_) return Turn{due->source, per_source_ - taken};
        busy->second.turn = due->at;
    }
    return std::nullopt;
}

void LinkTurns::begun(const std::string& source) {
    ++busy_[source].links;
}

void LinkTurns::ended(const std::string& source) {
    const auto busy = busy_.find(source);
    if (busy == busy_.end()) return;
    if (busy->second.turn) waiting_.set(source, *busy->second.turn);
    busy->second.turn.reset();
    if (--busy->second.links == 0) busy_.erase(busy);
}

} // namespace khabar::pipeline
