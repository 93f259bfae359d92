#pragma once
// Who wrote the article, and which agency or paper it is taken from.

#include "parsers/article/metadata/json_ld.hpp"
#include "parsers/article/metadata/page_facts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

struct Trace;

struct AuthorWitnesses {
    const PageFacts& facts;
    const LinkedArticle* linked = nullptr; // the JSON-LD item of this page
    html::NodeId headline = html::no_node;
    std::string_view site;
    std::string_view host; // without "www."
    bool head_is_foreign = false;
    Trace* trace = nullptr;
};

struct PageAuthors {
    std::vector<std::string> names;
    std::string credit;
};

// The first of these that names persons: JSON-LD, meta fields, marked elements near the headline, byline
// lines around it, a bare name under it (unmarked_name.hpp), marked elements elsewhere. Where JSON-LD or meta
// name the site's team, that is the answer. Organizations only where no person is named, the site itself last
// of all.
[[nodiscard]] PageAuthors choose_authors(const AuthorWitnesses& witnesses);

} // namespace khabar::article
