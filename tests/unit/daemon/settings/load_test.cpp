#include "daemon/settings/load.hpp"
#include "tests/unit/daemon/settings/config_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <optional>

namespace khabar::settings {
namespace {

using namespace std::chrono_literals;
using testing::ConfigFolder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

// Sets a variable of the environment for one test.
class Variable {
  public:
    Variable(const char* name, const char* value) : name_(name) {
        if (const char* old = getenv(name)) old_ = old;
        value != nullptr ? setenv(name, value, 1) : unsetenv(name);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() { old_ ? setenv(name_, old_->c_str(), 1) : unsetenv(name_); }

  private:
    const char* name_;
    std::optional<std::string> old_;
};

TEST(Load, AnEmptyFileIsTheDefaults) {
    const ConfigFolder folder({{"khabar.yaml", ""}});
    const Loaded loaded = load(folder.main());
    ASSERT_THAT(loaded.problems, IsEmpty());
    Fetch fetch;
    fetch.user_agent = loaded.settings.fetch.user_agent;
    EXPECT_THAT(fetch.user_agent, StartsWith("Mozilla/5.0 (compatible; khabar/"));
    EXPECT_EQ(loaded.settings.fetch, fetch);
    EXPECT_EQ(loaded.settings.poll, Poll{});
    EXPECT_EQ(loaded.settings.store, Store{});
    EXPECT_EQ(loaded.settings.log, Log{});
    EXPECT_EQ(loaded.settings.workers, 0u);
    EXPECT_EQ(loaded.settings.file, folder.main());
}

TEST(Load, ReadsEveryKeyOfTheMainFile) {
    const ConfigFolder folder({{"khabar.yaml", R"yaml(
fetch:
  user_agent: "test/1 (+mailto:desk@example.org)"
  connect_timeout: 5s
  transfer_timeout: 1m30s
  page_bytes: 2MiB
  feed_bytes: 8MiB
  redirects: 3
  concurrency: 7
  per_host: 2
  delay: 250ms
  revisit: [1h, 6h, 3d]
  robots: false
  allow_private: true
  proxy: socks5h://127.0.0.1:9050
poll:
  min_interval: 5m
  default_interval: 20m
  max_interval: 2d
  new_urls_per_poll: 50
  new_urls_per_day: 400
store:
  database: data/news.db
  duplicates: drop
stories:
  likeness: strict
  window: 2d
log:
  level: debug
  format: json
workers: 3
)yaml"}});
    const Settings settings = load(folder.main()).settings;
    ASSERT_THAT(folder.problems(), IsEmpty());
    const Fetch fetch{"test/1 (+mailto:desk@example.org)",
                      5s,
                      90s,
                      2u << 20,
                      8u << 20,
                      3,
                      7,
                      2,
                      250ms,
                      {1h, 6h, 72h},
                      false,
                      true,
                      settings.fetch.proxy};
    EXPECT_EQ(settings.fetch, fetch);
    EXPECT_EQ(settings.fetch.proxy, "socks5h://127.0.0.1:9050");
    EXPECT_EQ(settings.poll, (Poll{5min, 20min, 48h, 50, 400}));
    EXPECT_EQ(settings.store, (Store{folder.path() / "data/news.db", DuplicatePolicy::drop}));
    EXPECT_EQ(settings.stories, (Stories{fingerprint::Demand::strict, 48h}));
    EXPECT_EQ(settings.log, (Log{"debug", LogFormat::json}));
    EXPECT_EQ(settings.workers, 3u);
}

TEST(Load, AnAbsoluteDatabasePathStaysAsItIs) {
    const ConfigFolder folder({{"khabar.yaml", "store: {database: /srv/news.db}\n"}});
    EXPECT_EQ(load(folder.main()).settings.store.database, "/srv/news.db");
}

TEST(Load, ReadsEveryKeyOfASource) {
    const ConfigFolder folder({{"khabar.yaml", ""}, {"sources.d/a.yaml", R"(# a comment
sources:
  - id: paper.one
    name: الجريدة الأولى
    kind: feed
    url: https://Example.org/feed
    tags: [syria, politics]
    language: ar
    time_zone: Asia/Damascus
    enabled: false
    allow_private: true
    full_text: false
    interval: 15m
    delay: 2s
    user_agent: special/1
  - {id: two, url: "https://two.example/feed", tags: world}
)"}});
    const Settings settings = load(folder.main()).settings;
    ASSERT_THAT(folder.problems(), IsEmpty());
    Source one;
    one.id = "paper.one";
    one.name = "الجريدة الأولى";
    one.url = "https://example.org/feed";
    one.tags = {"syria", "politics"};
    one.language = "ar";
    one.time_zone = "Asia/Damascus";
    one.enabled = false;
    one.allow_private = true;
    one.full_text = false;
    one.interval = 15min;
    one.delay = 2s;
    one.user_agent = "special/1";
    one.place.file = "sources.d/a.yaml";
    one.place.line = 3;
    Source two;
    two.id = two.name = "two";
    two.url = "https://two.example/feed";
    two.tags = {"world"};
    two.place.file = "sources.d/a.yaml";
    two.place.line = 16;
    EXPECT_THAT(settings.sources, ElementsAre(one, two));
}

TEST(Load, TakesSourcesFromTheMainFileThenFromTheFolderInNameOrder) {
    const ConfigFolder folder({{"khabar.yaml", "sources: [{id: m, url: 'http://m.example/'}]"},
                               {"sources.d/20.yaml", "sources: [{id: c, url: 'http://c.example/'}]"},
                               {"sources.d/10.yaml", "sources: [{id: b, url: 'http://b.example/'}]"},
                               {"sources.d/30.yaml", "# nothing here\nsources:\n"},
                               {"sources.d/.#10.yaml", "an editor's lock"},
                               {"sources.d/10.yaml~", "a backup"}});
    const Loaded loaded = load(folder.main());
    EXPECT_THAT(folder.problems(), IsEmpty());
    std::vector<std::string> ids;
    for (const Source& source : loaded.settings.sources)
        ids.push_back(source.id + " " + source.place.file);
    EXPECT_THAT(ids, ElementsAre("m khabar.yaml", "b sources.d/10.yaml", "c sources.d/20.yaml"));
}

TEST(Load, ADelayOfZeroIsADelay) {
    const ConfigFolder folder({{"khabar.yaml", "sources: [{id: a, url: 'http://a.example/', delay: 0}]"}});
    EXPECT_EQ(load(folder.main()).settings.sources.at(0).delay, 0ms);
    EXPECT_EQ(load(folder.main()).settings.sources.at(0).interval, std::nullopt);
}

TEST(Load, ReadsSiteRules) {
    const ConfigFolder folder({{"khabar.yaml", ""}, {"sites.d/a.yaml", R"(
sites:
  - hosts: [Example.org, "خبر.example"]
    body: [".entry-content", article]
    title: h1.headline
    author: .by
    date: time[datetime]
    drop: [".share", ".related"]
    drop_lines: ["اقرأ أيضا*", "Share this article"]
)"}});
    const Settings settings = load(folder.main()).settings;
    ASSERT_THAT(folder.problems(), IsEmpty());
    ASSERT_EQ(settings.sites.size(), 1u);
    const article::SiteRule& rule = settings.sites[0];
    EXPECT_THAT(rule.hosts, ElementsAre("example.org", "xn--ngblk.example"));
    ASSERT_EQ(rule.body.size(), 2u);
    EXPECT_EQ(rule.body[0].source(), ".entry-content");
    EXPECT_EQ(rule.title.size(), 1u);
    EXPECT_EQ(rule.author.size(), 1u);
    EXPECT_EQ(rule.date.size(), 1u);
    EXPECT_EQ(rule.drop.size(), 2u);
    EXPECT_THAT(rule.drop_lines, ElementsAre("اقرأ أيضا*", "Share this article"));
}

TEST(Load, AByteOrderMarkAndWindowsLineEndsAreTaken) {
    const ConfigFolder folder({{"khabar.yaml", "\xEF\xBB\xBFworkers: 2\r\nlog:\r\n  level: warn\r\n"}});
    EXPECT_THAT(folder.problems(), IsEmpty());
    EXPECT_EQ(load(folder.main()).settings.workers, 2u);
    EXPECT_EQ(load(folder.main()).settings.log.level, "warn");
}

TEST(Defaults, KeepTheDatabaseInTheUsersDataFolder) {
    {
        const Variable data("XDG_DATA_HOME", "/data");
        EXPECT_EQ(defaults().store.database, "/data/khabar/khabar.db");
    }
    {
        const Variable data("XDG_DATA_HOME", nullptr);
        const Variable home("HOME", "/home/reader");
        EXPECT_EQ(defaults().store.database, "/home/reader/.local/share/khabar/khabar.db");
    }
    {
        const Variable data("XDG_DATA_HOME", "relative"); // the specification has it ignored
        const Variable home("HOME", "/home/reader");
        EXPECT_EQ(defaults().store.database, "/home/reader/.local/share/khabar/khabar.db");
    }
    EXPECT_THAT(defaults().sources, IsEmpty());
    EXPECT_TRUE(defaults().file.empty());
    EXPECT_THAT(defaults().fetch.user_agent, StartsWith("Mozilla/5.0 (compatible; khabar/"));
}

TEST(FindFile, TakesTheVariableFirst) {
    const Variable named("KHABAR_CONFIG", "/some/where.yaml");
    EXPECT_EQ(find_file(), "/some/where.yaml");
}

} // namespace
} // namespace khabar::settings
