#pragma once
// Lists of site rules, from any number of files: `sites:` with one mapping each
// (parsers/article/page/site_rule.hpp).

#include "daemon/settings/mapping.hpp"
#include "parsers/article/page/site_rule.hpp"

#include <map>
#include <string>
#include <vector>

namespace khabar::settings {

// Keeps what all files must agree on: a host has one rule.
class SiteReader {
  public:
    explicit SiteReader(std::vector<article::SiteRule>& out) : out_(out) {}

    // `list` is the value of `sites:`.
    void read(const YamlTree& tree, YamlId list, ProblemList& problems);

  private:
    void read_one(const YamlTree& tree, YamlId node, ProblemList& problems);
    void read_hosts(Mapping& mapping, article::SiteRule& rule, ProblemList& problems);

    std::vector<article::SiteRule>& out_;
    std::map<std::string, std::string, std::less<>> hosts_; // host → "file:line"
};

// Every key that a site rule may have.
[[nodiscard]] std::vector<std::string_view> site_keys();

} // namespace khabar::settings
