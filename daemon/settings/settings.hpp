#pragma once
// The configuration as values: what khabar.yaml, sources.d/*.yaml and sites.d/*.yaml say, checked and with
// defaults filled in.

#include "daemon/settings/aside.hpp"
#include "daemon/settings/secret.hpp"
#include "parsers/article/page/site_rule.hpp"
#include "parsers/fingerprint/verdict.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::settings {

using namespace std::chrono_literals;

// What an address leads to.
enum class SourceKind : std::uint8_t {
    feed,         // RSS, Atom, JSON Feed
    news_sitemap, // a sitemap of the last days, with Google's news extension
    sitemap,      // any sitemap, or an index of them
    listing,      // a page that links to articles
    wordpress,    // a site made with WordPress, asked through its REST interface
};
// "news_sitemap", as it is written in the configuration.
[[nodiscard]] std::string_view name(SourceKind kind) noexcept;
enum class DuplicatePolicy : std::uint8_t { link, drop };
enum class LogFormat : std::uint8_t { text, json };

// Where something was declared; no part of what it is, so that a line that moved is no change.
struct Place {
    std::string file; // "sources.d/arabic.yaml"
    std::uint32_t line = 0;

    friend bool operator==(const Place&, const Place&) { return true; }
};

struct NamedSecret {
    std::string name;
    Secret value;

    friend bool operator==(const NamedSecret&, const NamedSecret&) = default;
};

// Either a name and a password, or a bearer token.
struct Auth {
    std::string username;
    Secret password;
    Secret bearer;

    [[nodiscard]] bool is_set() const noexcept {
        return !username.empty() || password.is_set() || bearer.is_set();
    }
    friend bool operator==(const Auth&, const Auth&) = default;
};

// What a source's server asks of its readers.
struct Access {
    Auth auth;
    std::vector<NamedSecret> headers; // further fields
    std::vector<NamedSecret> cookies;

    [[nodiscard]] bool is_set() const noexcept {
        return auth.is_set() || !headers.empty() || !cookies.empty();
    }
    friend bool operator==(const Access&, const Access&) = default;
};

// One address to ask for a source's articles, and how its answer is read.
struct SourceInput {
    SourceKind kind = SourceKind::feed;
    std::string url;   // absolute http(s)
    std::string links; // listing: CSS selector of the links or of what holds them; empty: found by themselves
    std::string pattern; // only addresses whose path matches (links::Glob); empty: all
    std::optional<std::chrono::seconds> newer_than; // sitemaps: how old an entry may be; none: a week
    bool backfill = false;                          // sitemaps: every entry, whatever its age

    friend bool operator==(const SourceInput&, const SourceInput&) = default;
};

// What is asked first stands in the source itself.
struct Source : SourceInput {
    std::string id; // [a-z0-9._-]{1,64}, unique
    std::string name;
    std::vector<SourceInput> fallbacks; // asked in this order while those before fail or list nothing
    std::vector<std::string> tags;
    std::string language;          // hint only
    std::string time_zone = "UTC"; // IANA name, for dates without an offset
    bool enabled = true;
    bool allow_private = false;                     // may resolve to private addresses
    bool full_text = true;                          // fetch the articles; false stores what the feed carries
    std::optional<std::chrono::seconds> interval;   // fixed instead of adaptive
    std::optional<std::chrono::milliseconds> delay; // least time between two requests to its host
    std::optional<std::chrono::seconds> keep;       // how long its articles stay, instead of store.keep
    std::optional<std::vector<std::chrono::seconds>> revisit; // instead of fetch.revisit
    std::string user_agent;                                   // empty: the global one
    Aside<Access> access;                                     // for the origin of `url` alone
    Place place;

    friend bool operator==(const Source&, const Source&) = default;
};

struct Fetch {
    std::string user_agent; // filled with khabar/VERSION and the project's contact where empty
    std::chrono::seconds connect_timeout = 10s;
    std::chrono::seconds transfer_timeout = 30s;
    std::size_t page_bytes = 4u << 20; // decoded
    std::size_t feed_bytes = 16u << 20;
    std::uint32_t redirects = 10;
    std::uint32_t concurrency = 32;           // transfers at once
    std::uint32_t per_host = 1;               // transfers at once on one host
    std::chrono::milliseconds delay = 1000ms; // least time between two requests to one host
    // Ages at which a stored page is fetched again, ascending; from its discovery, or its publication if
    // earlier.
    std::vector<std::chrono::seconds> revisit;
    bool robots = true;         // obey robots.txt for article pages
    bool allow_private = false; // the SSRF gate stands open for everything (tests, intranets)
    std::string proxy;          // without user name and password
    std::string proxy_username;
    Secret proxy_password;

    friend bool operator==(const Fetch&, const Fetch&) = default;
};

struct Poll {
    std::chrono::seconds min_interval = 10min;
    std::chrono::seconds default_interval = 30min;
    std::chrono::seconds max_interval = 24h;
    std::uint32_t new_urls_per_poll = 500;
    std::uint32_t new_urls_per_day = 5000;

    friend bool operator==(const Poll&, const Poll&) = default;
};

struct Store {
    std::filesystem::path database = "/var/lib/khabar/khabar.db";
    DuplicatePolicy duplicates = DuplicatePolicy::link;
    std::chrono::seconds keep{0}; // how long articles stay; 0: for ever

    friend bool operator==(const Store&, const Store&) = default;
};

struct Stories {
    fingerprint::Demand likeness = fingerprint::Demand::normal; // how much two texts must have in common
    std::chrono::seconds window = std::chrono::hours(24 * 7);   // between an article and its story's nearest

    friend bool operator==(const Stories&, const Stories&) = default;
};

struct Log {
    std::string level = "info"; // trace debug info warn error
    LogFormat format = LogFormat::text;

    friend bool operator==(const Log&, const Log&) = default;
};

struct Status {
    std::string listen; // "127.0.0.1:9464", "unix:/run/khabar/status.sock"; empty: nowhere

    friend bool operator==(const Status&, const Status&) = default;
};

struct Settings {
    std::filesystem::path file; // empty: built-in defaults
    Fetch fetch;
    Poll poll;
    Store store;
    Stories stories;
    Log log;
    Status status;
    std::uint32_t workers = 0; // CPU threads; 0: cores − 1, at least one
    std::vector<Source> sources;
    std::vector<article::SiteRule> sites;
};

} // namespace khabar::settings
