#pragma once
// What a site offers a reader: every way in that it announces or that is customary, tried as the daemon would
// ask it.

#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/store/time.hpp"
#include "parsers/base/result.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace khabar::pipeline {

// One site gets at most this many requests, in its turn.
inline constexpr std::size_t max_probes = 40;

// Something that was asked and gave articles.
struct Finding {
    settings::SourceInput input;
    std::string why;                   // "announced by the page", "line of robots.txt", …
    std::size_t entries = 0;           // articles in it
    std::size_t full_texts = 0;        // of them, with the article's text
    std::optional<store::Time> newest; // as it says
};

struct Refusal {
    settings::SourceInput input;
    Error error;
};

struct SiteReport {
    std::string url; // after redirects
    std::string title, language, software;
    std::vector<Finding>
        findings; // as they should be asked: the first is the source, the others its fallbacks
    std::vector<Refusal> refusals; // what was announced or tried in vain
};

// `source` gives the address and how to ask. Errors: of the page itself.
[[nodiscard]] boost::asio::awaitable<Result<SiteReport>> probe_site(Crawl& crawl, settings::Source source);

// The order of asking: what lists news with the least effort for both sides first. A feed that was not
// touched for two months comes behind what is alive.
void rank(std::vector<Finding>& findings, store::Time now);

} // namespace khabar::pipeline
