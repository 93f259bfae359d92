#include "daemon/settings/main_section.hpp"

#include "daemon/settings/address.hpp"
#include "daemon/settings/listen_address.hpp"
#include "daemon/settings/quantity.hpp"
#include "daemon/settings/source_access.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace khabar::settings {

namespace {

using namespace std::chrono_literals;

// Bounds are wide: they keep out what cannot be meant (a limit of 0, a delay of a week), not what is unwise.
constexpr std::size_t least_body_bytes = 1u << 10;
constexpr std::size_t most_page_bytes = 64u << 20;
constexpr std::size_t most_feed_bytes = 256u << 20;
constexpr std::uint32_t most_redirects = 20; // as browsers
constexpr std::uint32_t most_transfers = 1024;
constexpr std::uint32_t most_per_host = 16;
constexpr std::uint32_t most_new_urls = 1'000'000;
constexpr std::chrono::seconds most_story_window = 24h * 7; // the index of candidates is one of weeks
constexpr std::uint32_t most_workers = 256;
constexpr std::size_t most_user_agent_bytes = 512;
constexpr std::size_t most_path_bytes = 4096; // PATH_MAX

void read_proxy(Mapping& mapping, std::string& field, ProblemList& problems) {
    const auto value = mapping.scalar("proxy");
    if (!value || value->text.empty()) return; // "": none
    const auto proxy = proxy_address(value->text);
    if (proxy)
        field = *proxy;
    else
        problems.add(value->at, "'proxy' " + proxy.error().detail);
}

void read_fetch(Mapping& mapping, Settings& settings, ProblemList& problems) {
    Fetch& fetch = settings.fetch;
    mapping.text("user_agent", fetch.user_agent, most_user_agent_bytes);
    mapping.duration("connect_timeout", fetch.connect_timeout, {1s, 10min});
    mapping.duration("transfer_timeout", fetch.transfer_timeout, {1s, 1h});
    mapping.size("page_bytes", fetch.page_bytes, {least_body_bytes, most_page_bytes});
    mapping.size("feed_bytes", fetch.feed_bytes, {least_body_bytes, most_feed_bytes});
    mapping.number("redirects", fetch.redirects, {0, most_redirects});
    mapping.number("concurrency", fetch.concurrency, {1, most_transfers});
    mapping.number("per_host", fetch.per_host, {1, most_per_host});
    mapping.duration("delay", fetch.delay, {0ms, 1h});
    std::optional<std::vector<std::chrono::seconds>> revisit;
    mapping.revisit(revisit);
    if (revisit) fetch.revisit = std::move(*revisit);
    mapping.boolean("robots", fetch.robots);
    mapping.boolean("allow_private", fetch.allow_private);
    read_proxy(mapping, fetch.proxy, problems);
    mapping.text("proxy_username", fetch.proxy_username, most_user_agent_bytes);
    read_secret(mapping, "proxy_password", fetch.proxy_password, problems);
}

void read_poll(Mapping& mapping, Settings& settings, ProblemList& problems) {
    constexpr Range<std::chrono::seconds> range{1s, 24h * 30};
    Poll& poll = settings.poll;
    mapping.duration("min_interval", poll.min_interval, range);
    mapping.duration("default_interval", poll.default_interval, range);
    mapping.duration("max_interval", poll.max_interval, range);
    mapping.number("new_urls_per_poll", poll.new_urls_per_poll, {1, most_new_urls});
    mapping.number("new_urls_per_day", poll.new_urls_per_day, {1, most_new_urls});
    if (poll.min_interval > poll.default_interval)
        problems.add(mapping.at("min_interval"),
                     fmt::format("'min_interval' ({}) must not be longer than 'default_interval' ({})",
                                 format_duration(poll.min_interval), format_duration(poll.default_interval)));
    if (poll.default_interval > poll.max_interval)
        problems.add(mapping.at("max_interval"),
                     fmt::format("'max_interval' ({}) must not be shorter than 'default_interval' ({})",
                                 format_duration(poll.max_interval), format_duration(poll.default_interval)));
}

void read_store(Mapping& mapping, Settings& settings, ProblemList& problems) {
    constexpr std::array<std::pair<std::string_view, DuplicatePolicy>, 2> policies{
        {{"link", DuplicatePolicy::link}, {"drop", DuplicatePolicy::drop}}};
    std::string database;
    mapping.text("database", database, most_path_bytes);
    // A relative path is meant from the configuration's folder, so that it does not change with the working
    // directory.
    if (database.starts_with("~/"))
        problems.add(mapping.at("database"), "'database' must be a path in full; '~' is the shell's");
    else if (!database.empty())
        settings.store.database = settings.file.parent_path() / database;
    else if (mapping.has("database"))
        problems.add(mapping.at("database"), "'database' must name a file");
    mapping.choice<DuplicatePolicy>("duplicates", settings.store.duplicates, policies);
    std::optional<std::chrono::seconds> keep;
    mapping.keep(keep);
    settings.store.keep = keep.value_or(settings.store.keep);
}

void read_stories(Mapping& mapping, Settings& settings, ProblemList&) {
    using fingerprint::Demand;
    constexpr std::array<std::pair<std::string_view, Demand>, 3> names{
        {{"loose", Demand::loose}, {"normal", Demand::normal}, {"strict", Demand::strict}}};
    mapping.choice<Demand>("likeness", settings.stories.likeness, names);
    mapping.duration("window", settings.stories.window, {1h, most_story_window});
}

void read_log(Mapping& mapping, Settings& settings, ProblemList&) {
    constexpr std::array<std::string_view, 5> levels{"trace", "debug", "info", "warn", "error"};
    constexpr std::array<std::pair<std::string_view, LogFormat>, 2> formats{
        {{"text", LogFormat::text}, {"json", LogFormat::json}}};
    if (const auto index = mapping.one_of("level", levels)) settings.log.level = levels[*index];
    mapping.choice<LogFormat>("format", settings.log.format, formats);
}

void read_status(Mapping& mapping, Settings& settings, ProblemList& problems) {
    const auto value = mapping.scalar("listen");
    if (!value || value->text.empty()) return; // "": nowhere
    if (const auto address = listen_address(value->text))
        settings.status.listen = value->text;
    else
        problems.add(value->at, "'listen' " + address.error().detail);
}

constexpr std::array sections{Section{"fetch", read_fetch}, Section{"poll", read_poll},
                              Section{"store", read_store}, Section{"stories", read_stories},
                              Section{"log", read_log},     Section{"status", read_status}};

// Where a key that stands in the wrong section is at home.
std::string section_with(std::string_view key) {
    for (const Section& section : sections) {
        const auto keys = section_keys(section);
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) return std::string(section.name);
    }
    return {};
}

} // namespace

std::vector<std::string_view> section_keys(const Section& section) {
    const YamlTree empty;
    ProblemList ignored("");
    Mapping mapping(empty, empty.root(), section.name, ignored);
    Settings settings;
    section.read(mapping, settings, ignored);
    return {mapping.vocabulary().begin(), mapping.vocabulary().end()};
}

std::span<const Section> main_sections() {
    return sections;
}

InlineLists read_main(const YamlTree& tree, Settings& settings, ProblemList& problems) {
    Mapping top(tree, tree.root(), "the configuration", problems);
    for (const Section& section : sections) {
        const auto node = top.child(section.name);
        if (!node) continue;
        Mapping mapping(tree, *node, section.name, problems);
        section.read(mapping, settings, problems);
        mapping.finish(section_with);
    }
    top.number(workers_key, settings.workers, {0, most_workers});
    const InlineLists lists{top.child(sources_key), top.child(sites_key)};
    top.finish(section_with);
    return lists;
}

} // namespace khabar::settings
