// Secrets: where they come from, and that nothing shows them.

#include "daemon/settings/effective.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "config_folder.hpp"

namespace khabar::settings {
namespace {

using testing::ConfigFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Loaded load_with_secrets(const ConfigFolder& folder) {
    LoadOptions options;
    options.secrets = true;
    return load(folder.main(), options);
}

std::vector<std::string> lines(const std::vector<Problem>& problems) {
    std::vector<std::string> out;
    for (const Problem& problem : problems)
        out.push_back(std::filesystem::path(problem.file).filename().string() + ":" +
                      std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " +
                      problem.message);
    return out;
}

std::string shown(const Source& source) {
    std::string out;
    for (const Setting& setting : effective(source))
        out.append(setting.key).append(": ").append(setting.value).append("\n");
    return out;
}

constexpr const char* from_everywhere = R"(sources:
  - id: a
    url: https://a.example/feed
    auth:
      basic: {username: reader, password: {credential: a-password}}
    headers:
      X-Key: {env: KHABAR_TEST_KEY}
    cookies:
      session: {file: cookie.txt}
  - id: b
    url: https://b.example/feed
    auth: {bearer: literal-token}
)";

TEST(Secrets, ComeFromCredentialEnvironmentFileAndTheConfigurationItself) {
    const ConfigFolder folder({{"khabar.yaml", from_everywhere},
                               {"cookie.txt", "c00kie\n"},
                               {"credentials/a-password", "p4ss:word\r\n"}});
    setenv("CREDENTIALS_DIRECTORY", (folder.path() / "credentials").c_str(), 1);
    setenv("KHABAR_TEST_KEY", "k3y", 1);
    const Loaded loaded = load_with_secrets(folder);
    unsetenv("CREDENTIALS_DIRECTORY");
    unsetenv("KHABAR_TEST_KEY");
    ASSERT_THAT(lines(loaded.problems), IsEmpty());
    const Source& a = loaded.settings.sources[0];
    EXPECT_EQ(a.access->auth.username, "reader");
    EXPECT_EQ(a.access->auth.password.reveal(), "p4ss:word");
    ASSERT_EQ(a.access->headers.size(), 1u);
    EXPECT_EQ(a.access->headers[0].name, "X-Key");
    EXPECT_EQ(a.access->headers[0].value.reveal(), "k3y");
    EXPECT_EQ(a.access->cookies.at(0).value.reveal(), "c00kie");
    EXPECT_EQ(loaded.settings.sources[1].access->auth.bearer.reveal(), "literal-token");
    for (const std::string_view secret : {"p4ss", "k3y", "c00kie", "literal-token"})
        EXPECT_THAT(shown(a) + shown(loaded.settings.sources[1]), Not(HasSubstr(secret)));
    EXPECT_THAT(shown(a), HasSubstr("auth: {basic: {username: reader, password: {credential: a-password}}}"));
    EXPECT_THAT(shown(a), HasSubstr("headers: {X-Key: {env: KHABAR_TEST_KEY}}"));
    EXPECT_THAT(shown(loaded.settings.sources[1]), HasSubstr("auth: {bearer: \"(redacted)\"}"));
}

TEST(Secrets, ThatCannotBeHadAreProblemsForTheDaemonAndWarningsForWhoOnlyAsks) {
    const ConfigFolder folder({{"khabar.yaml", from_everywhere}});
    unsetenv("CREDENTIALS_DIRECTORY");
    unsetenv("KHABAR_TEST_KEY");
    const auto found = lines(load_with_secrets(folder).problems);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_THAT(found[0], HasSubstr("khabar.yaml:5:43: credential 'a-password' cannot be had"));
    EXPECT_THAT(found[1], HasSubstr("khabar.yaml:7:14: environment variable 'KHABAR_TEST_KEY' is not set"));
    EXPECT_THAT(found[2], HasSubstr("cookie.txt: no such file"));
    const Loaded asked = load(folder.main());
    EXPECT_THAT(lines(asked.problems), IsEmpty());
    EXPECT_GE(asked.warnings.size(), 3u);
}

TEST(Secrets, ALiteralOneInAFileForEverybodyIsWarnedAbout) {
    const ConfigFolder folder(
        {{"khabar.yaml", "sources: [{id: a, url: 'https://a.example/', auth: {bearer: token}}]\n"}});
    chmod(folder.main().c_str(), 0644);
    EXPECT_THAT(lines(load(folder.main()).warnings), ElementsAre(HasSubstr("every user may read the file")));
    chmod(folder.main().c_str(), 0640);
    EXPECT_THAT(load(folder.main()).warnings, IsEmpty());
}

TEST(Secrets, AreTakenOutOfAddresses) {
    const ConfigFolder folder(
        {{"khabar.yaml", "fetch: {proxy: 'http://me:pr0xy@proxy.example:8080'}\n"
                         "sources: [{id: a, url: 'https://u%40x:p%3Aw@a.example/feed?x=1'}]\n"}});
    const Loaded loaded = load(folder.main());
    ASSERT_THAT(lines(loaded.problems), IsEmpty());
    const Source& source = loaded.settings.sources[0];
    EXPECT_EQ(source.url, "https://a.example/feed?x=1");
    EXPECT_EQ(source.access->auth.username, "u@x");
    EXPECT_EQ(source.access->auth.password.reveal(), "p:w");
    EXPECT_THAT(loaded.settings.fetch.proxy, Not(HasSubstr("pr0xy")));
    EXPECT_EQ(loaded.settings.fetch.proxy_username, "me");
    EXPECT_EQ(loaded.settings.fetch.proxy_password.reveal(), "pr0xy");
}

TEST(Secrets, AreTakenOutOfTheAddressesOfFallbacks) {
    const ConfigFolder folder({{"khabar.yaml", R"(sources:
  - id: a
    url: https://a.example/feed
    fallbacks:
      - {kind: sitemap, url: 'https://u:own@a.example/sitemap.xml'}
      - {kind: feed, url: 'https://u:other@b.example/feed'}
)"}});
    const Loaded loaded = load(folder.main());
    ASSERT_THAT(lines(loaded.problems), IsEmpty());
    const Source& source = loaded.settings.sources[0];
    ASSERT_EQ(source.fallbacks.size(), 2u);
    EXPECT_EQ(source.fallbacks[0].url, "https://a.example/sitemap.xml");
    EXPECT_EQ(source.fallbacks[1].url, "https://b.example/feed");
    EXPECT_EQ(source.access->auth.username, "u");
    EXPECT_EQ(source.access->auth.password.reveal(), "own"); // and not what was meant for b.example
    EXPECT_THAT(shown(source), Not(HasSubstr("other")));
}

TEST(Secrets, MistakesNameTheirPlace) {
    const ConfigFolder folder({{"khabar.yaml", R"(sources:
  - id: a
    url: https://a.example/feed
    auth: {basic: {username: "a:b", password: {vault: x}}, bearer: y}
    headers: {"Bad Name": x, Host: other.example}
    cookies: {s: {credential: ../../etc/shadow}}
)"}});
    const auto problems = folder.problems();
    const auto all = ::testing::PrintToString(problems);
    EXPECT_THAT(all, HasSubstr("'username' must not hold a colon"));
    EXPECT_THAT(all, HasSubstr("khabar.yaml:4:47: 'password' must be the secret itself, or one of"));
    EXPECT_THAT(all, HasSubstr("'auth' must hold either basic or bearer"));
    EXPECT_THAT(all, HasSubstr("'Bad Name' cannot be a name in 'headers'"));
    EXPECT_THAT(all, HasSubstr("'Host' is khabar's own to send"));
    EXPECT_THAT(all, HasSubstr("khabar.yaml:6:18: 's' must be the secret itself, or one of"));
}

TEST(Secrets, AHeaderStaysOneLine) {
    const ConfigFolder folder(
        {{"khabar.yaml", "sources: [{id: a, url: 'https://a.example/', auth: {bearer: {file: t}}}]\n"},
         {"t", "one\r\nX-Injected: two\n"}});
    EXPECT_THAT(lines(load_with_secrets(folder).problems), ElementsAre(HasSubstr("must be one line")));
}

} // namespace
} // namespace khabar::settings
