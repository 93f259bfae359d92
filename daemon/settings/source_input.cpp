#include "daemon/settings/source_input.hpp"

#include "daemon/settings/address.hpp"
#include "parsers/html/selector.hpp"
#include "parsers/links/glob.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace khabar::settings {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::pair<std::string_view, SourceKind>, 5> kinds{{
    {"feed", SourceKind::feed},
    {"news_sitemap", SourceKind::news_sitemap},
    {"sitemap", SourceKind::sitemap},
    {"listing", SourceKind::listing},
    {"wordpress", SourceKind::wordpress},
}};

void read_url(Mapping& mapping, SourceInput& input, ProblemList& problems) {
    mapping.require("url");
    const auto value = mapping.scalar("url");
    if (!value) return;
    const auto address = http_address(value->text);
    if (address)
        input.url = *address;
    else
        problems.add(value->at, "'url' " + address.error().detail);
}

void read_choice(Mapping& mapping, SourceInput& input, ProblemList& problems) {
    if (const auto links = mapping.scalar("links")) {
        const auto selector = html::Selector::compile(links->text);
        if (selector)
            input.links = links->text;
        else
            problems.add(links->at, "'links' is no CSS selector: " + selector.error().detail);
    }
    if (const auto pattern = mapping.scalar("pattern")) {
        const auto glob = links::Glob::compile(pattern->text);
        if (glob)
            input.pattern = pattern->text;
        else
            problems.add(pattern->at, "'pattern' " + glob.error().detail);
    }
}

bool is_sitemap(SourceKind kind) {
    return kind == SourceKind::sitemap || kind == SourceKind::news_sitemap;
}

void check_together(const Mapping& mapping, const SourceInput& input, ProblemList& problems) {
    const auto belongs = [&](std::string_view key, std::string_view to, bool does) {
        if (mapping.has(key) && !does)
            problems.add(mapping.at(key),
                         fmt::format("'{}' belongs to {}, not to kind {}; remove it or change 'kind'", key,
                                     to, name(input.kind)));
    };
    belongs("links", "kind listing", input.kind == SourceKind::listing);
    belongs("newer_than", "the kinds sitemap and news_sitemap", is_sitemap(input.kind));
    belongs("backfill", "the kinds sitemap and news_sitemap", is_sitemap(input.kind));
    if (input.backfill && input.newer_than)
        problems.add(mapping.at("backfill"),
                     "'backfill' takes every entry and 'newer_than' does not; keep one");
}

} // namespace

std::string_view name(SourceKind kind) noexcept {
    const auto* const found =
        std::ranges::find(kinds, kind, &std::pair<std::string_view, SourceKind>::second);
    return found == kinds.end() ? std::string_view{} : found->first;
}

void read_input(Mapping& mapping, SourceInput& input, ProblemList& problems) {
    mapping.choice<SourceKind>("kind", input.kind, kinds);
    read_url(mapping, input, problems);
    read_choice(mapping, input, problems);
    std::chrono::seconds newer_than{};
    mapping.duration("newer_than", newer_than, {1h, 24h * 3650});
    if (newer_than > 0s) input.newer_than = newer_than;
    mapping.boolean("backfill", input.backfill);
    check_together(mapping, input, problems);
}

void read_fallbacks(const YamlTree& tree, Mapping& mapping, Source& source, ProblemList& problems) {
    const auto list = mapping.child("fallbacks");
    if (!list || tree.node(*list).kind == YamlNode::Kind::null) return;
    const YamlNode& node = tree.node(*list);
    if (node.kind != YamlNode::Kind::sequence)
        return problems.add(node.at, "'fallbacks' must be a list; begin each with '- kind: …'");
    if (node.children.size() > max_fallbacks)
        return problems.add(node.at, fmt::format("a source has at most {} fallbacks", max_fallbacks));
    for (const YamlId item : node.children) {
        Mapping fallback(tree, item, "a fallback", problems);
        SourceInput input;
        read_input(fallback, input, problems);
        fallback.finish();
        const auto same = [&](const SourceInput& other) {
            return !input.url.empty() && other.kind == input.kind && other.url == input.url;
        };
        if (same(source) || std::ranges::any_of(source.fallbacks, same))
            problems.add(fallback.at("url"),
                         "this source asks that address already; a fallback must be another");
        source.fallbacks.push_back(std::move(input));
    }
}

} // namespace khabar::settings
