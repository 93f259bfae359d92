// The fetcher against nginx: TLS, HTTP/2, and the conditional requests of a server that others run.
#include "tests/support/fetch_fixture/fetch_fixture.hpp"
#include "tests/support/nginx/nginx.hpp"

#include <algorithm>
#include <vector>

namespace khabar::net {
namespace {

class NginxTest : public FetchTest {
  protected:
    static void SetUpTestSuite() {
        nginx_ = std::make_unique<test::Nginx>();
        nginx_->file("page.html", "<p>page</p>");
        nginx_->file("big.bin", std::string(3u << 20, 'b'));
    }
    static void TearDownTestSuite() { nginx_.reset(); }

    void trust() { fetcher().trust_only(nginx_->ca_file()); }

    static inline std::unique_ptr<test::Nginx> nginx_;
};

TEST_F(NginxTest, Http11KeepsItsConnection) {
    const auto first = fetch(request(nginx_->http("/page.html")));
    ASSERT_TRUE(first.has_value()) << to_string(first.error());
    EXPECT_EQ(first->body, "<p>page</p>");
    EXPECT_FALSE(first->http2);
    EXPECT_TRUE(fetch(request(nginx_->http("/page.html")))->reused_connection);
}

TEST_F(NginxTest, Http2OverTls) {
    trust();
    const auto first = fetch(request(nginx_->https("/page.html")));
    ASSERT_TRUE(first.has_value()) << to_string(first.error());
    EXPECT_EQ(first->body, "<p>page</p>");
    EXPECT_TRUE(first->http2);
    EXPECT_GT(first->timings.tls.count(), 0);
    EXPECT_TRUE(fetch(request(nginx_->https("/page.html")))->reused_connection);
}

TEST_F(NginxTest, ManyStreamsOnHttp2) {
    trust();
    ASSERT_TRUE(fetch(request(nginx_->https("/page.html"))).has_value());
    std::vector<std::optional<Result<Response>>> results(100);
    for (auto& result : results)
        start(request(nginx_->https("/big.bin")), result);
    const auto all = [&] {
        return std::ranges::all_of(results, [](const auto& result) { return result.has_value(); });
    };
    run_until(all);
    ASSERT_TRUE(all());
    for (const auto& result : results) {
        ASSERT_TRUE(result->has_value()) << to_string(result->error());
        EXPECT_EQ((*result)->body.size(), 3u << 20);
    }
}

TEST_F(NginxTest, BodyOverItsBoundOnHttp2LeavesTheOthersAlone) {
    trust();
    Request small = request(nginx_->https("/big.bin"));
    small.bounds.max_bytes = 1000;
    EXPECT_EQ(error_of(small), Errc::too_large);
    EXPECT_EQ(fetch(request(nginx_->https("/page.html")))->body, "<p>page</p>");
}

TEST_F(NginxTest, ValidatorsOfNginx) {
    const auto first = fetch(request(nginx_->http("/page.html")));
    ASSERT_FALSE(first->etag.empty());
    ASSERT_FALSE(first->last_modified.empty());
    Request by_etag = request(nginx_->http("/page.html"));
    by_etag.etag = first->etag;
    EXPECT_TRUE(fetch(by_etag)->not_modified());
    Request by_date = request(nginx_->http("/page.html"));
    by_date.last_modified = first->last_modified;
    EXPECT_TRUE(fetch(by_date)->not_modified());
}

TEST_F(NginxTest, CertificatesThatDoNotHold) {
    EXPECT_EQ(error_of(request(nginx_->https("/page.html"))), Errc::tls_failed); // a CA that nobody knows
    trust();
    EXPECT_EQ(error_of(request(nginx_->expired("/page.html"))), Errc::tls_failed);
    EXPECT_EQ(error_of(request(nginx_->misnamed("/page.html"))), Errc::tls_failed);
}

} // namespace
} // namespace khabar::net
