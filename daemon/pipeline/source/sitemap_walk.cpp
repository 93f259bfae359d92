#include "daemon/pipeline/source/sitemap_walk.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/source/document_validators.hpp"
#include "daemon/pipeline/source/sitemap_entries.hpp"
#include "daemon/settings/zone_offset.hpp"
#include "parsers/sitemap/sitemap.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace khabar::pipeline {

namespace {

constexpr std::string_view accept =
    "application/xml, text/xml, application/gzip;q=0.9, text/plain;q=0.8, */*;q=0.5";
// More files than an index of a century of days has; the newest are kept.
constexpr std::size_t max_waiting = 50'000;

struct File {
    std::string url;
    std::string listed;              // its <lastmod> in the index
    std::optional<store::Time> time; // the same
    int depth = 1;
};

// What one file said, made on the CPU pool.
struct Parsed {
    std::vector<File> files; // of an index
    SitemapNews news;        // of a list of pages
    std::uint64_t entries = 0;
};

struct Walk {
    explicit Walk(InputRequest request) : wanted(std::move(request)) {
        for (const store::Document& document : wanted.documents)
            known.emplace(document.url, &document);
    }

    InputRequest wanted;
    std::unordered_map<std::string_view, const store::Document*> known; // into `wanted`
    InputAnswer answer;
    std::deque<File> waiting;
    std::unordered_set<std::string> asked;
    std::unordered_set<std::uint64_t> passed_over;
    std::optional<store::Time> since;
    std::chrono::minutes zone{0};
    store::Time now{};
    std::size_t files = 0, bytes = 0, read = 0, failures = 0;
    bool stopped = false; // shutting down, or the host is to be left alone: the other files come next time
};

const store::Document* known_document(const Walk& walk, const std::string& url) {
    const auto found = walk.known.find(url);
    return found == walk.known.end() ? nullptr : found->second;
}

std::vector<File> files_of(const sitemap::Sitemap& index, const File& parent,
                           std::optional<store::Time> since, std::chrono::minutes zone) {
    std::vector<File> files;
    for (const sitemap::Location& location : index.locations) {
        File file;
        file.url = location.address;
        file.depth = parent.depth + 1;
        if (location.last_modified) {
            file.listed = date::to_iso8601(*location.last_modified);
            file.time = location.last_modified->instant(zone);
        }
        const bool old = since && file.time && *file.time + std::chrono::hours(24) < *since;
        if (!old && file.depth <= max_sitemap_depth) files.push_back(std::move(file));
    }
    // Undated files keep their places after the dated ones.
    std::ranges::stable_sort(files, std::ranges::greater{},
                             [](const File& file) { return file.time.value_or(store::Time::min()); });
    return files;
}

DocumentRequest request_for(const Walk& walk, const File& file) {
    DocumentRequest request;
    request.source = walk.wanted.source;
    request.url = file.url;
    const store::Document* const known = known_document(walk, file.url);
    if (known != nullptr && !walk.wanted.whole) request.validators = known->validators;
    request.accept = accept;
    request.max_bytes = sitemap::max_sitemap_bytes;
    return request;
}

// Undated files in the order in which they were read, those never read first: so each has its turn, however
// many there are.
void sort_undated(const Walk& walk, std::vector<File>& files) {
    const auto undated = std::ranges::find_if(files, [](const File& file) { return !file.time; });
    std::ranges::stable_sort(undated, files.end(), {}, [&](const File& file) {
        const store::Document* const known = known_document(walk, file.url);
        return known == nullptr ? store::Time::min() : known->read_at;
    });
}

store::Validators validators_known(const Walk& walk, const File& file) {
    const store::Document* const known = known_document(walk, file.url);
    return known == nullptr ? store::Validators() : known->validators;
}

void queue_files(Walk& walk, std::vector<File> files) {
    sort_undated(walk, files);
    for (File& next : files)
        if (walk.waiting.size() < max_waiting) walk.waiting.push_back(std::move(next));
}

void take_news(Walk& walk, SitemapNews news) {
    Reading& reading = walk.answer.reading;
    std::ranges::move(news.candidates, std::back_inserter(reading.candidates));
    std::ranges::copy(news.passed_over, std::back_inserter(reading.passed_over));
    walk.passed_over.insert(news.passed_over.begin(), news.passed_over.end());
    reading.old += news.old;
}

boost::asio::awaitable<Result<Parsed>> parse_file(Crawl& crawl, std::shared_ptr<Walk> walk, File file,
                                                  std::shared_ptr<net::Response> response) {
    SitemapRule rule;
    rule.source_id = walk->wanted.source.id;
    rule.since = walk->since;
    rule.zone = walk->zone;
    rule.first_reading = known_document(*walk, file.url) == nullptr;
    rule.undated_are_new = walk->wanted.input.kind == settings::SourceKind::news_sitemap;
    auto job = [walk, file, response, rule]() -> Result<Parsed> {
        const sitemap::Hints hints{
            .url = response->url, .content_type = response->content_type, .offset = walk->zone};
        const auto sitemap = sitemap::parse(response->body, hints);
        if (!sitemap) return tl::unexpected(sitemap.error());
        Parsed parsed;
        parsed.entries = entries_digest(*sitemap, way_of_reading(walk->wanted.input, walk->zone));
        if (sitemap->kind == sitemap::Kind::index)
            parsed.files = files_of(*sitemap, file, walk->since, walk->zone);
        else
            parsed.news = news_of(*sitemap, rule, walk->passed_over);
        return parsed;
    };
    Result<Parsed> parsed = co_await crawl.pool.run(std::move(job));
    co_return parsed;
}

// The first file's failure is the input's; another file's is told and passed over. What was not asked, since
// we are shutting down or the host is to be left alone, comes next time.
void note_failure(Walk& walk, const File& file, const Error& error) {
    const bool first = file.depth == 1;
    if (!first && error.code == Errc::cancelled) {
        walk.stopped = true;
        return;
    }
    ++walk.files;
    ++walk.failures;
    if (first) {
        walk.answer.error = error;
        return;
    }
    log::warn("sitemap file failed",
              {{"source", walk.wanted.source.id}, {"url", file.url}, {"error", to_string(error)}});
    if (!walk.answer.error) walk.answer.error = Error{error.code, error.detail + " (" + file.url + ")"};
}

// 304: what was known of it holds.
void note_unmodified(Walk& walk, const File& file, const net::Response& response) {
    ++walk.files;
    const store::Document* const known = known_document(walk, file.url);
    if (known == nullptr) return;
    store::Document again = *known;
    again.validators = kept(again.validators, response, 0);
    again.listed = file.listed;
    again.read_at = walk.now;
    walk.answer.reading.documents.push_back(std::move(again));
}

// What a file that came says: further files, or pages.
boost::asio::awaitable<void> take(Crawl& crawl, std::shared_ptr<Walk> walk, File file,
                                  DocumentRequest request, DocumentAnswer document) {
    Result<Parsed> parsed = co_await parse_file(crawl, walk, file, document.response);
    if (!parsed) {
        note_failure(*walk, file, parsed.error());
        co_return;
    }
    ++walk->files;
    if (!parsed->files.empty()) { // an index is asked for whole each time: its files may change without it
        queue_files(*walk, std::move(parsed->files));
        co_return;
    }
    ++walk->read;
    take_news(*walk, std::move(parsed->news));
    Judged judged;
    judged.response = document.response;
    judged.entries = parsed->entries;
    judged.known = validators_known(*walk, file);
    judged.whole = walk->wanted.whole;
    const bool known_liar = judged.known.distrusted;
    store::Validators validators =
        co_await validators_after(crawl, std::move(request), std::move(judged), document.ticket);
    Reading& reading = walk->answer.reading;
    if (validators.distrusted && !known_liar) reading.liar = file.url;
    reading.documents.push_back({file.url, std::move(validators), file.listed, walk->now});
}

boost::asio::awaitable<void> read_file(Crawl& crawl, std::shared_ptr<Walk> walk, File file) {
    DocumentRequest request = request_for(*walk, file);
    DocumentAnswer document = co_await fetch_document(crawl, request);
    if (file.depth == 1) {
        walk->answer.status = document.status;
        walk->answer.retry_after = document.retry_after;
    }
    if (document.error) {
        note_failure(*walk, file, *document.error);
        co_return;
    }
    const std::shared_ptr<net::Response> response = document.response;
    walk->bytes += response->body.size();
    if (response->not_modified())
        note_unmodified(*walk, file, *response);
    else
        co_await take(crawl, walk, file, std::move(request), std::move(document));
    response->body.clear();
    if (file.depth == 1) walk->answer.reading.answer = std::move(*response);
}

// Its index says that it is as it was.
bool is_unchanged(const Walk& walk, const File& file) {
    const store::Document* const known = known_document(walk, file.url);
    return !walk.wanted.whole && known != nullptr && !file.listed.empty() && known->listed == file.listed;
}

bool has_room(const Walk& walk) {
    return walk.files < max_sitemap_files && walk.bytes < max_sitemap_total_bytes &&
           walk.answer.reading.candidates.size() < max_sitemap_entries;
}

} // namespace

boost::asio::awaitable<InputAnswer> walk_sitemap(Crawl& crawl, InputRequest wanted) {
    auto walk = std::make_shared<Walk>(std::move(wanted));
    walk->now = Clock::wall();
    walk->zone = settings::zone_offset(walk->wanted.source.time_zone, walk->now);
    walk->passed_over = walk->wanted.passed_over;
    const settings::SourceInput& input = walk->wanted.input;
    if (!input.backfill) walk->since = walk->now - input.newer_than.value_or(default_age);
    walk->waiting.push_back({.url = walk->wanted.url, .listed = {}, .time = {}, .depth = 1});
    while (!walk->waiting.empty() && has_room(*walk)) {
        File file = std::move(walk->waiting.front());
        walk->waiting.pop_front();
        if (is_unchanged(*walk, file) || !walk->asked.insert(file.url).second) continue;
        co_await read_file(crawl, walk, std::move(file));
        if (walk->answer.error && walk->files == 1) co_return std::move(walk->answer);
        if (walk->stopped) break;
    }
    Reading& reading = walk->answer.reading;
    reading.not_modified = walk->read == 0;
    const bool one_is_good = walk->files > walk->failures + 1; // the index itself aside
    if (one_is_good || walk->failures == 0) walk->answer.error.reset();
    sort_newest_first(reading.candidates);
    if (reading.candidates.size() > max_sitemap_entries) reading.candidates.resize(max_sitemap_entries);
    const Result<void> matching = keep_matching(reading.candidates, input.pattern);
    if (!matching) walk->answer.error = matching.error();
    co_return std::move(walk->answer);
}

} // namespace khabar::pipeline
