#include "daemon/cli/pages/explain_fetch.hpp"

#include "daemon/pipeline/page/page_fetch.hpp"
#include "parsers/url/url.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

namespace khabar::cli {

namespace {

// Asked after the fetch: by then the rules are known, or it is known why not.
std::string robots_verdict(pipeline::Crawl& crawl, const std::string& address) {
    if (!crawl.settings->fetch.robots) return "not asked (fetch.robots is off)";
    const auto url = url::Url::parse(address);
    if (!url) return {};
    std::string target(url->path());
    if (const auto query = url->query()) target.append("?").append(*query);
    const poll::RobotsAnswer answer = crawl.robots.ask(url->origin(), target, crawl.clock.now());
    if (!answer.known) return "not asked";
    const std::string rule =
        answer.verdict.line > 0 ? ", line " + std::to_string(answer.verdict.line) : ", no rule speaks of it";
    if (answer.verdict.allowed) return "allowed" + rule;
    return answer.unreachable ? "forbidden: robots.txt cannot be had" : "forbidden" + rule;
}

} // namespace

FetchedForReport fetch_for_report(settings::Settings settings, settings::Source source, std::string address) {
    boost::asio::io_context loop{1};
    pipeline::Archive archive(":memory:");
    pipeline::CpuPool pool(1);
    pipeline::Crawl crawl(loop.get_executor(),
                          std::make_shared<const settings::Settings>(std::move(settings)), archive, pool);
    FetchedForReport made;
    std::exception_ptr failed;
    store::Link link;
    link.url = address;
    auto done = [&](std::exception_ptr error, pipeline::FetchResult<pipeline::Fetched> page) {
        failed = error;
        if (!error && page)
            made.response = std::move(page->response);
        else if (!error)
            made.response = tl::unexpected(page.error().error);
        made.robots = robots_verdict(crawl, address);
        loop.stop();
    };
    boost::asio::co_spawn(loop, pipeline::fetch_page(crawl, source, link), done);
    const auto work = boost::asio::make_work_guard(loop);
    loop.run();
    if (failed) std::rethrow_exception(failed);
    return made;
}

} // namespace khabar::cli
