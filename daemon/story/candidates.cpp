#include "daemon/story/candidates.hpp"

#include "daemon/story/constants.hpp"

#include <algorithm>
#include <cstdlib>
#include <unordered_map>

namespace khabar::story {

namespace {

struct Hit {
    std::int64_t story;
    std::size_t shingle; // index in the sketch
};

// For each shingle of the sample, the stories that have it too.
class Hits {
  public:
    Hits(Tables& tables, std::span<const fingerprint::Hash> sketch, std::int64_t bucket) {
        // Neighbouring buckets: a copy may be published across a boundary, or arrive late with an earlier
        // date.
        std::vector<std::vector<std::int64_t>> lists(sketch.size());
        for (std::int64_t b = bucket - 1; b <= bucket + 1; ++b)
            for (std::size_t i = 0; i < sketch.size(); ++i)
                if (lists[i].size() <= max_posting) tables.postings(b, sketch[i], max_posting + 1, lists[i]);
        for (std::size_t i = 0; i < lists.size(); ++i)
            add(lists[i], i);
        std::sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) {
            return a.story != b.story ? a.story < b.story : a.shingle < b.shingle;
        });
    }

    [[nodiscard]] const std::vector<Hit>& all() const noexcept { return hits_; }
    [[nodiscard]] const std::vector<std::uint32_t>& counts() const noexcept { return counts_; }

  private:
    void add(std::vector<std::int64_t>& stories, std::size_t shingle) {
        std::sort(stories.begin(), stories.end());
        stories.erase(std::unique(stories.begin(), stories.end()), stories.end());
        counts_.push_back(static_cast<std::uint32_t>(std::min(stories.size(), max_posting)));
        if (stories.size() > max_posting) return;
        for (const std::int64_t story : stories)
            hits_.push_back({story, shingle});
    }

    std::vector<Hit> hits_;             // by story
    std::vector<std::uint32_t> counts_; // of stories, for each shingle
};

// Stories looked at during one search.
class Seen {
  public:
    explicit Seen(Tables& tables) : tables_(tables) {}
    const std::optional<Story>& operator[](std::int64_t id) {
        const auto [at, fresh] = stories_.try_emplace(id);
        if (fresh) at->second = tables_.story(id);
        return at->second;
    }

  private:
    Tables& tables_;
    std::unordered_map<std::int64_t, std::optional<Story>> stories_;
};

// Stories besides the candidate that have each shingle.
std::vector<std::uint32_t> elsewhere(std::span<const Hit> hits, const Hits& index) {
    std::vector<std::uint32_t> counts = index.counts();
    for (const Hit& hit : hits)
        --counts[hit.shingle];
    return counts;
}

} // namespace

std::vector<Candidate> find_candidates(Tables& tables, std::span<const fingerprint::Hash> sketch,
                                       Seconds time, Seconds window) {
    const Hits index(tables, sketch, bucket_of(time));
    const std::size_t needed = std::min(hits_needed, sketch.size());
    std::vector<std::span<const Hit>> runs;
    for (auto first = index.all().begin(); first != index.all().end();) {
        const auto last =
            std::find_if(first, index.all().end(), [&](const Hit& hit) { return hit.story != first->story; });
        if (static_cast<std::size_t>(last - first) >= needed) runs.emplace_back(first, last);
        first = last;
    }
    std::stable_sort(runs.begin(), runs.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });

    std::vector<Candidate> found;
    Seen seen(tables);
    for (const auto& run : runs) {
        if (found.size() == max_candidates) break;
        const std::optional<Story>& story = seen[run.front().story];
        if (!story || time < story->first - window || time > story->last + window) continue;
        found.push_back({*story, run.size(), elsewhere(run, index)});
    }
    return found;
}

} // namespace khabar::story
