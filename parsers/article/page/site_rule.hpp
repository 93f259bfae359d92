#pragma once
// A user-editable rule for one site (config/sites.d/*.yaml): what to take, what to drop. The only place where
// hosts are named.

#include "parsers/html/selector.hpp"

#include <string>
#include <vector>

namespace khabar::article {

struct SiteRule {
    std::vector<std::string> hosts;   // "example.org" covers its subdomains too
    std::vector<html::Selector> body; // first that matches wins; the article's text
    std::vector<html::Selector> title;
    std::vector<html::Selector> author;
    std::vector<html::Selector> date;
    std::vector<html::Selector> drop; // removed wherever they stand
    std::vector<std::string>
        drop_lines; // a block whose folded text equals one of these, or starts with it where it ends in '*'

    friend bool operator==(const SiteRule&, const SiteRule&) = default;
};

} // namespace khabar::article
