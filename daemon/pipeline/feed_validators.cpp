#include "daemon/pipeline/feed_validators.hpp"

namespace khabar::pipeline {

namespace {

constexpr std::int64_t unconditional_every = 24; // polls: once or twice a day

bool has_validators(const store::SourceState& state) {
    return !state.etag.empty() || !state.last_modified.empty();
}

// FNV-1a: stored, so it must be the same tomorrow.
std::uint64_t fnv(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

// The ETag decides where both sides have one (RFC 9110 §13.2.2).
bool same_validators(const store::SourceState& state, const net::Response& response) {
    if (!state.etag.empty() || !response.etag.empty()) return state.etag == response.etag;
    return !state.last_modified.empty() && state.last_modified == response.last_modified;
}

} // namespace

bool may_ask_conditionally(const KnownSource& source) noexcept {
    if (source.validators.distrusted) return false;
    return source.stored.totals.polls % unconditional_every != unconditional_every - 1;
}

void add_validators(net::Request& request, const KnownSource& source) {
    request.etag = source.stored.etag;
    request.last_modified = source.stored.last_modified;
    request.validators_from = source.validators.from;
}

std::uint64_t entries_digest(const std::vector<Candidate>& candidates) {
    std::uint64_t sum = candidates.size() + 1;
    for (const Candidate& candidate : candidates) {
        std::string entry = candidate.link.key;
        if (candidate.updated)
            entry.append(" ").append(std::to_string(candidate.updated->time_since_epoch().count()));
        sum += fnv(entry);
    }
    return sum == 0 ? 1 : sum;
}

Verdict judge(const KnownSource& source, const net::Response& response, std::uint64_t entries) {
    const bool known = source.validators.entries != 0 && has_validators(source.stored);
    if (!known || source.validators.distrusted || response.not_modified()) return Verdict::trust;
    if (entries == source.validators.entries) return Verdict::trust;
    if (same_validators(source.stored, response)) return Verdict::liar;
    return may_ask_conditionally(source) ? Verdict::trust : Verdict::ask_again;
}

void keep_validators(KnownSource& source, const net::Response& response, std::uint64_t entries) {
    store::SourceState& state = source.stored;
    const bool whole = !response.not_modified();
    if (whole || !response.etag.empty()) state.etag = response.etag;
    if (whole || !response.last_modified.empty()) state.last_modified = response.last_modified;
    if (whole) source.validators.entries = entries;
    source.validators.from = response.url;
}

} // namespace khabar::pipeline
