// The near-duplicate engine: what a document costs as the archive grows, and how it compares with MinHash-LSH
// 16×4 on one stream.
//   cmake --preset bench && ninja -C build/bench story_bench && build/bench/tests/bin/story_bench
// KHABAR_BENCH_DOCUMENTS=1e7 adds larger archives (several GB in TMPDIR and some minutes to fill). The
// engine's own process memory is the counter rss_MB: it must not follow the number of documents.

#include "daemon/store/schema.hpp"
#include "daemon/story/story_index.hpp"
#include "daemon/story/tables.hpp"
#include "tests/bench/minhash_lsh.hpp"
#include "tests/bench/story_stream.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

namespace khabar::bench {
namespace {

constexpr std::int64_t documents_a_bucket = 70'000; // 10,000 articles a day
constexpr std::int64_t compared_documents = 20'000;
constexpr double minhash_threshold = 0.7; // the usual setting

// Pairs that belong together, found and claimed.
struct Score {
    double recall = 0;
    double f1 = 0;
};

Score score(const std::vector<std::int64_t>& truth, const std::vector<std::int64_t>& found) {
    const auto pairs = [](const auto& counts) {
        double sum = 0;
        for (const auto& [key, n] : counts)
            sum += static_cast<double>(n) * static_cast<double>(n - 1) / 2;
        return sum;
    };
    std::map<std::int64_t, std::int64_t> by_truth, by_found;
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> by_both;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        ++by_truth[truth[i]];
        ++by_found[found[i]];
        ++by_both[{truth[i], found[i]}];
    }
    const double both = pairs(by_both);
    return {both / pairs(by_truth), 2 * both / (pairs(by_truth) + pairs(by_found))};
}

std::vector<Item> stream_of(std::int64_t count) {
    StoryStream stream(1);
    std::vector<Item> items;
    for (std::int64_t i = 0; i < count; ++i)
        items.push_back(stream.next());
    return items;
}

// A file in TMPDIR, gone at the end of the scope.
class Scratch {
  public:
    Scratch() : file_(std::filesystem::temp_directory_path() / "khabar_story_bench.db") { remove(); }
    ~Scratch() { remove(); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  private:
    void remove() const {
        for (const char* suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(file_.string() + suffix);
    }
    std::filesystem::path file_;
};

// Resident memory of this process.
double resident_megabytes() {
    std::ifstream statm("/proc/self/statm");
    double total = 0, resident = 0;
    statm >> total >> resident;
    constexpr double page_bytes = 4096;
    return resident * page_bytes / (1 << 20);
}

story::Document document_of(const Item& item, std::int64_t id) {
    story::Document document;
    document.article = id;
    document.text = item.text;
    document.published = document.fetched = std::chrono::sys_seconds(std::chrono::seconds(item.time));
    return document;
}

void engine(benchmark::State& state) {
    const std::vector<Item> items = stream_of(compared_documents);
    std::vector<std::int64_t> truth, found;
    std::uintmax_t bytes = 0;
    for (auto _ : state) {
        Scratch scratch;
        store::Database database(scratch.file());
        store::migrate(database);
        story::create_tables(database);
        const auto empty = std::filesystem::file_size(scratch.file());
        story::StoryIndex index(database, [&](std::int64_t id) {
            return story::StoredText{"", items[static_cast<std::size_t>(id)].text};
        });
        truth.clear();
        found.clear();
        store::Transaction transaction(database);
        for (std::size_t i = 0; i < items.size(); ++i)
            index.place(document_of(items[i], static_cast<std::int64_t>(i)));
        transaction.commit();
        for (std::size_t i = 0; i < items.size(); ++i) {
            truth.push_back(items[i].story);
            found.push_back(index.find(static_cast<std::int64_t>(i))->story);
        }
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        bytes = std::filesystem::file_size(scratch.file()) - empty;
    }
    const Score result = score(truth, found);
    state.SetItemsProcessed(state.iterations() * compared_documents);
    state.counters["bytes_a_document"] = static_cast<double>(bytes) / compared_documents;
    state.counters["recall"] = result.recall;
    state.counters["f1"] = result.f1;
}
BENCHMARK(engine)->Unit(benchmark::kMillisecond)->Iterations(1);

void minhash_lsh_16x4(benchmark::State& state) {
    const std::vector<Item> items = stream_of(compared_documents);
    std::vector<std::int64_t> truth, found;
    std::size_t bytes = 0;
    for (auto _ : state) {
        MinHashLsh index(minhash_threshold);
        truth.clear();
        found.clear();
        for (const Item& item : items) {
            truth.push_back(item.story);
            found.push_back(index.place(item.text));
        }
        bytes = index.bytes();
    }
    const Score result = score(truth, found);
    state.SetItemsProcessed(state.iterations() * compared_documents);
    state.counters["bytes_a_document"] = static_cast<double>(bytes) / compared_documents;
    state.counters["recall"] = result.recall;
    state.counters["f1"] = result.f1;
}
BENCHMARK(minhash_lsh_16x4)->Unit(benchmark::kMillisecond)->Iterations(1);

// Postings as `count` earlier documents left them: random hashes are what unrelated texts have.
void fill(store::Database& database, std::int64_t count, std::int64_t last_bucket) {
    story::Tables tables(database);
    std::mt19937_64 random(2);
    std::vector<std::pair<fingerprint::Hash, std::int64_t>> rows;
    const std::int64_t buckets = (count + documents_a_bucket - 1) / documents_a_bucket;
    std::int64_t id = 0;
    for (std::int64_t bucket = last_bucket - buckets + 1; bucket <= last_bucket; ++bucket) {
        store::Transaction transaction(database);
        rows.clear();
        for (std::int64_t i = 0; i < documents_a_bucket && id < count; ++i) {
            const auto story =
                tables.add_story({0, -++id, bucket * story::bucket_seconds, bucket * story::bucket_seconds});
            // The k smallest of n hashes lie in the lowest twelfth of their range.
            for (int k = 0; k < 18; ++k)
                rows.emplace_back(static_cast<fingerprint::Hash>(random() % (0xFFFFFFFFU / 12)), story);
        }
        std::sort(rows.begin(), rows.end());
        for (const auto& [hash, story] : rows)
            tables.add_postings(bucket, {&hash, 1}, story);
        transaction.commit();
    }
}

void place_into_archive_of(benchmark::State& state) {
    const std::vector<Item> items = stream_of(2'000);
    Scratch scratch;
    store::Database database(scratch.file());
    store::migrate(database);
    story::create_tables(database);
    fill(database, state.range(0), story::bucket_of(items.front().time));
    story::StoryIndex index(database, [&](std::int64_t id) {
        return story::StoredText{"", items[static_cast<std::size_t>(id) % items.size()].text};
    });
    std::int64_t id = 0;
    store::Transaction transaction(database);
    for (auto _ : state) {
        const Item& item = items[static_cast<std::size_t>(id) % items.size()];
        benchmark::DoNotOptimize(index.place(document_of(item, id)));
        ++id;
    }
    transaction.commit();
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    state.SetItemsProcessed(state.iterations());
    state.counters["index_bytes_a_document"] =
        static_cast<double>(std::filesystem::file_size(scratch.file())) / static_cast<double>(state.range(0));
    state.counters["rss_MB"] = resident_megabytes();
}

std::int64_t largest_archive() {
    const char* asked = std::getenv("KHABAR_BENCH_DOCUMENTS");
    return asked ? std::max<std::int64_t>(static_cast<std::int64_t>(std::atof(asked)), 10'000) : 1'000'000;
}

BENCHMARK(place_into_archive_of)
    ->RangeMultiplier(10)
    ->Range(10'000, largest_archive())
    ->Unit(benchmark::kMicrosecond)
    ->Iterations(2'000);

} // namespace
} // namespace khabar::bench
