#include "daemon/pipeline/draft/barrier.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/url/path.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace khabar::pipeline {

namespace {

// As a whole path segment, without its extension.
constexpr std::array<std::string_view, 17> doors = {
    "login",   "log-in",  "signin",    "sign-in", "logon",        "sso",       "oauth",    "oauth2", "auth",
    "consent", "captcha", "challenge", "paywall", "authenticate", "authorize", "register", "signup"};

// What the large guards of web sites say when they send a challenge instead of the page.
struct Marker {
    std::string_view header, value;
};
constexpr std::array<Marker, 3> markers = {
    {{"cf-mitigated", "challenge"}, {"x-amzn-waf-action", "challenge"}, {"x-amzn-waf-action", "captcha"}}};

std::optional<std::string> door_in(const url::Url& url) {
    const std::string path = text::lower_case(url.path());
    for (const std::string_view segment : url::segments(path)) {
        const std::string_view name = segment.substr(0, segment.find_first_of(".;"));
        if (std::ranges::find(doors, name) != doors.end()) return std::string(name);
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> barrier_of(const net::Response& response, const url::Url& asked) {
    for (const Marker& marker : markers)
        if (text::equals_ignoring_case(response.headers.get(marker.header), marker.value))
            return Error{Errc::blocked, "a challenge page (" + std::string(marker.header) + ")"};
    if (response.hops.empty() || door_in(asked)) return std::nullopt;
    const auto reached = url::Url::parse(response.url);
    const auto door = reached ? door_in(*reached) : std::nullopt;
    if (!door) return std::nullopt;
    return Error{Errc::blocked, "redirected to a " + *door + " page, " + response.url};
}

bool has_password_field(std::string_view html) {
    constexpr std::string_view attribute = "type=";
    constexpr std::string_view password = "password";
    for (std::size_t at = html.find('='); at != std::string_view::npos; at = html.find('=', at + 1)) {
        if (at + 1 < attribute.size()) continue;
        if (!text::starts_ignoring_case(html.substr(at + 1 - attribute.size()), attribute)) continue;
        std::string_view value = html.substr(at + 1, password.size() + 1);
        if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
        if (text::starts_ignoring_case(value, password)) return true;
    }
    return false;
}

bool is_announced(std::string_view feed_title, std::string_view page_title, std::string_view text) {
    const std::vector<std::string> announced = text::folded_words(feed_title);
    if (announced.empty()) return true;
    std::unordered_set<std::string> found;
    for (const std::string_view place : {page_title, text})
        for (std::string& word : text::folded_words(place))
            found.insert(std::move(word));
    const auto count =
        std::ranges::count_if(announced, [&](const std::string& word) { return found.contains(word); });
    return 2 * static_cast<std::size_t>(count) >= announced.size();
}

} // namespace khabar::pipeline
