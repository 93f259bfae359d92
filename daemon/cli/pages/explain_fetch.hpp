#pragma once
// A page as the daemon would fetch it, with the verdict of its robots.txt; nothing is stored.

#include "daemon/net/response.hpp"
#include "daemon/settings/settings.hpp"
#include "parsers/base/result.hpp"

#include <string>

namespace khabar::cli {

struct FetchedForReport {
    Result<net::Response> response = fail(Errc::cancelled, "not fetched");
    std::string robots; // the verdict in words
};

// Runs a loop of its own until the answer is there. `source` gives user agent, gates, and credentials where
// the page is on its own server.
[[nodiscard]] FetchedForReport fetch_for_report(settings::Settings settings, settings::Source source,
                                                std::string address);

} // namespace khabar::cli
