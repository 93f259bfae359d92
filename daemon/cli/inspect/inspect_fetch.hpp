#pragma once
// Documents for `khabar inspect KIND URL`, fetched as the daemon would: in their host's turn, through the
// same gates; nothing is stored.

#include "daemon/net/response.hpp"
#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/pipeline/loop/archive.hpp"
#include "daemon/pipeline/loop/cpu_pool.hpp"
#include "parsers/base/result.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace khabar::cli {

class DocumentFetcher {
  public:
    DocumentFetcher(settings::Settings settings, bool allow_private);

    // The answer with a good status. robots.txt is asked where `robots` says so and the settings do not
    // forbid it.
    [[nodiscard]] Result<net::Response> get(const std::string& url, bool robots);

  private:
    settings::Source source_;
    boost::asio::io_context loop_{1};
    pipeline::Archive archive_;
    pipeline::CpuPool pool_;
    pipeline::Crawl crawl_;
};

// The request for inspect() that holds such an answer: "bytes", and what inspectors ask besides ("url",
// "headers", "content_type").
[[nodiscard]] boost::json::object request_of(const net::Response& response);

// The files that a sitemap index names: newest first, then those without a date; an index among them is read
// too, to this depth. What they list is put into "locs" of the answer, and into "files" what became of each;
// "unread" says how many were left.
inline constexpr std::size_t max_inspected_files = 20;
inline constexpr int max_inspected_depth = 3;
inline constexpr std::size_t max_inspected_locations = 50'000;
void follow_index(DocumentFetcher& fetcher, boost::json::object& answer);

} // namespace khabar::cli
