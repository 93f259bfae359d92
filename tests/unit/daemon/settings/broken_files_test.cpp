// What is wrong with a file, where, and what to do about it: every message that a person can meet.

#include "tests/unit/daemon/settings/config_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::settings {
namespace {

using testing::ConfigFolder;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

struct Case {
    const char* text;
    std::vector<std::string> problems;
};

class BrokenMainFile : public ::testing::TestWithParam<Case> {};

TEST_P(BrokenMainFile, IsDescribed) {
    const ConfigFolder folder({{"khabar.yaml", GetParam().text}});
    EXPECT_THAT(folder.problems(), ElementsAreArray(GetParam().problems));
}

const Case main_cases[] = {
    {"fetsh:\n  delay: 1s\n",
     {"khabar.yaml:1:1: unknown key 'fetsh' in the configuration; did you mean 'fetch'?"}},
    {"fetch:\n  dealy: 1s\n", {"khabar.yaml:2:3: unknown key 'dealy' in fetch; did you mean 'delay'?"}},
    {"poll:\n  delay: 1s\n", {"khabar.yaml:2:3: unknown key 'delay' in poll; it belongs in 'fetch'"}},
    {"level: info\n", {"khabar.yaml:1:1: unknown key 'level' in the configuration; it belongs in 'log'"}},
    {"store:\n  database: ~/news.db\n",
     {"khabar.yaml:2:13: 'database' must be a path in full; '~' is the shell's"}},
    {"fetch:\n  colour: red\n", {"khabar.yaml:2:3: unknown key 'colour' in fetch"}},
    {"fetch: {<<: 1}\n", {"khabar.yaml:1:9: unknown key '<<' in fetch"}},
    {"log:\n  level: info\n  level: warn\n",
     {"khabar.yaml:3:3: 'level' stands twice in log (first in line 2); keep one"}},
    {"log: {}\nlog: {}\n",
     {"khabar.yaml:2:1: 'log' stands twice in the configuration (first in line 1); keep one"}},
    {"fetch: fast\n", {"khabar.yaml:1:8: fetch must be a mapping of keys to values (key: value)"}},
    {"fetch: [a]\n", {"khabar.yaml:1:8: fetch must be a mapping of keys to values (key: value)"}},
    {"- fetch\n", {"khabar.yaml:1:1: the configuration must be a mapping of keys to values (key: value)"}},
    {"just words\n", {"khabar.yaml:1:1: the configuration must be a mapping of keys to values (key: value)"}},
    {"workers: many\n", {"khabar.yaml:1:10: 'workers' must be a whole number from 0 to 256, not 'many'"}},
    {"workers: 257\n", {"khabar.yaml:1:10: 'workers' must be a whole number from 0 to 256, not '257'"}},
    {"workers: -1\n", {"khabar.yaml:1:10: 'workers' must be a whole number from 0 to 256, not '-1'"}},
    {"workers: 2.5\n", {"khabar.yaml:1:10: 'workers' must be a whole number from 0 to 256, not '2.5'"}},
    {"workers: [2]\n", {"khabar.yaml:1:10: 'workers' must be a single value"}},
    {"log:\n  level:\n", {"khabar.yaml:2:3: 'level' has no value; give it one, or remove the line"}},
    {"log:\n  level: ~\n", {"khabar.yaml:2:3: 'level' has no value; give it one, or remove the line"}},
    {"log:\n  level: inof\n",
     {"khabar.yaml:2:10: 'level' must be trace, debug, info, warn or error, not 'inof'; did you mean "
      "'info'?"}},
    {"log:\n  format: xml\n", {"khabar.yaml:2:11: 'format' must be text or json, not 'xml'"}},
    {"fetch:\n  robots: yes\n", {"khabar.yaml:2:11: 'robots' must be false or true, not 'yes'"}},
    {"fetch:\n  delay: 5\n",
     {"khabar.yaml:2:10: 'delay': '5' is no duration: write a number with a unit (ms, s, m, h, d), such as "
      "30s or 1h30m"}},
    {"fetch:\n  delay: 2h\n", {"khabar.yaml:2:10: 'delay' must be from 0s to 1h, not '2h'"}},
    {"fetch:\n  connect_timeout: 1500ms\n", {"khabar.yaml:2:20: 'connect_timeout' must be whole seconds"}},
    {"fetch:\n  connect_timeout: 500ms\n",
     {"khabar.yaml:2:20: 'connect_timeout' must be from 1s to 10m, not '500ms'"}},
    {"fetch:\n  page_bytes: 4\n",
     {"khabar.yaml:2:15: 'page_bytes': '4' is no size: write a number with a unit (B, KiB, MiB, GiB, kB, MB, "
      "GB), such as 4MiB"}},
    {"fetch:\n  page_bytes: 1GiB\n",
     {"khabar.yaml:2:15: 'page_bytes' must be from 1KiB to 64MiB, not '1GiB'"}},
    {"fetch:\n  proxy: ftp://x/\n",
     {"khabar.yaml:2:10: 'proxy' must be http://, https://, socks5:// or socks5h://HOST:PORT"}},
    {"fetch:\n  user_agent: \"a\\nb\"\n",
     {"khabar.yaml:2:15: 'user_agent' must be one line without control characters"}},
    {"poll:\n  min_interval: 1h\n",
     {"khabar.yaml:2:17: 'min_interval' (1h) must not be longer than 'default_interval' (30m)"}},
    {"poll:\n  max_interval: 10m\n  min_interval: 1m\n",
     {"khabar.yaml:2:17: 'max_interval' (10m) must not be shorter than 'default_interval' (30m)"}},
    {"store:\n  database: ''\n", {"khabar.yaml:2:13: 'database' must name a file"}},
    {"fetch:\n  revisit: [1h, 30m]\n", {"khabar.yaml:2:17: 'revisit': ages must ascend, and '30m' does not"}},
    {"fetch:\n  revisit: [5s, soon]\n",
     {"khabar.yaml:2:13: 'revisit': an age must be from 10m to 90d, not '5s'",
      "khabar.yaml:2:17: 'revisit': 'soon' is no duration: write a number with a unit (ms, s, m, h, d), such "
      "as "
      "30s or 1h30m"}},
    {"stories:\n  likeness: equal\n",
     {"khabar.yaml:2:13: 'likeness' must be loose, normal or strict, not 'equal'"}},
    {"stories:\n  window: 8d\n", {"khabar.yaml:2:11: 'window' must be from 1h to 7d, not '8d'"}},
    {"store:\n  duplicates: keep\n", {"khabar.yaml:2:15: 'duplicates' must be link or drop, not 'keep'"}},
    {"sources: none\n", {"khabar.yaml:1:10: 'sources' must be a list; begin each source with '- id: …'"}},
    {"sites: none\n", {"khabar.yaml:1:8: 'sites' must be a list; begin each rule with '- hosts: …'"}},
    {"a: b: c\n", {"khabar.yaml:1:5: is no YAML: mapping values are not allowed in this context"}},
    {"fetch:\n  delay: \"1s\n",
     {"khabar.yaml:2:10: is no YAML: the quote that is opened here is never closed"}},
    {"fetch: {delay: 1s\n",
     {"khabar.yaml:2:1: is no YAML: did not find expected ',' or '}' (while parsing a flow mapping, which "
      "begins "
      "in line 1)"}},
    {"log:\n  level: \xC2\x9Binfo\n", {"khabar.yaml:2:10: is no YAML: control characters are not allowed"}},
    // Columns are characters, as editors count them, not bytes.
    {"fetch: {proxy: خبر, colour: 1}\n",
     {"khabar.yaml:1:16: 'proxy' must be http://, https://, socks5:// or socks5h://HOST:PORT",
      "khabar.yaml:1:21: unknown key 'colour' in fetch"}},
    // What is quoted cannot write on the terminal.
    {"\"a\\e[31m\\u202e\": 1\n",
     {"khabar.yaml:1:1: unknown key 'a\\u{1b}[31m\\u{202e}' in the configuration"}},
};

INSTANTIATE_TEST_SUITE_P(, BrokenMainFile, ::testing::ValuesIn(main_cases));

class BrokenSource : public ::testing::TestWithParam<Case> {};

TEST_P(BrokenSource, IsDescribed) {
    const ConfigFolder folder({{"khabar.yaml", ""}, {"sources.d/a.yaml", GetParam().text}});
    EXPECT_THAT(folder.problems(), ElementsAreArray(GetParam().problems));
}

const Case source_cases[] = {
    {"fetch: {delay: 1s}\n", {"sources.d/a.yaml:1:1: unknown key 'fetch' in this file"}},
    {"source:\n", {"sources.d/a.yaml:1:1: unknown key 'source' in this file; did you mean 'sources'?"}},
    {"sources:\n  - just a name\n",
     {"sources.d/a.yaml:2:5: a source must be a mapping of keys to values (key: value)"}},
    {"sources:\n  - name: x\n",
     {"sources.d/a.yaml:2:5: 'id' is missing from a source; add it",
      "sources.d/a.yaml:2:5: 'url' is missing from a source; add it"}},
    {"sources:\n  - id: A b\n    url: http://a.example/\n",
     {"sources.d/a.yaml:2:9: 'id' must be 1 to 64 of a-z 0-9 . _ -, not 'A b'"}},
    {"sources:\n  - id: a\n    url: /feed\n",
     {"sources.d/a.yaml:3:10: 'url' must begin with https:// or http://, not '/feed'"}},
    {"sources:\n  - id: a\n    url: ftp://a.example/\n",
     {"sources.d/a.yaml:3:10: 'url' must begin with https:// or http://, not 'ftp://a.example/'"}},
    {"sources:\n  - id: a\n    url: http://a.example/\n    kind: web\n",
     {"sources.d/a.yaml:4:11: 'kind' must be feed, news_sitemap, sitemap, listing or wordpress, not 'web'"}},
    {"sources:\n  - id: a\n    url: http://a.example/\n    tags: [x, [y], x, '']\n",
     {"sources.d/a.yaml:4:15: 'tags' must be a single value",
      "sources.d/a.yaml:4:20: tag 'x' stands twice; keep one",
      "sources.d/a.yaml:4:23: a tag must have 1 to 64 bytes"}},
    {"sources:\n  - id: a\n    url: http://a.example/\n    language: arabic\n",
     {"sources.d/a.yaml:4:15: 'language' must be a language tag such as ar or en-GB, not 'arabic'"}},
    {"sources:\n  - id: a\n    url: http://a.example/\n    time_zone: Asia/Damascsu\n",
     {"sources.d/a.yaml:4:16: 'time_zone' 'Asia/Damascsu' is not known; write an IANA name such as "
      "Asia/Damascus; did you "
      "mean 'Asia/Damascus'?"}},
    {"sources:\n  - id: a\n    url: http://a.example/\n    time_zone: ../../etc/passwd\n",
     {"sources.d/a.yaml:4:16: 'time_zone' '../../etc/passwd' is not known; write an IANA name such as "
      "Asia/Damascus"}},
    {"sources:\n  - id: a\n    url: http://a.example/\n    intervall: 1h\n",
     {"sources.d/a.yaml:4:5: unknown key 'intervall' in a source; did you mean 'interval'?"}},
    {"sources:\n  - {id: a, url: 'http://a.example/x'}\n  - {id: a, url: 'http://b.example/'}\n",
     {"sources.d/a.yaml:3:10: 'id' 'a' is already used by the source at sources.d/a.yaml:2"}},
    {"sources:\n  - {id: a, url: 'http://a.example/'}\n  - {id: b, url: 'http://A.example:80'}\n",
     {"sources.d/a.yaml:3:18: 'url' 'http://a.example/' is already used by the source at "
      "sources.d/a.yaml:2"}},
};

INSTANTIATE_TEST_SUITE_P(, BrokenSource, ::testing::ValuesIn(source_cases));

class BrokenSite : public ::testing::TestWithParam<Case> {};

TEST_P(BrokenSite, IsDescribed) {
    const ConfigFolder folder({{"khabar.yaml", ""}, {"sites.d/a.yaml", GetParam().text}});
    EXPECT_THAT(folder.problems(), ElementsAreArray(GetParam().problems));
}

const Case site_cases[] = {
    {"sites:\n  - body: article\n", {"sites.d/a.yaml:2:5: 'hosts' is missing from a site rule; add it"}},
    {"sites:\n  - hosts: []\n", {"sites.d/a.yaml:2:12: 'hosts' must name at least one host"}},
    {"sites:\n  - hosts: https://a.example/\n",
     {"sites.d/a.yaml:2:12: 'https://a.example/' is no host; write it without scheme and path, such as "
      "example.org"}},
    {"sites:\n  - hosts: [a.example]\n  - hosts: [A.EXAMPLE]\n",
     {"sites.d/a.yaml:3:13: 'A.EXAMPLE' already has a rule at sites.d/a.yaml:2; merge the two"}},
    {"sites:\n  - hosts: a.example\n    drop_lines: ['*']\n",
     {"sites.d/a.yaml:3:18: a line to drop must have 1 to 1024 bytes before its '*'"}},
    {"sites:\n  - hosts: a.example\n    bodi: p\n",
     {"sites.d/a.yaml:3:5: unknown key 'bodi' in a site rule; did you mean 'body'?"}},
};

INSTANTIATE_TEST_SUITE_P(, BrokenSite, ::testing::ValuesIn(site_cases));

TEST(BrokenSelector, IsNamedWithItsPlace) {
    const ConfigFolder folder(
        {{"khabar.yaml", ""}, {"sites.d/a.yaml", "sites:\n  - hosts: a.example\n    drop: ['p[', .x]\n"}});
    EXPECT_THAT(folder.problems(),
                ElementsAre(::testing::StartsWith("sites.d/a.yaml:3:12: 'drop' 'p[' is no CSS selector: ")));
}

TEST(BrokenFiles, AllProblemsOfAllFilesAreNamedAtOnce) {
    const ConfigFolder folder({{"khabar.yaml", "workers: x\nlog: {level: loud}\n"},
                               {"sources.d/a.yaml", "sources: [{id: a}]\n"},
                               {"sources.d/b.yaml", "sources: [{id: a, url: 'http://a.example/'}]\n"},
                               {"sites.d/c.yaml", "sites: 1\n"}});
    EXPECT_THAT(
        folder.problems(),
        ElementsAre("khabar.yaml:1:10: 'workers' must be a whole number from 0 to 256, not 'x'",
                    "khabar.yaml:2:14: 'level' must be trace, debug, info, warn or error, not 'loud'",
                    "sources.d/a.yaml:1:11: 'url' is missing from a source; add it",
                    "sources.d/b.yaml:1:16: 'id' 'a' is already used by the source at sources.d/a.yaml:1",
                    "sites.d/c.yaml:1:8: 'sites' must be a list; begin each rule with '- hosts: …'"));
}

TEST(BrokenFiles, AFileThatIsNotThereIsAProblem) {
    const ConfigFolder folder;
    EXPECT_THAT(folder.problems(), ElementsAre("khabar.yaml: no such file"));
}

TEST(BrokenFiles, AFolderIsNoFile) {
    const ConfigFolder folder({{"khabar.yaml/x", ""}});
    EXPECT_THAT(folder.problems(), ElementsAre("khabar.yaml: is no regular file"));
}

TEST(BrokenFiles, AFileEndingInYmlIsNotLeftOutSilently) {
    const ConfigFolder folder({{"khabar.yaml", ""}, {"sources.d/a.yml", "sources:\n"}});
    EXPECT_THAT(folder.problems(), ElementsAre("sources.d: 'a.yml' is not read; rename it to end in .yaml"));
}

} // namespace
} // namespace khabar::settings
