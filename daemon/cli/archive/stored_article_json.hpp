#pragma once
// Stored articles as JSON. The keys are a contract: scripts read them. What an article does not have is null
// or empty, never absent.

#include "daemon/store/articles.hpp"

#include <boost/json/object.hpp>

namespace khabar::cli {

// {"id","url","title","author","authors","published","published_at","language","site","source","fetched_at","via"}:
// `author` is joined as `khabar extract` has it, `published` as the page states it, `published_at` in UTC.
[[nodiscard]] boost::json::object to_json(const store::ArticleSummary& article);

// The same and
// {"key","via_reason","updated","updated_at","lead","text","markdown","image","tags","credit","entry_id"}.
[[nodiscard]] boost::json::object to_json(const store::StoredArticle& article);

// "A, B".
[[nodiscard]] std::string joined(const std::vector<std::string>& names);

} // namespace khabar::cli
