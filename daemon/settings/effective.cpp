#include "daemon/settings/effective.hpp"

#include "daemon/settings/quantity.hpp"
#include "daemon/settings/yaml_text.hpp"

#include <string_view>

namespace khabar::settings {

namespace {

// One line a key: whatever has a value can be listed.
class Listing {
  public:
    void add(std::string_view key, const std::string& text) { put(key, yaml_text(text)); }
    void add(std::string_view key, bool value) { put(key, value ? "true" : "false"); }
    void add(std::string_view key, std::uint32_t number) { put(key, std::to_string(number)); }
    void add(std::string_view key, std::size_t bytes) { put(key, format_size(bytes)); }
    void add(std::string_view key, std::chrono::milliseconds length) { put(key, format_duration(length)); }
    void add(std::string_view key, const std::vector<std::chrono::seconds>& ages) {
        std::string list = "[";
        for (const std::chrono::seconds age : ages)
            list.append(list.size() > 1 ? ", " : "").append(format_duration(age));
        put(key, list + "]");
    }
    void add(std::string_view key, const std::vector<std::string>& list) { put(key, yaml_list(list)); }
    template <typename T>
    void add(std::string_view key, const std::optional<T>& value) {
        if (value) add(key, *value);
    }
    void put(std::string_view key, std::string yaml) {
        settings_.push_back({std::string(key), std::move(yaml)});
    }

    [[nodiscard]] std::vector<Setting> take() && { return std::move(settings_); }

  private:
    std::vector<Setting> settings_;
};

// Where it comes from; a secret that stands in the configuration itself is not shown.
std::string as_yaml(const Secret& secret) {
    switch (secret.from()) {
    case Secret::From::none:
        return "\"\"";
    case Secret::From::literal:
        return "\"(redacted)\"";
    case Secret::From::credential:
        return "{credential: " + yaml_text(secret.name()) + "}";
    case Secret::From::environment:
        return "{env: " + yaml_text(secret.name()) + "}";
    case Secret::From::file:
        break;
    }
    return "{file: " + yaml_text(secret.name()) + "}";
}

std::string as_yaml(const Auth& auth) {
    if (auth.bearer.is_set()) return "{bearer: " + as_yaml(auth.bearer) + "}";
    return "{basic: {username: " + yaml_text(auth.username) + ", password: " + as_yaml(auth.password) + "}}";
}

std::string as_yaml(const std::vector<NamedSecret>& fields) {
    std::string out = "{";
    for (const NamedSecret& field : fields)
        out.append(out.size() > 1 ? ", " : "")
            .append(yaml_text(field.name))
            .append(": ")
            .append(as_yaml(field.value));
    return out + "}";
}

void list(Listing& out, const Fetch& fetch) {
    out.add("fetch.user_agent", fetch.user_agent);
    out.add("fetch.connect_timeout", fetch.connect_timeout);
    out.add("fetch.transfer_timeout", fetch.transfer_timeout);
    out.add("fetch.page_bytes", fetch.page_bytes);
    out.add("fetch.feed_bytes", fetch.feed_bytes);
    out.add("fetch.redirects", fetch.redirects);
    out.add("fetch.concurrency", fetch.concurrency);
    out.add("fetch.per_host", fetch.per_host);
    out.add("fetch.delay", fetch.delay);
    out.add("fetch.revisit", fetch.revisit);
    out.add("fetch.robots", fetch.robots);
    out.add("fetch.allow_private", fetch.allow_private);
    out.add("fetch.proxy", fetch.proxy);
    out.add("fetch.proxy_username", fetch.proxy_username);
    out.put("fetch.proxy_password", as_yaml(fetch.proxy_password));
}

void list(Listing& out, const Poll& poll) {
    out.add("poll.min_interval", poll.min_interval);
    out.add("poll.default_interval", poll.default_interval);
    out.add("poll.max_interval", poll.max_interval);
    out.add("poll.new_urls_per_poll", poll.new_urls_per_poll);
    out.add("poll.new_urls_per_day", poll.new_urls_per_day);
}

void list(Listing& out, const Store& store) {
    out.add("store.database", store.database.string());
    out.put("store.duplicates", store.duplicates == DuplicatePolicy::link ? "link" : "drop");
    out.add("store.keep", store.keep);
}

void list(Listing& out, const Stories& stories) {
    constexpr std::string_view names[] = {"loose", "normal", "strict"};
    out.put("stories.likeness", std::string(names[static_cast<std::size_t>(stories.likeness)]));
    out.add("stories.window", stories.window);
}

void list(Listing& out, const Log& log) {
    out.add("log.level", log.level);
    out.put("log.format", log.format == LogFormat::text ? "text" : "json");
}

void list(Listing& out, const Status& status) {
    out.add("status.listen", status.listen);
}

void list(Listing& out, const SourceInput& input) {
    out.put("kind", std::string(name(input.kind)));
    out.add("url", input.url);
    if (!input.links.empty()) out.add("links", input.links);
    if (!input.pattern.empty()) out.add("pattern", input.pattern);
    out.add("newer_than", input.newer_than);
    if (input.backfill) out.add("backfill", input.backfill);
}

// "[{kind: listing, url: …}, …]": a setting is one line.
std::string flow_list(const std::vector<SourceInput>& inputs) {
    std::string out;
    for (const SourceInput& input : inputs) {
        Listing keys;
        list(keys, input);
        std::string mapping;
        for (const Setting& setting : std::move(keys).take())
            mapping.append(mapping.empty() ? "" : ", ")
                .append(setting.key)
                .append(": ")
                .append(setting.value);
        out.append(out.empty() ? "[{" : ", {").append(mapping).append("}");
    }
    return out + "]";
}

} // namespace

std::vector<Setting> effective(const Settings& settings) {
    Listing out;
    list(out, settings.fetch);
    list(out, settings.poll);
    list(out, settings.store);
    list(out, settings.stories);
    list(out, settings.log);
    list(out, settings.status);
    out.add("workers", settings.workers);
    return std::move(out).take();
}

std::vector<Setting> effective(const Source& source) {
    Listing out;
    out.add("id", source.id);
    out.add("name", source.name);
    list(out, static_cast<const SourceInput&>(source));
    if (!source.fallbacks.empty()) out.put("fallbacks", flow_list(source.fallbacks));
    out.add("tags", source.tags);
    if (!source.language.empty()) out.add("language", source.language);
    out.add("time_zone", source.time_zone);
    out.add("enabled", source.enabled);
    out.add("allow_private", source.allow_private);
    out.add("full_text", source.full_text);
    out.add("interval", source.interval);
    out.add("keep", source.keep);
    out.add("revisit", source.revisit);
    out.add("delay", source.delay);
    if (!source.user_agent.empty()) out.add("user_agent", source.user_agent);
    const Access& access = *source.access;
    if (access.auth.is_set()) out.put("auth", as_yaml(access.auth));
    if (!access.headers.empty()) out.put("headers", as_yaml(access.headers));
    if (!access.cookies.empty()) out.put("cookies", as_yaml(access.cookies));
    return std::move(out).take();
}

} // namespace khabar::settings
