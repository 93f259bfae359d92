#include "daemon/pipeline/draft/site_rules.hpp"

#include "parsers/url/url.hpp"

namespace khabar::pipeline {

namespace {

bool covers(std::string_view rule_host, std::string_view host) {
    if (rule_host.empty() || !host.ends_with(rule_host)) return false;
    return host.size() == rule_host.size() || host[host.size() - rule_host.size() - 1] == '.';
}

} // namespace

const article::SiteRule* find_rule(const std::vector<article::SiteRule>& rules, std::string_view url) {
    const auto parsed = url::Url::parse(url);
    if (!parsed) return nullptr;
    const article::SiteRule* best = nullptr;
    std::size_t best_length = 0;
    for (const article::SiteRule& rule : rules)
        for (const std::string& host : rule.hosts)
            if (host.size() > best_length && covers(host, parsed->host())) {
                best = &rule;
                best_length = host.size();
            }
    return best;
}

} // namespace khabar::pipeline
