#include "daemon/pipeline/source/sitemap_entries.hpp"

#include "parsers/date/parse.hpp"
#include "parsers/url/url.hpp"

#include <algorithm>
#include <functional>

namespace khabar::pipeline {

namespace {

// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): stored, so it must not change with the library.
std::uint64_t hash_of(std::string_view key) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : key)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

std::optional<store::Time> time_of(const Candidate& candidate, std::chrono::minutes zone) {
    if (!candidate.link.published.empty()) {
        date::Context context;
        context.offset = zone;
        if (const auto date = date::parse(candidate.link.published, context)) return date->instant(zone);
    }
    if (candidate.updated) return candidate.updated;
    const auto url = url::Url::parse(candidate.link.url);
    if (!url) return std::nullopt;
    const auto date = date::from_url_path(url->path());
    // A day is over when it is over.
    return date ? std::optional(date->instant(zone) + std::chrono::hours(24)) : std::nullopt;
}

} // namespace

SitemapNews news_of(const sitemap::Sitemap& sitemap, const SitemapRule& rule,
                    const std::unordered_set<std::uint64_t>& passed_over) {
    SitemapNews news;
    for (Candidate& candidate : discover(sitemap, rule.source_id, rule.zone).candidates) {
        const auto time = time_of(candidate, rule.zone);
        if (rule.since && time && *time < *rule.since) {
            ++news.old;
            continue;
        }
        if (rule.since && !time && !rule.undated_are_new) {
            const std::uint64_t hash = hash_of(candidate.link.key);
            if (rule.first_reading || passed_over.contains(hash)) {
                ++news.old;
                if (rule.first_reading && passed_over.size() + news.passed_over.size() < max_passed_over)
                    news.passed_over.push_back(hash);
                continue;
            }
        }
        news.candidates.push_back(std::move(candidate));
    }
    return news;
}

void sort_newest_first(std::vector<Candidate>& candidates) {
    std::vector<std::pair<store::Time, std::size_t>> order;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        order.emplace_back(time_of(candidates[i], {}).value_or(store::Time::min()), i);
    std::ranges::stable_sort(order, std::ranges::greater{}, [](const auto& entry) { return entry.first; });
    std::vector<Candidate> sorted;
    sorted.reserve(candidates.size());
    for (const auto& [time, index] : order)
        sorted.push_back(std::move(candidates[index]));
    candidates = std::move(sorted);
}

} // namespace khabar::pipeline
