#pragma once
// An article as the commands print it.

#include "parsers/article/article.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace khabar::cli {

// {"url","title","author","published","updated","language","site","lead","text","image","tags"}: authors
// joined by ", ", dates in ISO 8601, null where unknown.
[[nodiscard]] boost::json::object to_json(const article::Article& article);

// `format` is text, json or markdown. Ends with a newline.
[[nodiscard]] std::string render(const article::Article& article, std::string_view format);

} // namespace khabar::cli
