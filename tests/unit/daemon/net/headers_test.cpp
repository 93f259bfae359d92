#include "daemon/net/headers.hpp"
#include "daemon/net/status.hpp"

#include <gtest/gtest.h>

namespace khabar::net {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;
using std::chrono::sys_days;

constexpr std::chrono::sys_seconds noon = sys_days(std::chrono::year(2026) / 3 / 1) + 12h;

Headers with(std::initializer_list<HeaderField> fields) {
    Headers headers;
    for (const HeaderField& field : fields)
        headers.add(field.name, field.value);
    return headers;
}

TEST(Headers, NamesInAnyCaseValuesTrimmed) {
    const Headers headers = with({{"ETag", "  \"a b\" \r\n"}, {"Set-Cookie", "x=1"}, {"set-cookie", "y=2"}});
    EXPECT_EQ(headers.get("etag"), "\"a b\"");
    EXPECT_EQ(headers.get("ETAG"), "\"a b\"");
    EXPECT_EQ(headers.get("set-cookie"), "x=1");
    EXPECT_EQ(headers.fields().size(), 3u);
    EXPECT_EQ(headers.fields()[2].name, "set-cookie");
    EXPECT_FALSE(headers.has("last-modified"));
    EXPECT_EQ(headers.get("last-modified"), "");
}

TEST(HttpDate, ImfFixdate) {
    EXPECT_EQ(http_date("Sun, 01 Mar 2026 12:00:00 GMT"), noon);
    EXPECT_EQ(http_date(" Sun, 06 Nov 1994 08:49:37 GMT "),
              sys_days(std::chrono::year(1994) / 11 / 6) + 8h + 49min + 37s);
}

class NoHttpDate : public testing::TestWithParam<const char*> {};
TEST_P(NoHttpDate, IsRefused) {
    EXPECT_FALSE(http_date(GetParam()).has_value());
}
INSTANTIATE_TEST_SUITE_P(Forms, NoHttpDate,
                         testing::Values("", "0", "-1", "Sun, 01 Mar 2026 12:00:00",
                                         "Sun, 01 Mar 2026 12:00:00 PST", "Sun, 32 Mar 2026 12:00:00 GMT",
                                         "Mon, 29 Feb 2026 12:00:00 GMT", "Sun, 01 Foo 2026 12:00:00 GMT",
                                         "Sun, 01 Mar 2026 24:00:00 GMT", "Sun, 01 Mar 2026 12:60:00 GMT",
                                         "Sun, -1 Mar 2026 12:00:00 GMT", "Sun, 01 Mar 2026 12-00-00 GMT",
                                         "Sun, 01 Mar +026 12:00:00 GMT"));

struct RetryCase {
    const char* value;
    std::optional<seconds> expected;
};
class RetryAfter : public testing::TestWithParam<RetryCase> {};
TEST_P(RetryAfter, IsRead) {
    EXPECT_EQ(retry_after(with({{"Retry-After", GetParam().value}}), noon), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(Values, RetryAfter,
                         testing::Values(RetryCase{"120", 120s}, RetryCase{" 0 ", 0s},
                                         RetryCase{"", std::nullopt}, RetryCase{"soon", std::nullopt},
                                         RetryCase{"-5", std::nullopt}, RetryCase{"1.5", std::nullopt},
                                         RetryCase{"99999999999999999999999", std::chrono::years(1)},
                                         RetryCase{"Sun, 01 Mar 2026 12:01:00 GMT", 60s},
                                         RetryCase{"Sun, 01 Mar 2026 11:00:00 GMT", 0s}));

TEST(RetryAfterDate, IsMeasuredOnTheServersClock) {
    const Headers headers =
        with({{"Retry-After", "Sun, 01 Mar 2020 00:05:00 GMT"}, {"Date", "Sun, 01 Mar 2020 00:00:00 GMT"}});
    EXPECT_EQ(retry_after(headers, noon), 5min);
}

struct FreshCase {
    const char* control;
    std::optional<seconds> expected;
};
class Freshness : public testing::TestWithParam<FreshCase> {};
TEST_P(Freshness, OfCacheControl) {
    EXPECT_EQ(freshness(with({{"Cache-Control", GetParam().control}})), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Values, Freshness,
    testing::Values(FreshCase{"max-age=300", 300s}, FreshCase{"public, Max-Age = 60 , stale-if-error=9", 60s},
                    FreshCase{"max-age=\"30\"", 30s}, FreshCase{"no-cache, max-age=300", std::nullopt},
                    FreshCase{"max-age=300, no-store", std::nullopt}, FreshCase{"private", std::nullopt},
                    FreshCase{"max-age=", std::nullopt}, FreshCase{"max-age", std::nullopt},
                    FreshCase{",,,", std::nullopt}, FreshCase{"s-maxage=9", std::nullopt},
                    FreshCase{"max-age=184467440737095516150", std::chrono::years(1)}));

TEST(FreshnessOfExpires, AgainstDateAndOnlyWithoutMaxAge) {
    Headers headers =
        with({{"Expires", "Sun, 01 Mar 2026 13:00:00 GMT"}, {"Date", "Sun, 01 Mar 2026 12:00:00 GMT"}});
    EXPECT_EQ(freshness(headers), 1h);
    headers.add("Cache-Control", "max-age=5");
    EXPECT_EQ(freshness(headers), 5s);
    EXPECT_EQ(freshness(with({{"Expires", "0"}, {"Date", "Sun, 01 Mar 2026 12:00:00 GMT"}})), std::nullopt);
}

struct StatusCase {
    int status;
    std::optional<Errc> expected;
};
class Status : public testing::TestWithParam<StatusCase> {};
TEST_P(Status, MeansThis) {
    EXPECT_EQ(failure_of_status(GetParam().status), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    All, Status,
    testing::Values(StatusCase{200, {}}, StatusCase{204, {}}, StatusCase{299, {}}, StatusCase{304, {}},
                    StatusCase{400, Errc::http_client_error}, StatusCase{401, Errc::blocked},
                    StatusCase{403, Errc::blocked}, StatusCase{404, Errc::not_found},
                    StatusCase{407, Errc::blocked}, StatusCase{410, Errc::gone},
                    StatusCase{418, Errc::http_client_error}, StatusCase{429, Errc::throttled},
                    StatusCase{451, Errc::blocked}, StatusCase{500, Errc::http_server_error},
                    StatusCase{503, Errc::throttled}, StatusCase{599, Errc::http_server_error},
                    StatusCase{0, Errc::protocol_error}, StatusCase{101, Errc::protocol_error},
                    StatusCase{301, Errc::protocol_error}, StatusCase{600, Errc::protocol_error}));

TEST(Redirects, ByStatus) {
    for (const int status : {301, 302, 303, 307, 308})
        EXPECT_TRUE(is_redirect(status)) << status;
    for (const int status : {200, 300, 304, 305, 306, 309, 400})
        EXPECT_FALSE(is_redirect(status)) << status;
    EXPECT_TRUE(is_permanent_redirect(301));
    EXPECT_TRUE(is_permanent_redirect(308));
    EXPECT_FALSE(is_permanent_redirect(302));
}

} // namespace
} // namespace khabar::net
