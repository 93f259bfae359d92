#include "daemon/pipeline/discover.hpp"

#include "parsers/date/date_time.hpp"
#include "parsers/url/canonical.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace khabar::pipeline {

namespace {

constexpr std::size_t max_segments = 20;
constexpr int max_repeats = 2;
constexpr std::ptrdiff_t max_parameters = 10;

std::string address_of(const feed::Entry& entry) {
    if (!entry.link.empty()) return entry.link;
    return entry.id; // RSS: a guid is a permalink where no link stands beside it; the parser below refuses
                     // what is none
}

std::optional<Candidate> candidate_of(const feed::Entry& entry, const std::string& source_id,
                                      std::chrono::minutes zone) {
    const auto url = url::Url::parse(address_of(entry));
    if (!url || !url->is_http() || !is_plausible(*url)) return std::nullopt;
    Candidate candidate;
    candidate.link.url = url::fetch_form(*url).href();
    candidate.link.key = url::canonical_key(*url);
    candidate.link.source_id = source_id;
    candidate.link.entry_id = entry.id;
    candidate.link.title = entry.title;
    candidate.link.summary_html = entry.summary_html;
    candidate.link.content_html = entry.content_html;
    if (entry.published) candidate.link.published = date::to_iso8601(*entry.published);
    if (entry.updated) candidate.updated = entry.updated->instant(zone);
    return candidate;
}

} // namespace

bool is_plausible(const url::Url& url) {
    std::unordered_map<std::string_view, int> seen;
    std::size_t segments = 0;
    std::string_view path = url.path();
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view segment = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
        if (segment.empty()) continue;
        if (++segments > max_segments || ++seen[segment] > max_repeats) return false;
    }
    const std::string_view query = url.query().value_or("");
    return std::count(query.begin(), query.end(), '&') < max_parameters;
}

Discovered discover(const feed::Feed& feed, const std::string& source_id, std::chrono::minutes zone) {
    Discovered found;
    std::unordered_set<std::string> keys;
    for (const feed::Entry& entry : feed.entries) {
        auto candidate = candidate_of(entry, source_id, zone);
        if (!candidate)
            ++found.unusable;
        else if (keys.insert(candidate->link.key).second)
            found.candidates.push_back(std::move(*candidate));
    }
    return found;
}

} // namespace khabar::pipeline
