#include "daemon/pipeline/source/site_probe.hpp"

#include "daemon/pipeline/source/document_fetch.hpp"
#include "daemon/pipeline/source/input_reader.hpp"
#include "parsers/date/parse.hpp"
#include "parsers/feed/feed.hpp"
#include "parsers/html/document.hpp"
#include "parsers/links/announced.hpp"
#include "parsers/links/articles.hpp"
#include "parsers/links/well_known.hpp"
#include "parsers/robots/robots.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/url/url.hpp"

#include <algorithm>
#include <functional>
#include <memory>

namespace khabar::pipeline {

namespace {

using settings::SourceKind;

constexpr std::size_t most_announced =
    5;                                   // sections of a portal announce dozens; the first is the whole paper
constexpr std::size_t most_guesses = 12; // of well-known feeds, until one answers
constexpr std::size_t most_sitemaps = 8; // lines of robots.txt and guesses
constexpr std::size_t least_listed = 5;  // a page with fewer articles is no listing
constexpr std::size_t full_text_bytes = 1200; // of HTML: a teaser is shorter
constexpr std::chrono::hours stale_after{24 * 60};

// What the page itself says.
struct Page {
    std::string url, title, language, software;
    bool is_feed = false;
    std::vector<links::Feed> announced;
    std::vector<std::string> guesses; // feeds
    links::Software made_with = links::Software::unknown;
    std::size_t articles = 0;
};

std::string title_of(const html::Document& page) {
    for (html::NodeId id = 0; id < page.nodes().size(); ++id)
        if (page.node(id).tag == html::Tag::title) return text::clean_field(page.text_content(id));
    return {};
}

Page read_page(const net::Response& response) {
    Page page;
    page.url = response.url;
    const auto feed = feed::parse(
        response.body,
        {.url = response.url, .content_type = response.content_type, .content_location = {}, .offset = {}});
    page.is_feed = feed && !feed->entries.empty();
    if (page.is_feed) {
        page.title = feed->title;
        page.language = feed->language;
        return page;
    }
    const auto decoded = text::decode_page(response.body, response.content_type);
    const auto document = html::Document::parse(decoded.utf8);
    if (!document) return page;
    page.title = title_of(*document);
    page.language = std::string(document->attribute(document->root(), "lang"));
    page.made_with = links::software_of(*document);
    page.software = std::string(links::name(page.made_with));
    page.announced = links::announced_feeds(*document, page.url);
    for (links::Feed& feed : links::linked_feeds(*document, page.url))
        page.guesses.push_back(std::move(feed.url));
    for (std::string& address : links::well_known_feeds(page.url, page.made_with))
        page.guesses.push_back(std::move(address));
    page.articles = links::article_links(*document, {.url = page.url, .now = {}, .offset = {}}).size();
    return page;
}

// What the probes of one site share.
struct Probe {
    Probe(Crawl& in, settings::Source asked_as) : crawl(in), source(std::move(asked_as)) {}

    Crawl& crawl;
    settings::Source source;
    SiteReport report;
    std::size_t asked = 1;
};

Finding finding_of(const settings::SourceInput& input, const Reading& reading, std::string why) {
    Finding finding;
    finding.input = input;
    finding.why = std::move(why);
    finding.entries = reading.candidates.size() + reading.old;
    for (const Candidate& candidate : reading.candidates) {
        if (candidate.link.complete || candidate.link.content_html.size() >= full_text_bytes)
            ++finding.full_texts;
        const auto date = date::parse(candidate.link.published);
        const auto time = date ? std::optional(date->instant()) : candidate.updated;
        if (time && (!finding.newest || *time > *finding.newest)) finding.newest = time;
    }
    return finding;
}

// Asks one input as a poll would; true where it gave articles.
boost::asio::awaitable<bool> try_input(std::shared_ptr<Probe> probe, settings::SourceInput input,
                                       std::string why) {
    if (++probe->asked > max_probes) co_return false;
    InputRequest request;
    request.source = probe->source;
    request.input = input;
    request.url = input.url;
    InputAnswer answer = co_await read_input(probe->crawl, std::move(request));
    if (!answer.error && answer.reading.candidates.empty() && answer.reading.old == 0)
        answer.error = Error{Errc::empty, "it lists no article"};
    if (answer.error) {
        probe->report.refusals.push_back({std::move(input), *answer.error});
        co_return false;
    }
    probe->report.findings.push_back(finding_of(input, answer.reading, std::move(why)));
    co_return true;
}

settings::SourceInput input_of(SourceKind kind, std::string url) {
    settings::SourceInput input;
    input.kind = kind;
    input.url = std::move(url);
    return input;
}

boost::asio::awaitable<void> try_feeds(std::shared_ptr<Probe> probe, std::shared_ptr<const Page> page) {
    bool found = false;
    const std::size_t count = std::min(page->announced.size(), most_announced);
    for (std::size_t i = 0; i < count; ++i) {
        settings::SourceInput input = input_of(SourceKind::feed, page->announced[i].url);
        const bool answered = co_await try_input(probe, std::move(input), "announced by the page");
        found = found || answered;
    }
    for (std::size_t i = 0; !found && i < std::min(page->guesses.size(), most_guesses); ++i) {
        settings::SourceInput input = input_of(SourceKind::feed, page->guesses[i]);
        found = co_await try_input(probe, std::move(input), "linked, or a customary address");
    }
}

boost::asio::awaitable<std::vector<std::string>> robots_sitemaps(std::shared_ptr<Probe> probe,
                                                                 std::string url) {
    std::vector<std::string> none;
    const auto page = url::Url::parse(url);
    if (!page) co_return none;
    const auto address = url::Url::parse("/robots.txt", &*page);
    if (!address) co_return none;
    DocumentRequest request;
    request.source = probe->source;
    request.url = address->href();
    request.max_bytes = robots::max_bytes;
    request.robots = false;
    ++probe->asked;
    const DocumentAnswer answer = co_await fetch_document(probe->crawl, std::move(request));
    if (!answer.response) co_return none;
    co_return robots::parse(answer.response->body, "khabar").sitemaps;
}

boost::asio::awaitable<void> try_sitemaps(std::shared_ptr<Probe> probe, std::shared_ptr<const Page> page) {
    const std::vector<std::string> announced = co_await robots_sitemaps(probe, page->url);
    const auto addresses = links::well_known_sitemaps(page->url, page->made_with, announced);
    bool found = false;
    for (std::size_t i = 0; i < std::min(addresses.size(), most_sitemaps); ++i) {
        const bool line = i < announced.size();
        if (found && !line) break;
        settings::SourceInput input = input_of(SourceKind::news_sitemap, addresses[i]);
        std::string why = line ? "line of robots.txt" : "customary address";
        const bool answered = co_await try_input(probe, std::move(input), std::move(why));
        found = found || answered;
        if (!answered) continue;
        // What carries dates is one for news; the kind is settled by what came.
        Finding& finding = probe->report.findings.back();
        if (!finding.newest) finding.input.kind = SourceKind::sitemap;
    }
}

} // namespace

void rank(std::vector<Finding>& findings, store::Time now) {
    const auto effort = [now](const Finding& finding) {
        int place = 0;
        switch (finding.input.kind) {
        case SourceKind::feed:
            place = 0;
            break;
        case SourceKind::wordpress:
            place = 1;
            break;
        case SourceKind::news_sitemap:
            place = 2;
            break;
        case SourceKind::listing:
            place = 3;
            break;
        case SourceKind::sitemap:
            place = 4;
            break;
        }
        const bool stale = finding.newest && now - *finding.newest > stale_after;
        return stale ? place + 10 : place;
    };
    std::ranges::stable_sort(findings, std::ranges::less{}, effort);
}

boost::asio::awaitable<Result<SiteReport>> probe_site(Crawl& crawl, settings::Source source) {
    DocumentRequest request;
    request.source = source;
    request.url = source.url;
    request.accept = "text/html, application/xhtml+xml, */*;q=0.5";
    request.max_bytes = crawl.settings->fetch.page_bytes;
    const DocumentAnswer answer = co_await fetch_document(crawl, std::move(request));
    if (answer.error) co_return tl::unexpected(*answer.error);
    auto read = [response = answer.response] { return std::make_shared<const Page>(read_page(*response)); };
    const std::shared_ptr<const Page> page = co_await crawl.pool.run(std::move(read));
    auto probe = std::make_shared<Probe>(crawl, source);
    probe->report.url = page->url;
    probe->report.title = page->title;
    probe->report.language = page->language;
    probe->report.software = page->software;
    if (page->is_feed) {
        settings::SourceInput feed = input_of(SourceKind::feed, page->url);
        co_await try_input(probe, std::move(feed), "the address itself");
        co_return std::move(probe->report);
    }
    co_await try_feeds(probe, page);
    if (page->made_with == links::Software::wordpress || page->made_with == links::Software::unknown) {
        settings::SourceInput rest = input_of(SourceKind::wordpress, page->url);
        co_await try_input(probe, std::move(rest), "WordPress's REST interface");
    }
    co_await try_sitemaps(probe, page);
    if (page->articles >= least_listed) {
        settings::SourceInput listing = input_of(SourceKind::listing, page->url);
        co_await try_input(probe, std::move(listing), "the page itself");
    }
    rank(probe->report.findings, Clock::wall());
    co_return std::move(probe->report);
}

} // namespace khabar::pipeline
