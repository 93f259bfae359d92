#include "daemon/cli/inspect/inspectors.hpp"
#include "parsers/robots/robots.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace khabar::cli {

namespace {

constexpr std::string_view default_agent = "khabar";

// Path and query of an address as it is written, since robots.txt is matched against the request line; "/"
// where there is none.
std::string request_target(std::string_view url) {
    url = url.substr(0, url.find('#'));
    const auto scheme = url.find("://");
    const bool has_scheme = scheme != std::string_view::npos && url.find_first_of("/?;") > scheme;
    if (has_scheme)
        url.remove_prefix(scheme + 3);
    else if (url.starts_with("//"))
        url.remove_prefix(2);
    const auto begin = url.find_first_of("/?;");
    if (begin == std::string_view::npos) return "/";
    return (url[begin] == '/' ? "" : "/") + std::string(url.substr(begin));
}

boost::json::array rule_list(const robots::Robots& robots) {
    boost::json::array list;
    for (const auto& rule : robots.rules)
        list.push_back(
            boost::json::object{{rule.allow ? "allow" : "disallow", rule.pattern}, {"line", rule.line}});
    return list;
}

} // namespace

boost::json::object inspect_robots(const boost::json::object& request) {
    std::string bytes(request_text(request, "robots"));
    if (!request.contains("robots")) {
        auto read = request_bytes(request);
        if (!read) return error_answer(read.error());
        bytes = std::move(*read);
    }
    const auto agent = request.contains("agent") ? request_text(request, "agent") : default_agent;
    const auto robots = robots::parse(bytes, agent);
    boost::json::object answer;
    if (const auto* const url = request.if_contains("url"); url != nullptr && url->is_string()) {
        const auto verdict = robots.verdict(request_target(request_text(request, "url")));
        answer["allowed"] = verdict.allowed;
        answer["line"] = verdict.line;
    } else {
        answer["rules"] = rule_list(robots);
    }
    answer["crawl_delay"] = nullptr;
    if (robots.crawl_delay)
        answer["crawl_delay"] = std::chrono::duration<double>(*robots.crawl_delay).count();
    answer["sitemaps"] = boost::json::array(robots.sitemaps.begin(), robots.sitemaps.end());
    return answer;
}

} // namespace khabar::cli
