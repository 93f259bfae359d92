#include "daemon/pipeline/source/input_reader.hpp"

#include "daemon/pipeline/source/document_validators.hpp"
#include "daemon/pipeline/source/sitemap_walk.hpp"
#include "daemon/settings/zone_offset.hpp"
#include "parsers/feed/feed.hpp"
#include "parsers/feed/wordpress.hpp"
#include "parsers/html/document.hpp"
#include "parsers/links/articles.hpp"
#include "parsers/text/encoding.hpp"

namespace khabar::pipeline {

namespace {

using settings::SourceKind;

constexpr std::string_view accept_feed = "application/atom+xml, application/rss+xml, application/rdf+xml, "
                                         "application/feed+json, application/xml;q=0.9, */*;q=0.5";
constexpr std::string_view accept_page = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5";
constexpr std::string_view accept_json = "application/json";

std::string_view accept_of(SourceKind kind) {
    if (kind == SourceKind::listing) return accept_page;
    return kind == SourceKind::wordpress ? accept_json : accept_feed;
}

Reading reading_of(const feed::Feed& feed, const std::string& source_id, std::chrono::minutes zone) {
    Reading reading;
    reading.candidates = discover(feed, source_id, zone).candidates;
    reading.ttl = feed.ttl;
    reading.update_period = feed.update_period;
    reading.skip_hours = feed.skip_hours;
    reading.skip_days = feed.skip_days;
    return reading;
}

Result<Reading> read_feed(const InputRequest& wanted, const net::Response& response,
                          std::chrono::minutes zone) {
    feed::Hints hints;
    hints.url = response.url;
    hints.content_type = response.content_type;
    hints.content_location = response.headers.get("content-location");
    hints.offset = zone;
    const auto feed = wanted.input.kind == SourceKind::wordpress ? feed::parse_wordpress(response.body, hints)
                                                                 : feed::parse(response.body, hints);
    if (!feed) return tl::unexpected(feed.error());
    return reading_of(*feed, wanted.source.id, zone);
}

Result<Reading> read_listing(const InputRequest& wanted, const net::Response& response,
                             std::chrono::minutes zone, store::Time now) {
    const auto decoded = text::decode_page(response.body, response.content_type);
    const auto page = html::Document::parse(decoded.utf8);
    if (!page) return tl::unexpected(page.error());
    const links::ListingHints hints{.url = response.url, .now = now, .offset = zone};
    links::Choice choice;
    if (!wanted.input.links.empty()) {
        auto selector = html::Selector::compile(wanted.input.links);
        if (!selector) return tl::unexpected(selector.error());
        choice.selector = std::move(*selector);
    }
    if (!wanted.input.pattern.empty()) {
        auto pattern = links::Glob::compile(wanted.input.pattern);
        if (!pattern) return tl::unexpected(pattern.error());
        choice.pattern = std::move(*pattern);
    }
    const bool chosen = choice.selector || choice.pattern;
    const auto articles =
        chosen ? links::chosen_links(*page, hints, choice) : links::article_links(*page, hints);
    if (articles.empty())
        return fail(Errc::empty, chosen
                                     ? "no link of the page matches 'links' and 'pattern'"
                                     : "no link of the page looks like an article; name them with 'links'");
    Reading reading;
    reading.candidates = discover(articles, wanted.source.id).candidates;
    reading.entries = entries_digest(reading.candidates, way_of_reading(wanted.input, zone));
    return reading;
}

Result<std::string> address_of(const InputRequest& wanted) {
    if (wanted.input.kind == SourceKind::wordpress) return feed::wordpress_address(wanted.url);
    return wanted.url;
}

InputAnswer failed(Error error) {
    InputAnswer answer;
    answer.error = std::move(error);
    return answer;
}

DocumentRequest request_for(const Crawl& crawl, const InputRequest& wanted, const std::string& address) {
    const SourceKind kind = wanted.input.kind;
    DocumentRequest request;
    request.source = wanted.source;
    request.url = address;
    if (!wanted.whole) request.validators = wanted.validators;
    request.accept = accept_of(kind);
    request.max_bytes =
        kind == SourceKind::listing ? crawl.settings->fetch.page_bytes : crawl.settings->fetch.feed_bytes;
    request.robots = kind != SourceKind::feed;
    return request;
}

// What a good answer says, read on the pool.
boost::asio::awaitable<Result<Reading>> reading_of_answer(Crawl& crawl, InputRequest wanted,
                                                          std::shared_ptr<const net::Response> response) {
    if (response->not_modified()) {
        Reading unchanged;
        unchanged.not_modified = true;
        co_return unchanged;
    }
    auto job = [wanted = std::move(wanted), response, now = Clock::wall()] {
        return read_bytes(wanted, *response, settings::zone_offset(wanted.source.time_zone, now), now);
    };
    Result<Reading> reading = co_await crawl.pool.run(std::move(job));
    co_return reading;
}

// An input that is one document.
boost::asio::awaitable<InputAnswer> read_document(Crawl& crawl, InputRequest wanted,
                                                  DocumentRequest request) {
    DocumentAnswer document = co_await fetch_document(crawl, request);
    InputAnswer answer;
    answer.error = document.error;
    answer.retry_after = document.retry_after;
    answer.status = document.status;
    if (answer.error) co_return answer;
    answer.ticket = std::move(document.ticket);
    Judged judged;
    judged.response = document.response;
    judged.known = wanted.validators;
    judged.whole = wanted.whole;
    Result<Reading> reading = co_await reading_of_answer(crawl, std::move(wanted), document.response);
    if (!reading) {
        answer.error = reading.error();
        co_return answer;
    }
    answer.reading = std::move(*reading);
    document.response->body.clear();
    judged.entries = answer.reading.entries;
    const bool known_liar = judged.known.distrusted;
    const std::string address = request.url;
    store::Validators validators =
        co_await validators_after(crawl, std::move(request), std::move(judged), answer.ticket);
    if (validators.distrusted && !known_liar) answer.reading.liar = address;
    answer.reading.validators = std::move(validators);
    answer.reading.answer = std::move(*document.response);
    co_return answer;
}

} // namespace

Result<Reading> read_bytes(const InputRequest& wanted, const net::Response& response,
                           std::chrono::minutes zone, store::Time now) {
    if (wanted.input.kind == SourceKind::listing) return read_listing(wanted, response, zone, now);
    auto reading = read_feed(wanted, response, zone);
    if (!reading) return reading;
    reading->entries = // of the feed, whatever is wanted of it
        entries_digest(reading->candidates, way_of_reading(wanted.input, zone));
    const Result<void> kept = keep_matching(reading->candidates, wanted.input.pattern);
    if (!kept) return tl::unexpected(kept.error());
    return reading;
}

boost::asio::awaitable<InputAnswer> read_input(Crawl& crawl, InputRequest wanted) {
    const SourceKind kind = wanted.input.kind;
    if (kind == SourceKind::sitemap || kind == SourceKind::news_sitemap)
        co_return co_await walk_sitemap(crawl, std::move(wanted));
    const Result<std::string> address = address_of(wanted);
    if (!address) co_return failed(address.error());
    DocumentRequest request = request_for(crawl, wanted, *address);
    InputAnswer answer = co_await read_document(crawl, std::move(wanted), std::move(request));
    co_return answer;
}

} // namespace khabar::pipeline
