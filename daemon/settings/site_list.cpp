#include "daemon/settings/site_list.hpp"

#include "daemon/settings/address.hpp"

#include <fmt/format.h>

#include <array>

namespace khabar::settings {

namespace {

constexpr std::size_t most_line_bytes = 1024;

struct SelectorKey {
    std::string_view name;
    std::vector<html::Selector> article::SiteRule::*field;
};

constexpr std::array selector_keys{
    SelectorKey{"body", &article::SiteRule::body},     SelectorKey{"title", &article::SiteRule::title},
    SelectorKey{"author", &article::SiteRule::author}, SelectorKey{"date", &article::SiteRule::date},
    SelectorKey{"drop", &article::SiteRule::drop},
};

constexpr std::string_view hosts_key = "hosts";
constexpr std::string_view drop_lines_key = "drop_lines";

void read_selectors(Mapping& mapping, const SelectorKey& key, article::SiteRule& rule,
                    ProblemList& problems) {
    for (const Scalar& css : mapping.scalars(key.name)) {
        auto selector = html::Selector::compile(css.text);
        if (selector)
            (rule.*key.field).push_back(std::move(*selector));
        else
            problems.add(css.at, fmt::format("'{}' {} is no CSS selector: {}", key.name, in_quotes(css.text),
                                             selector.error().detail));
    }
}

void read_drop_lines(Mapping& mapping, article::SiteRule& rule, ProblemList& problems) {
    for (Scalar& line : mapping.scalars(drop_lines_key)) {
        if (line.text.empty() || line.text == "*" || line.text.size() > most_line_bytes)
            problems.add(line.at, fmt::format("a line to drop must have 1 to {} bytes before its '*'",
                                              most_line_bytes));
        else
            rule.drop_lines.push_back(std::move(line.text));
    }
}

} // namespace

void SiteReader::read(const YamlTree& tree, YamlId list, ProblemList& problems) {
    const YamlNode& node = tree.node(list);
    if (node.kind == YamlNode::Kind::null) return; // `sites:` with every entry commented out
    if (node.kind != YamlNode::Kind::sequence) {
        problems.add(node.at, "'sites' must be a list; begin each rule with '- hosts: …'");
        return;
    }
    for (const YamlId item : node.children)
        read_one(tree, item, problems);
}

void SiteReader::read_one(const YamlTree& tree, YamlId node, ProblemList& problems) {
    Mapping mapping(tree, node, "a site rule", problems);
    article::SiteRule rule;
    read_hosts(mapping, rule, problems);
    for (const SelectorKey& key : selector_keys)
        read_selectors(mapping, key, rule, problems);
    read_drop_lines(mapping, rule, problems);
    mapping.finish();
    out_.push_back(std::move(rule));
}

void SiteReader::read_hosts(Mapping& mapping, article::SiteRule& rule, ProblemList& problems) {
    mapping.require(hosts_key);
    const auto hosts = mapping.scalars(hosts_key);
    if (mapping.has(hosts_key) && hosts.empty())
        problems.add(mapping.at(hosts_key), "'hosts' must name at least one host");
    for (const Scalar& host : hosts) {
        const auto canonical = host_name(host.text);
        if (!canonical) {
            problems.add(host.at, canonical.error().detail);
            continue;
        }
        const auto place = fmt::format("{}:{}", problems.file(), host.at.line);
        const auto [first, is_new] = hosts_.emplace(*canonical, place);
        if (is_new)
            rule.hosts.push_back(*canonical);
        else
            problems.add(host.at, fmt::format("{} already has a rule at {}; merge the two",
                                              in_quotes(host.text), first->second));
    }
}

std::vector<std::string_view> site_keys() {
    std::vector<std::string_view> keys{hosts_key, drop_lines_key};
    for (const SelectorKey& key : selector_keys)
        keys.push_back(key.name);
    return keys;
}

} // namespace khabar::settings
