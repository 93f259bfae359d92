#include "daemon/store/article_row.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace khabar::store {

namespace json = boost::json;

std::string to_json(const std::vector<std::string>& list) {
    json::array array;
    for (const std::string& item : list)
        array.emplace_back(item);
    return json::serialize(array);
}

std::vector<std::string> strings_from_json(std::string_view text) {
    json::error_code error;
    const json::value value = json::parse(json::string_view(text.data(), text.size()), error);
    std::vector<std::string> list;
    if (error || !value.is_array()) return list;
    for (const json::value& item : value.get_array())
        if (const json::string* string = item.if_string()) list.emplace_back(string->data(), string->size());
    return list;
}

std::optional<Time> time_at(const Statement& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return Time(std::chrono::seconds(row.integer(column)));
}

ArticleSummary summary_at(const Statement& row, int first) {
    ArticleSummary summary;
    summary.id = row.integer(first);
    summary.url = row.string(first + 1);
    summary.title = row.string(first + 2);
    summary.published = row.string(first + 3);
    summary.language = row.string(first + 4);
    summary.site = row.string(first + 5);
    summary.source_id = row.string(first + 6);
    summary.authors = strings_from_json(row.text(first + 7));
    summary.published_at = time_at(row, first + 8);
    summary.fetched_at = time_at(row, first + 9).value_or(Time{});
    summary.via = via_from(row.text(first + 10));
    return summary;
}

} // namespace khabar::store
