#include "daemon/settings/difference.hpp"
#include "daemon/settings/effective.hpp"

#include <gmock/gmock.h>

#include "config_folder.hpp"

namespace khabar::settings {
namespace {

using testing::ConfigFolder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Settings with(std::vector<Source> sources) {
    Settings settings;
    settings.sources = std::move(sources);
    return settings;
}

Source source(const std::string& id) {
    Source made;
    made.id = made.name = id;
    made.url = "https://" + id + ".example/feed";
    return made;
}

TEST(Difference, NamesAddedRemovedAndChangedSources) {
    Source changed = source("b");
    changed.interval = 5min;
    changed.url = "https://b.example/other";
    const Difference found =
        difference(with({source("a"), source("b"), source("c")}), with({source("d"), changed, source("c")}));
    EXPECT_THAT(found.added, ElementsAre("d"));
    EXPECT_THAT(found.removed, ElementsAre("a"));
    ASSERT_EQ(found.changed.size(), 1u);
    EXPECT_EQ(found.changed[0].id, "b");
    EXPECT_THAT(found.changed[0].keys, ElementsAre("interval", "url"));
}

TEST(Difference, AMovedLineIsNone) {
    Source moved = source("a");
    moved.place = {"sources.d/other.yaml", 77};
    EXPECT_TRUE(difference(with({source("a")}), with({moved})).empty());
}

TEST(Difference, SwitchedOffIsRemoved) {
    Source off = source("a");
    off.enabled = false;
    EXPECT_THAT(difference(with({source("a")}), with({off})).removed, ElementsAre("a"));
    EXPECT_THAT(difference(with({off}), with({source("a")})).added, ElementsAre("a"));
}

article::SiteRule rule(const std::string& host, const char* body) {
    article::SiteRule made;
    made.hosts = {host};
    made.body.push_back(*html::Selector::compile(body));
    return made;
}

TEST(Difference, NamesTheSitesWhoseRuleIsNotWhatItWas) {
    Settings before, after;
    before.sites = {rule("a.example", ".story"), rule("b.example", ".story"), rule("c.example", ".story")};
    after.sites = {rule("c.example", ".story"), rule("b.example", ".text"), rule("d.example", ".story")};
    EXPECT_THAT(difference(before, after).sites, ElementsAre("a.example", "b.example", "d.example"));
    EXPECT_TRUE(difference(before, before).empty());
}

TEST(Difference, ShowsSettingsBeforeAndAfterAndWhatWaitsForARestart) {
    Settings after;
    after.fetch.delay = 2s;
    after.store.database = "/elsewhere/khabar.db";
    const Difference found = difference(Settings(), after);
    EXPECT_THAT(found.settings,
                ElementsAre("fetch.delay: 1s → 2s",
                            "store.database: /var/lib/khabar/khabar.db → /elsewhere/khabar.db"));
    EXPECT_THAT(found.restart, ElementsAre("store.database"));
    const Settings live = without_restart(Settings(), after);
    EXPECT_EQ(live.fetch.delay, 2s);
    EXPECT_EQ(live.store.database, Settings().store.database);
}

// Every key that the files may hold must be told of: one that the readers know and the listing does not would
// change unseen.
TEST(Effective, ListsEveryKey) {
    std::vector<std::string> main, of_source;
    for (const std::string& name : key_names()) {
        if (name.starts_with("sources[].")) of_source.push_back(name.substr(10));
        if (name.find("[]") == std::string::npos) main.push_back(name);
    }
    Source full = source("a");
    full.interval = 1min;
    full.delay = 1s;
    full.keep = 48h;
    full.revisit = {1h, 24h};
    full.user_agent = "x";
    full.language = "ar";
    full.access.edit().auth.username = "reader";
    full.access.edit().headers =
        full.access.edit().cookies = {{"name", Secret(Secret::From::literal, "secret")}};
    full.links = "h2 a";
    full.pattern = "/news/**";
    full.newer_than = 1h;
    full.backfill = true;
    full.fallbacks.emplace_back();
    const auto keys = [](const std::vector<Setting>& settings) {
        std::vector<std::string> out;
        for (const Setting& setting : settings)
            out.push_back(setting.key);
        return out;
    };
    EXPECT_THAT(keys(effective(Settings())), ::testing::UnorderedElementsAreArray(main));
    EXPECT_THAT(keys(effective(full)), ::testing::UnorderedElementsAreArray(of_source));
}

TEST(Effective, ReadsBackAsTheSameSource) {
    Source full = source("a");
    full.name = "جريدة: \"الأولى\" #1 \\ \xE2\x80\xAE";
    full.tags = {"yes", "a, b", "- c", "[d]", "12"};
    full.language = "no";
    full.time_zone = "Asia/Damascus";
    full.enabled = false;
    full.allow_private = true;
    full.interval = 90min;
    full.delay = 1500ms;
    full.user_agent = "one/1 (+https://one.example/)";
    full.kind = SourceKind::sitemap;
    full.pattern = "/[a], {b}/#";
    full.newer_than = 48h;
    full.fallbacks.resize(2);
    full.fallbacks[0].kind = SourceKind::listing;
    full.fallbacks[0].url = "https://one.example/?a=1,2";
    full.fallbacks[0].links = "h2 > a[href], .x";
    full.fallbacks[1].kind = SourceKind::news_sitemap;
    full.fallbacks[1].url = "https://one.example/news.xml";
    full.fallbacks[1].backfill = true;
    std::string text = "sources:\n  -";
    for (const Setting& setting : effective(full))
        text += (text.ends_with('-') ? " " : "    ") + setting.key + ": " + setting.value + "\n";
    const ConfigFolder folder({{"khabar.yaml", text}});
    ASSERT_THAT(folder.problems(), IsEmpty()) << text;
    EXPECT_THAT(load(folder.main()).settings.sources, ElementsAre(full)) << text;
}

} // namespace
} // namespace khabar::settings
