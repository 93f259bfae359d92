#include "parsers/url/canonical.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/url/percent.hpp"
#include "parsers/url/tracking.hpp"

#include <algorithm>
#include <vector>

namespace khabar::url {

namespace {

struct Parameter {
    std::string_view name, value;
};

Parameter split_parameter(std::string_view text) noexcept {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return {text, {}};
    return {text.substr(0, equals), text.substr(equals + 1)};
}

template <typename Use>
void for_each_parameter(std::string_view query, Use use) {
    for (std::size_t begin = 0; begin <= query.size();) {
        const auto end = std::min(query.find('&', begin), query.size());
        if (end > begin) use(query.substr(begin, end - begin));
        begin = end + 1;
    }
}

constexpr bool is_unreserved(int byte) noexcept { // RFC 3986, §2.3
    const char c = static_cast<char>(byte);
    return byte < 0x80 && (text::is_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~');
}

constexpr bool
may_stand_plain(char c) noexcept { // pchar, '/' and '?': RFC 3986, §3.3–3.4; and '%' that encodes nothing
    return is_unreserved(static_cast<unsigned char>(c)) ||
           std::string_view("!$&'()*+,;=:@/?%").find(c) != std::string_view::npos;
}

// RFC 3986, §6.2.2: hex digits upper-case, unreserved characters plain, what may not stand plain encoded. In
// a query '+' and
// "%20" are one.
std::string normalised(std::string_view text, bool query) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const int byte = encoded_byte(text, at);
        if (byte >= 0) {
            if (is_unreserved(byte))
                out.push_back(static_cast<char>(byte));
            else
                append_percent(out, static_cast<unsigned char>(byte));
            at += 3;
            continue;
        }
        const char c = text[at++];
        if (query && c == '+')
            out += "%20";
        else if (may_stand_plain(c))
            out.push_back(c);
        else
            append_percent(out, static_cast<unsigned char>(c));
    }
    return out;
}

// ---- host

// A first label that names a twin of the site rather than another site.
bool is_twin_label(std::string_view label) noexcept {
    if (label == "m" || label == "amp" || label == "mobile" || label == "wap") return true;
    return label.starts_with("www") && label.size() <= 4 &&
           std::ranges::all_of(label.substr(3), text::is_digit); // www, www2
}

std::string key_host(std::string_view host) {
    if (host.ends_with('.')) host.remove_suffix(1);
    const auto site = registrable_domain(host);
    while (host.size() > site.size()) {
        const auto dot = host.find('.');
        if (!is_twin_label(host.substr(0, dot))) break;
        host.remove_prefix(dot + 1);
    }
    // Names the suffix list does not know ("www.intranet") are their own site: only "www." goes there.
    if (host == site && host.starts_with("www.") && host.find('.', 4) != std::string_view::npos)
        host.remove_prefix(4);
    return std::string(host);
}

// ---- path

bool is_index_page(std::string_view segment) noexcept {
    for (const std::string_view name : {"index.html", "index.htm", "index.php", "index.shtml", "index.asp",
                                        "index.aspx", "default.asp", "default.aspx"})
        if (segment == name) return true;
    return false;
}

// "/a.html;jsessionid=1F2E" → "/a.html"; "(S(token))" as ASP.NET puts it in a segment of its own → nothing.
std::string_view without_session(std::string_view segment) noexcept {
    if (segment.starts_with("(S(") && segment.ends_with("))")) return {};
    for (auto at = segment.find(';'); at != std::string_view::npos; at = segment.find(';', at + 1)) {
        const auto [name, value] = split_parameter(segment.substr(at + 1));
        if (is_session_parameter(name, value)) return segment.substr(0, at);
    }
    return segment;
}

// "a.amp.html" → "a.html", "a.amp" → "a".
void drop_amp_suffix(std::string& segment) {
    for (const std::string_view suffix : {".amp.html", ".amp.htm", ".amp.php", ".amp"}) {
        if (!segment.ends_with(suffix) || segment.size() == suffix.size()) continue;
        segment.erase(segment.size() - suffix.size(), 4);
        return;
    }
}

std::string key_path(std::string_view path) {
    std::vector<std::string> segments;
    for (std::size_t begin = 0; begin < path.size();) {
        const auto end = std::min(path.find('/', begin), path.size());
        const auto segment = without_session(path.substr(begin, end - begin));
        if (!segment.empty()) segments.push_back(normalised(segment, false));
        begin = end + 1;
    }
    // AMP twins live under "/amp/…" or end in "/amp" or ".amp"; a page of its own is called so only at the
    // root.
    if (segments.size() > 1 && segments.front() == "amp") segments.erase(segments.begin());
    if (segments.size() > 1 && segments.back() == "amp") segments.pop_back();
    if (!segments.empty() && is_index_page(segments.back())) segments.pop_back();
    if (!segments.empty()) drop_amp_suffix(segments.back());
    std::string out;
    for (const auto& segment : segments)
        out.append("/").append(segment);
    return out;
}

// ---- query

std::string key_query(std::string_view query) {
    std::vector<std::string> kept;
    for_each_parameter(query, [&](std::string_view text) {
        const auto [raw_name, raw_value] = split_parameter(text);
        auto name = normalised(raw_name, true);
        const auto value = normalised(raw_value, true);
        if (name.empty() || is_tracking_parameter(name) || is_identity_free_parameter(name, value)) return;
        if (!value.empty()) name.append("=").append(value); // "a=" and "a" are one
        kept.push_back(std::move(name));
    });
    std::ranges::sort(kept);
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    std::string out;
    for (const auto& parameter : kept)
        out.append(out.empty() ? "?" : "&").append(parameter);
    return out;
}

} // namespace

Url fetch_form(const Url& url) {
    const auto& href = url.href();
    auto end = href.size();
    if (const auto fragment = url.fragment()) end -= fragment->size() + 1;
    std::string kept;
    bool tracked = false;
    for_each_parameter(url.query().value_or(""), [&](std::string_view text) {
        if (is_tracking_parameter(percent_decode(split_parameter(text).name)))
            tracked = true;
        else
            kept.append(kept.empty() ? "?" : "&").append(text);
    });
    if (!tracked && end == href.size()) return url;
    if (tracked)
        end -= url.query()->size() + 1;
    else
        kept.clear();                                            // the query stays as it was written
    return Url::parse(href.substr(0, end) + kept).value_or(url); // always parses: parts were only taken away
}

std::string canonical_key(const Url& url) {
    if (!url.is_http()) {
        const auto fragment = url.fragment();
        return url.href().substr(0, url.href().size() - (fragment ? fragment->size() + 1 : 0));
    }
    auto key = key_host(url.host());
    if (const auto port = url.port()) key.append(":").append(std::to_string(*port));
    key += key_path(url.path());
    if (const auto query = url.query()) key += key_query(*query);
    return key;
}

} // namespace khabar::url
