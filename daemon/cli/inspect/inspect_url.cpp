#include "daemon/cli/inspect/inspectors.hpp"
#include "parsers/url/canonical.hpp"

#include <optional>

namespace khabar::cli {

namespace {

boost::json::value or_null(std::optional<std::string_view> text) {
    return text ? boost::json::value(*text) : boost::json::value();
}

boost::json::object refused(const Error& error) {
    return {{"href", nullptr}, {"key", nullptr}, {"error", to_string(error)}};
}

} // namespace

boost::json::object inspect_url(const boost::json::object& request) {
    std::optional<url::Url> base;
    if (const auto* const given = request.if_contains("base"); given != nullptr && given->is_string()) {
        auto parsed = url::Url::parse(request_text(request, "base"));
        if (!parsed) return refused(parsed.error());
        base = std::move(*parsed);
    }
    const auto parsed = url::Url::parse(request_text(request, "input"), base ? &*base : nullptr);
    if (!parsed) return refused(parsed.error());
    return {{"href", parsed->href()},
            {"key", url::canonical_key(*parsed)},
            {"fetch", url::fetch_form(*parsed).href()},
            {"host", parsed->host()},
            {"path", parsed->path()},
            {"query", or_null(parsed->query())},
            {"fragment", or_null(parsed->fragment())},
            {"site", url::registrable_domain(parsed->host())}};
}

} // namespace khabar::cli
