#include "daemon/pipeline/draft/site_rules.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

article::SiteRule rule(std::vector<std::string> hosts) {
    article::SiteRule made;
    made.hosts = std::move(hosts);
    return made;
}

TEST(SiteRules, TheLongestHostSpeaks) {
    const std::vector<article::SiteRule> rules{rule({"example.org"}), rule({"ar.example.org", "other.net"})};
    EXPECT_EQ(find_rule(rules, "https://example.org/a"), &rules[0]);
    EXPECT_EQ(find_rule(rules, "https://www.example.org/a"), &rules[0]);
    EXPECT_EQ(find_rule(rules, "https://ar.example.org/a"), &rules[1]);
    EXPECT_EQ(find_rule(rules, "https://x.ar.example.org/a"), &rules[1]);
    EXPECT_EQ(find_rule(rules, "http://other.net/"), &rules[1]);
}

TEST(SiteRules, AHostThatOnlyEndsAlikeIsAnother) {
    const std::vector<article::SiteRule> rules{rule({"example.org", ""})};
    EXPECT_EQ(find_rule(rules, "https://notexample.org/"), nullptr);
    EXPECT_EQ(find_rule(rules, "https://example.org.evil.net/"), nullptr);
    EXPECT_EQ(find_rule(rules, "no address"), nullptr);
}

} // namespace
} // namespace khabar::pipeline
