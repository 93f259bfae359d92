#pragma once
// Conditional polls, and servers that lie about them: the same ETag for another feed, or 304 for ever. Every
// 24th poll asks without validators; where the feed has changed behind the same ones, or the server says 304
// to old ones although it just sent something else, its validators are never sent again. (Media Cloud's
// rss-fetcher turned conditional requests off altogether because of such servers.) Pure.

#include "daemon/net/request.hpp"
#include "daemon/net/response.hpp"
#include "daemon/pipeline/discover.hpp"
#include "daemon/pipeline/known_source.hpp"

#include <cstdint>
#include <vector>

namespace khabar::pipeline {

[[nodiscard]] bool may_ask_conditionally(const KnownSource& source) noexcept;
void add_validators(net::Request& request, const KnownSource& source);

// Of the entries' keys and dates of change, in any order: a new lastBuildDate or a counter is no other feed.
// Never 0.
[[nodiscard]] std::uint64_t entries_digest(const std::vector<Candidate>& candidates);

enum class Verdict : std::uint8_t {
    trust,
    liar,
    ask_again, // conditionally with the stored validators: who says 304 now is a liar
};
// Of a good answer whose feed has these entries.
[[nodiscard]] Verdict judge(const KnownSource& source, const net::Response& response, std::uint64_t entries);

// A 304 brings what it names and leaves the rest as it was.
void keep_validators(KnownSource& source, const net::Response& response, std::uint64_t entries);

} // namespace khabar::pipeline
