#pragma once
// Conditional polls, and servers that lie about them: the same ETag for another feed, or 304 for ever. Every
// 24th poll of a source asks without validators; where a document has changed behind the same ones, or the
// server says 304 to old ones although it just sent something else, its validators are never sent again.
// (Media Cloud's rss-fetcher turned conditional requests off altogether because of such servers.) One rule
// for every document of a source: its own address, its fallbacks, the files of a sitemap.

#include "daemon/net/response.hpp"
#include "daemon/pipeline/source/discover.hpp"
#include "daemon/pipeline/source/document_fetch.hpp"
#include "daemon/store/inputs.hpp"
#include "parsers/sitemap/sitemap.hpp"

#include <cstdint>
#include <vector>

namespace khabar::pipeline {

// Is this poll, the source's `polls`+1st, one that believes no validators?
[[nodiscard]] bool asks_whole(std::int64_t polls) noexcept;

// How a document is read: by which khabar, which rules of keys, in which time zone, and of a page which
// links. Read another way (an upgrade, a reload, the end of summer time), the same bytes may hold other
// entries.
struct Way {
    std::uint16_t mark = 1; // never 0; two ways share one in 1 of 32,768 cases
};
[[nodiscard]] Way way_of_reading(const settings::SourceInput& input, std::chrono::minutes zone);

// Of the entries' keys and dates of change, in any order: a new lastBuildDate or a counter is no other feed.
// Of two ways of reading the digests are not comparable, and judge() sees that. Never 0.
[[nodiscard]] std::uint64_t entries_digest(const std::vector<Candidate>& candidates, Way way);
[[nodiscard]] std::uint64_t entries_digest(const sitemap::Sitemap& sitemap, Way way);

enum class Verdict : std::uint8_t {
    trust,
    liar,
    ask_again, // conditionally with the known validators: who says 304 now is a liar
};
// Of a good answer that holds these entries, to a request with the known validators (`sent`) or without.
[[nodiscard]] Verdict judge(const store::Validators& known, bool sent, const net::Response& response,
                            std::uint64_t entries);

// What is known after a good answer. A 304 brings what it names and leaves the rest as it was.
[[nodiscard]] store::Validators kept(store::Validators known, const net::Response& response,
                                     std::uint64_t entries);

// A good answer, and what it is judged by.
struct Judged {
    std::shared_ptr<const net::Response> response;
    std::uint64_t entries = 0; // what it holds; nothing of a 304
    store::Validators known;   // of the document, until then
    bool whole = false;        // they were not sent on purpose
};

// What is known of the document from now on: kept(), distrusted where judge() finds a lie. Where that takes
// another question, `ticket` is released first: the question takes one of its own. `request` is the one that
// was answered.
[[nodiscard]] boost::asio::awaitable<store::Validators>
validators_after(Hosts& hosts, DocumentRequest request, Judged judged, HostGate::Ticket& ticket);

} // namespace khabar::pipeline
