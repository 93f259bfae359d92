#include "parsers/feed/json_values.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace khabar::feed {
namespace {

namespace json = boost::json;

// A JSON Feed nests five deep, WordPress ten; extensions a little more.
constexpr std::size_t max_depth = 32;
// Each of these bytes may make a value of 24 bytes or more in memory.
constexpr std::ptrdiff_t max_values = 1'500'000;

bool separates_values(char c) noexcept {
    return c == ',' || c == '[' || c == '{';
}

} // namespace

Result<json::value> parse_values(std::string_view utf8, json::storage_ptr memory) {
    if (utf8.starts_with("\xEF\xBB\xBF")) utf8.remove_prefix(3);
    if (std::count_if(utf8.begin(), utf8.end(), separates_values) > max_values)
        return fail(Errc::too_many, "more values in the JSON than a feed has");
    json::parse_options options;
    options.max_depth = max_depth;
    options.allow_trailing_commas = true;
    options.allow_invalid_utf8 = true;
    json::error_code error;
    json::value document = json::parse(utf8, error, std::move(memory), options);
    if (error == json::error::too_deep) return fail(Errc::too_deep, "JSON nested deeper than a feed is");
    if (error) return fail(Errc::bad_feed, "not JSON: " + error.message());
    return document;
}

const json::value* member(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

const json::object* object_of(const json::object& object, std::string_view name) {
    const auto* const value = member(object, name);
    return value == nullptr ? nullptr : value->if_object();
}

std::string string_of(const json::object& object, std::string_view name) {
    const auto* value = member(object, name);
    if (value == nullptr) return {};
    if (const auto* text = value->if_string()) return std::string(text->data(), text->size());
    // Ids are strings by the standard and numbers in the wild.
    if (value->is_number()) return json::serialize(*value);
    return {};
}

} // namespace khabar::feed
