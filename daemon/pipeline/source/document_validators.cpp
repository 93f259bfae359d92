#include "daemon/pipeline/source/document_validators.hpp"

#include "parsers/url/canonical.hpp"

namespace khabar::pipeline {

namespace {

constexpr std::int64_t unconditional_every = 24; // polls: once or twice a day

bool has_validators(const store::Validators& known) {
    return !known.etag.empty() || !known.last_modified.empty();
}

// FNV-1a: stored, so it must be the same tomorrow.
std::uint64_t fnv(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

// The sum above, the mark of the way below.
constexpr int mark_bits = 16;

std::uint64_t digest_of(std::uint64_t sum, Way way) {
    return sum << mark_bits | way.mark;
}

bool read_alike(std::uint64_t one, std::uint64_t other) {
    return ((one ^ other) & ((1U << mark_bits) - 1)) == 0;
}

// The ETag decides where both sides have one (RFC 9110 §13.2.2).
bool same_validators(const store::Validators& known, const net::Response& response) {
    if (!known.etag.empty() || !response.etag.empty()) return known.etag == response.etag;
    return !known.last_modified.empty() && known.last_modified == response.last_modified;
}

} // namespace

bool asks_whole(std::int64_t polls) noexcept {
    return polls % unconditional_every == unconditional_every - 1;
}

Way way_of_reading(const settings::SourceInput& input, std::chrono::minutes zone) {
    std::string way = KHABAR_VERSION;
    way.append(" ").append(std::to_string(url::key_rules)).append(" ").append(std::to_string(zone.count()));
    if (input.kind == settings::SourceKind::listing) // of a feed all entries count, wanted or not
        way.append(" ").append(input.links).append(" ").append(input.pattern);
    return {static_cast<std::uint16_t>(fnv(way) >> 48 | 1)};
}

std::uint64_t entries_digest(const std::vector<Candidate>& candidates, Way way) {
    std::uint64_t sum = candidates.size() + 1;
    for (const Candidate& candidate : candidates) {
        std::string entry = candidate.link.key;
        if (candidate.updated)
            entry.append(" ").append(std::to_string(candidate.updated->time_since_epoch().count()));
        sum += fnv(entry);
    }
    return digest_of(sum, way);
}

std::uint64_t entries_digest(const sitemap::Sitemap& sitemap, Way way) {
    std::uint64_t sum = sitemap.locations.size() + 1;
    for (const sitemap::Location& location : sitemap.locations) {
        std::string entry = location.address;
        if (location.last_modified) entry.append(" ").append(date::to_iso8601(*location.last_modified));
        sum += fnv(entry);
    }
    return digest_of(sum, way);
}

Verdict judge(const store::Validators& known, bool sent, const net::Response& response,
              std::uint64_t entries) {
    const bool comparable = known.entries != 0 && read_alike(known.entries, entries) && has_validators(known);
    if (!comparable || known.distrusted || response.not_modified()) return Verdict::trust;
    if (entries == known.entries) return Verdict::trust;
    if (same_validators(known, response)) return Verdict::liar;
    return sent ? Verdict::trust : Verdict::ask_again;
}

store::Validators kept(store::Validators known, const net::Response& response, std::uint64_t entries) {
    const bool whole = !response.not_modified();
    if (whole || !response.etag.empty()) known.etag = response.etag;
    if (whole || !response.last_modified.empty()) known.last_modified = response.last_modified;
    if (whole) known.entries = entries;
    known.from = response.url;
    return known;
}

boost::asio::awaitable<store::Validators> validators_after(Hosts& hosts, DocumentRequest request,
                                                           Judged judged, HostGate::Ticket& ticket) {
    store::Validators after = kept(judged.known, *judged.response, judged.entries);
    const bool sent = !judged.whole && !judged.known.distrusted;
    const Verdict verdict = judge(judged.known, sent, *judged.response, judged.entries);
    bool lie = verdict == Verdict::liar;
    if (verdict == Verdict::ask_again) {
        ticket.release();
        request.validators = std::move(judged.known);
        const DocumentAnswer again = co_await fetch_document(hosts, std::move(request));
        lie = again.response && again.response->not_modified();
    }
    after.distrusted = after.distrusted || lie;
    co_return after;
}

} // namespace khabar::pipeline
