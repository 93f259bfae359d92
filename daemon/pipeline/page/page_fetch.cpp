#include "daemon/pipeline/page/page_fetch.hpp"

#include "daemon/net/status.hpp"
#include "daemon/pipeline/commit/revisit.hpp"
#include "daemon/pipeline/draft/barrier.hpp"
#include "daemon/pipeline/host/credentials.hpp"
#include "daemon/pipeline/host/paced_fetch.hpp"
#include "daemon/settings/zone_offset.hpp"
#include "daemon/store/site_traits.hpp"
#include "parsers/date/parse.hpp"
#include "parsers/html/document.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/url/canonical.hpp"

namespace khabar::pipeline {

namespace {

constexpr std::string_view accept = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5";

boost::asio::awaitable<std::shared_ptr<const article::SiteMemory>> site_memory(Crawl& crawl,
                                                                               std::string site) {
    std::shared_ptr<const article::SiteMemory> memory = crawl.memories.find(site);
    if (memory) co_return memory;
    auto load = [site](store::Database& database, story::StoryIndex&) {
        return store::load_site_memory(database, site);
    };
    article::SiteMemory loaded = co_await crawl.archive.write(std::move(load));
    crawl.memories.put(site, std::move(loaded));
    co_return crawl.memories.find(site);
}

PageInput input_of(const Crawl& crawl, const settings::Source& source, const store::Link& link) {
    PageInput input;
    input.url = link.url;
    input.feed_title = link.title;
    input.feed_summary = text_of_html(link.summary_html);
    input.feed_authors = link.authors;
    input.feed_tags = link.categories;
    input.feed_image = link.image;
    input.language = source.language;
    input.now = Clock::wall();
    input.offset = settings::zone_offset(source.time_zone, *input.now);
    input.settings = crawl.settings;
    date::Context context;
    context.offset = input.offset;
    if (!link.published.empty()) input.feed_published = date::parse(link.published, context);
    return input;
}

// On the pool. A login page is "blocked", whatever text it has.
Result<Draft> article_of(const PageInput& input) {
    Result<Draft> draft = draft_from_page(input);
    const bool nothing = !draft && draft.error().code == Errc::not_an_article;
    const bool little = draft && draft->text.size() < login_page_bytes &&
                        !is_announced(input.feed_title, draft->article.title, draft->text);
    if ((nothing || little) && has_password_field(input.body))
        return fail(Errc::blocked, "a login page: a field for a password and no article");
    return draft;
}

net::Request page_request(const Crawl& crawl, const settings::Source& source, url::Url url) {
    net::Request request{.url = std::move(url)};
    request.user_agent = source.user_agent.empty() ? crawl.settings->fetch.user_agent : source.user_agent;
    request.accept = accept;
    request.credentials = credentials_of(source);
    request.bounds.max_bytes = crawl.settings->fetch.page_bytes;
    request.allow_private = source.allow_private || crawl.settings->fetch.allow_private;
    return request;
}

} // namespace

std::string site_of(const std::string& url) {
    const auto parsed = url::Url::parse(url);
    return parsed ? url::registrable_domain(parsed->host()) : std::string();
}

std::string text_of_html(const std::string& html) {
    const auto fragment = html::Document::parse(html);
    return fragment ? text::clean_field(fragment->text_content(fragment->root())) : std::string();
}

boost::asio::awaitable<FetchResult<Fetched>> fetch_page(Crawl& crawl, settings::Source source,
                                                        store::Link link, std::optional<store::Visit> seen) {
    auto url = url::Url::parse(link.url);
    if (!url) co_return fetch_failed(url.error());
    Turn turn;
    turn.flow = source.id;
    turn.robots = crawl.settings->fetch.robots;
    net::Request request = page_request(crawl, source, *url);
    if (seen) add_validators(request, *seen);
    FetchResult<Fetched> page = co_await paced_fetch(crawl, std::move(request), std::move(turn));
    if (!page) co_return page;
    if (const auto code = net::failure_of_status(page->response.status)) {
        Error error{*code, "HTTP " + std::to_string(page->response.status)};
        co_return fetch_failed(std::move(error), page->response.retry_after);
    }
    if (const auto barrier = barrier_of(page->response, *url)) co_return fetch_failed(*barrier);
    co_return page;
}

boost::asio::awaitable<Result<Draft>> extract_page(Crawl& crawl, settings::Source source, store::Link link,
                                                   net::Response response) {
    PageInput input = input_of(crawl, source, link);
    input.url = response.url;
    input.body = std::move(response.body);
    input.content_type = response.content_type;
    input.memory = co_await site_memory(crawl, site_of(input.url));
    auto job = [input = std::move(input)] { return article_of(input); };
    Result<Draft> draft = co_await crawl.pool.run(std::move(job));
    co_return draft;
}

boost::asio::awaitable<Result<Draft>> extract_entry(Crawl& crawl, settings::Source source, store::Link link) {
    PageInput input = input_of(crawl, source, link);
    auto job = [input = std::move(input), html = link.content_html] { return draft_from_entry(input, html); };
    Result<Draft> draft = co_await crawl.pool.run(std::move(job));
    co_return draft;
}

} // namespace khabar::pipeline
