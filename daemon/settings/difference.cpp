#include "daemon/settings/difference.hpp"

#include "daemon/settings/effective.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

namespace khabar::settings {

namespace {

std::map<std::string, std::string> by_key(std::vector<Setting> settings) {
    std::map<std::string, std::string> map;
    for (Setting& setting : settings)
        map.emplace(std::move(setting.key), std::move(setting.value));
    return map;
}

// Keys of either whose values differ, sorted; "" stands for a key that is not there.
template <typename Use>
void compare(const std::map<std::string, std::string>& before,
             const std::map<std::string, std::string>& after, Use use) {
    const auto value = [](const auto& map, const std::string& key) {
        const auto found = map.find(key);
        return found == map.end() ? std::string() : found->second;
    };
    std::map<std::string, std::string> keys = before;
    keys.insert(after.begin(), after.end());
    for (const auto& [key, ignored] : keys)
        if (value(before, key) != value(after, key)) use(key, value(before, key), value(after, key));
}

std::vector<std::string> changed_keys(const Source& before, const Source& after) {
    std::vector<std::string> keys;
    compare(by_key(effective(before)), by_key(effective(after)),
            [&](const std::string& key, const std::string&, const std::string&) { keys.push_back(key); });
    if (keys.empty()) keys.emplace_back("auth"); // a secret: listings do not show that it differs
    return keys;
}

using ById = std::unordered_map<std::string_view, const Source*>;

ById enabled(const Settings& settings) {
    ById map;
    for (const Source& source : settings.sources)
        if (source.enabled) map.emplace(source.id, &source);
    return map;
}

void compare_sources(const Settings& before, const Settings& after, Difference& out) {
    const ById old = enabled(before), now = enabled(after);
    for (const Source& source : after.sources) {
        const auto found = old.find(source.id);
        if (!source.enabled) continue;
        if (found == old.end())
            out.added.push_back(source.id);
        else if (!(*found->second == source))
            out.changed.push_back({source.id, changed_keys(*found->second, source)});
    }
    for (const Source& source : before.sources)
        if (source.enabled && !now.contains(source.id)) out.removed.push_back(source.id);
}

// Of several rules for one host all count, in their order.
std::map<std::string_view, std::vector<const article::SiteRule*>> by_host(const Settings& settings) {
    std::map<std::string_view, std::vector<const article::SiteRule*>> map;
    for (const article::SiteRule& rule : settings.sites)
        for (const std::string& host : rule.hosts)
            map[host].push_back(&rule);
    return map;
}

std::vector<std::string> changed_sites(const Settings& before, const Settings& after) {
    const auto old = by_host(before), now = by_host(after);
    std::set<std::string_view> hosts;
    for (const auto* rules : {&old, &now})
        for (const auto& [host, ignored] : *rules)
            hosts.insert(host);
    std::erase_if(hosts, [&](std::string_view host) {
        const auto a = old.find(host), b = now.find(host);
        return a != old.end() && b != now.end() &&
               std::ranges::equal(a->second, b->second, [](auto* x, auto* y) { return *x == *y; });
    });
    return {hosts.begin(), hosts.end()};
}

// The writer thread owns the open database and the story index, the CPU pool its threads, and the log was
// given its form before there were threads.
constexpr std::string_view until_restart[] = {"store.database", "stories.likeness", "stories.window",
                                              "log.format", "workers"};

} // namespace

Difference difference(const Settings& before, const Settings& after) {
    Difference out;
    compare_sources(before, after, out);
    out.sites = changed_sites(before, after);
    compare(by_key(effective(before)), by_key(effective(after)),
            [&](const std::string& key, const std::string& from, const std::string& to) {
                out.settings.push_back(key + ": " + from + " → " + to);
                if (std::ranges::find(until_restart, key) != std::end(until_restart))
                    out.restart.push_back(key);
            });
    return out;
}

Settings without_restart(const Settings& before, Settings after) {
    after.store.database = before.store.database;
    after.stories = before.stories;
    after.log.format = before.log.format;
    after.workers = before.workers;
    return after;
}

} // namespace khabar::settings
