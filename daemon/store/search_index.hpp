#pragma once
// Keeping the search index beside the article table. The index is contentless (the texts stand in the article
// table once), so what is taken out must be told as it was put in: the article as it was stored. Internal to
// this folder.

#include "daemon/store/articles.hpp"

namespace khabar::store {

void index_article(Database& database, std::int64_t id, const NewArticle& article);
void unindex_article(Database& database, std::int64_t id, const NewArticle& article);

} // namespace khabar::store
