#include "daemon/pipeline/source/discover.hpp"

#include "parsers/date/date_time.hpp"
#include "parsers/links/glob.hpp"
#include "parsers/url/canonical.hpp"
#include "parsers/url/path.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace khabar::pipeline {

namespace {

constexpr std::size_t max_segments = 20;
constexpr int max_repeats = 2;
constexpr std::ptrdiff_t max_parameters = 10;

// What only counts clicks dies with its service, and its key is not the article's.
std::string address_of(const feed::Entry& entry) {
    if (!entry.original_link.empty()) return entry.original_link;
    if (!entry.link.empty()) return entry.link;
    return entry.id; // RSS: a guid is a permalink where no link stands beside it; the parser below refuses
                     // what is none
}

std::optional<Candidate> candidate_at(const std::string& address, const std::string& source_id) {
    const auto url = url::Url::parse(address);
    if (!url || !url->is_http() || !is_plausible(*url)) return std::nullopt;
    Candidate candidate;
    candidate.link.url = url::fetch_form(*url).href();
    candidate.link.key = url::canonical_key(*url);
    candidate.link.source_id = source_id;
    return candidate;
}

// One candidate a key.
class Gathering {
  public:
    void add(std::optional<Candidate> candidate) {
        if (!candidate)
            ++found_.unusable;
        else if (keys_.insert(candidate->link.key).second)
            found_.candidates.push_back(std::move(*candidate));
    }
    [[nodiscard]] Discovered take() && { return std::move(found_); }

  private:
    Discovered found_;
    std::unordered_set<std::string> keys_;
};

// Only what a reader may be shown from.
std::string picture_of(const feed::Entry& entry) {
    const auto url = url::Url::parse(entry.image);
    return url && url->is_http() ? url->href() : std::string();
}

std::optional<Candidate> candidate_of(const feed::Entry& entry, const std::string& source_id,
                                      std::chrono::minutes zone) {
    auto candidate = candidate_at(address_of(entry), source_id);
    if (!candidate) return candidate;
    candidate->link.entry_id = entry.id;
    candidate->link.title = entry.title;
    candidate->link.summary_html = entry.summary_html;
    candidate->link.content_html = entry.content_html;
    candidate->link.authors = entry.authors;
    candidate->link.categories = entry.categories;
    candidate->link.image = picture_of(entry);
    candidate->link.complete = entry.complete;
    if (entry.published) candidate->link.published = date::to_iso8601(*entry.published);
    if (entry.updated) candidate->updated = entry.updated->instant(zone);
    return candidate;
}

// Some sites write the moment of asking into every <lastmod>; that says nothing of any page.
bool lastmods_are_honest(const sitemap::Sitemap& sitemap) {
    std::unordered_map<std::int64_t, std::size_t> times;
    std::size_t dated = 0;
    std::size_t most = 0;
    for (const sitemap::Location& location : sitemap.locations) {
        if (!location.last_modified) continue;
        ++dated;
        most = std::max(most, ++times[location.last_modified->instant().time_since_epoch().count() / 60]);
    }
    constexpr std::size_t few = 3;
    return dated <= few || most * 2 <= dated;
}

} // namespace

bool is_plausible(const url::Url& url) {
    std::unordered_map<std::string_view, int> seen;
    const std::vector<std::string_view> segments = url::segments(url.path());
    if (segments.size() > max_segments) return false;
    for (const std::string_view segment : segments)
        if (++seen[segment] > max_repeats) return false;
    const std::string_view query = url.query().value_or("");
    return std::count(query.begin(), query.end(), '&') < max_parameters;
}

Discovered discover(const feed::Feed& feed, const std::string& source_id, std::chrono::minutes zone) {
    Gathering found;
    for (const feed::Entry& entry : feed.entries)
        found.add(candidate_of(entry, source_id, zone));
    return std::move(found).take();
}

Discovered discover(const sitemap::Sitemap& sitemap, const std::string& source_id,
                    std::chrono::minutes zone) {
    Gathering found;
    const bool honest = lastmods_are_honest(sitemap);
    for (const sitemap::Location& location : sitemap.locations) {
        auto candidate = candidate_at(location.address, source_id);
        if (candidate && location.news) {
            candidate->link.title = location.news->title;
            if (location.news->published)
                candidate->link.published = date::to_iso8601(*location.news->published);
        }
        if (candidate && location.last_modified && honest)
            candidate->updated = location.last_modified->instant(zone);
        found.add(std::move(candidate));
    }
    return std::move(found).take();
}

Discovered discover(const std::vector<links::ArticleLink>& articles, const std::string& source_id) {
    Gathering found;
    for (const links::ArticleLink& article : articles) {
        auto candidate = candidate_at(article.url, source_id);
        if (candidate) candidate->link.title = article.title;
        if (candidate && article.published) candidate->link.published = date::to_iso8601(*article.published);
        found.add(std::move(candidate));
    }
    return std::move(found).take();
}

Result<void> keep_matching(std::vector<Candidate>& candidates, std::string_view pattern) {
    if (pattern.empty()) return {};
    const auto glob = links::Glob::compile(pattern);
    if (!glob) return tl::unexpected(glob.error());
    std::erase_if(candidates, [&](const Candidate& candidate) {
        const auto url = url::Url::parse(candidate.link.url);
        return !url || !glob->matches(*url);
    });
    return {};
}

} // namespace khabar::pipeline
