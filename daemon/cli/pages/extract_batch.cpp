#include "daemon/cli/pages/extract_batch.hpp"

#include "daemon/cli/input/page_input.hpp"
#include "daemon/cli/pages/article_output.hpp"
#include "daemon/cli/pages/in_order.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/store/guarded.hpp"
#include "parsers/article/extract.hpp"
#include "parsers/html/document.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/url/canonical.hpp"
#include "parsers/url/url.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace khabar::cli {

namespace {

namespace json = boost::json;

// A host with fewer pages teaches nothing about itself (site_memory.hpp); of one with more, this many are a
// fair sample.
constexpr std::size_t fewest_pages_to_learn = 4;
constexpr std::size_t most_pages_to_learn = 64;
// Results that may wait for a slow page before them.
constexpr std::size_t window = 256;

struct Job {
    json::value id;
    std::string path;
    std::string url;
    std::string site; // registrable domain; empty without a URL
    std::string error;
};

std::string site_of(const std::string& address) {
    const auto parsed = url::Url::parse(address);
    return parsed ? url::registrable_domain(parsed->host()) : std::string{};
}

std::string string_field(const json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string{};
}

Job read_job(const std::string& line) {
    Job job;
    boost::system::error_code status;
    const auto parsed = json::parse(line, status);
    if (status || !parsed.is_object()) {
        job.error = to_string(Error{Errc::bad_json, status ? status.message() : "not an object"});
        return job;
    }
    const auto& object = parsed.get_object();
    if (const auto* const id = object.if_contains("id")) job.id = *id;
    job.path = string_field(object, "path");
    job.url = string_field(object, "url");
    job.site = site_of(job.url);
    if (job.path.empty()) job.error = to_string(Error{Errc::bad_json, "no \"path\""});
    return job;
}

std::vector<Job> read_jobs(std::istream& input) {
    std::vector<Job> jobs;
    for (std::string line; std::getline(input, line);)
        if (line.find_first_not_of(" \t\r") != line.npos) jobs.push_back(read_job(line));
    return jobs;
}

Result<html::Document> parse_page(const std::string& path) {
    const auto bytes = read_page(path);
    if (!bytes) return tl::unexpected(bytes.error());
    return html::Document::parse(text::decode_page(*bytes).utf8);
}

using Memories = std::map<std::string, article::SiteMemory>;

// Pages to learn from: of each site that occurs often, some spread evenly over the batch.
std::vector<const Job*> sample(const std::vector<Job>& jobs) {
    std::map<std::string_view, std::vector<const Job*>> sites;
    for (const Job& job : jobs)
        if (!job.site.empty() && job.error.empty()) sites[job.site].push_back(&job);
    std::vector<const Job*> chosen;
    for (const auto& [site, pages] : sites) {
        if (pages.size() < fewest_pages_to_learn) continue;
        const std::size_t wanted = std::min(pages.size(), most_pages_to_learn);
        for (std::size_t i = 0; i < wanted; ++i)
            chosen.push_back(pages[i * pages.size() / wanted]);
    }
    return chosen;
}

std::optional<article::PageTraits> traits_of(const std::string& path) noexcept {
    try {
        const auto page = parse_page(path);
        if (page) return article::page_traits(*page);
    } catch (const std::exception&) {
        // Out of memory for this page: its turn comes again, and then it is said.
    }
    return std::nullopt;
}

Memories learn(const std::vector<Job>& jobs, unsigned workers) {
    const auto pages = sample(jobs);
    store::Guarded<Memories> memories;
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < workers; ++i)
        threads.emplace_back([&] {
            for (std::size_t at = next++; at < pages.size(); at = next++) {
                const auto traits = traits_of(pages[at]->path);
                if (!traits) continue; // said when its turn comes
                memories.with([&](Memories& learnt) { learnt[pages[at]->site].add(*traits); });
            }
        });
    threads.clear();
    return memories.with([](Memories& learnt) { return std::move(learnt); });
}

// A page without a readable text still has its fields: title, date and the rest, beside the error.
json::object extract_one(const Job& job, const Memories& memories, std::chrono::sys_seconds now,
                         std::string& error) {
    const auto page = parse_page(job.path);
    if (!page) {
        error = to_string(page.error());
        return {};
    }
    article::Hints hints;
    hints.url = job.url;
    hints.now = now;
    if (const auto found = memories.find(job.site); found != memories.end()) hints.memory = &found->second;
    const auto article = article::extract(*page, hints);
    if (article) return to_json(*article);
    error = to_string(article.error());
    return to_json(article::extract_fields(*page, hints));
}

json::object answer(const Job& job, const Memories& memories, std::chrono::sys_seconds now) {
    json::object line;
    std::string error = job.error;
    try {
        if (error.empty()) line = extract_one(job, memories, now, error);
    } catch (const std::exception& bug) { // one page, however strange, never ends the batch
        error = std::string("internal: ") + bug.what();
    }
    line["id"] = job.id;
    line["url"] = job.url;
    if (!error.empty()) line["error"] = error;
    return line;
}

} // namespace

bool extract_batch(std::istream& input, std::FILE* output, unsigned workers) {
    if (workers == 0) workers = std::max(std::thread::hardware_concurrency(), 1u);
    const auto jobs = read_jobs(input);
    const auto memories = learn(jobs, workers);
    const auto now = current_time();
    bool written = true;
    produce_in_order(
        jobs.size(), workers, window,
        [&](std::size_t i) { return json::serialize(answer(jobs[i], memories, now)) + "\n"; },
        [&](std::string&& line) {
            written = std::fwrite(line.data(), 1, line.size(), output) == line.size();
            return written;
        });
    return std::fflush(output) == 0 && written;
}

} // namespace khabar::cli
