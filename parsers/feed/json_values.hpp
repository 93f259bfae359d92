#pragma once
// JSON from outside, with its bounds, and the fields of its objects as feeds use them. For the two readers of
// JSON here; Boost.JSON stays in this folder's sources.

#include "parsers/base/result.hpp"

#include <boost/json/object.hpp>
#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace khabar::feed {

// `memory` must outlive the value. Errors: too_many (values), too_deep, bad_feed.
[[nodiscard]] Result<boost::json::value> parse_values(std::string_view utf8, boost::json::storage_ptr memory);

// Null where the field is missing or null.
[[nodiscard]] const boost::json::value* member(const boost::json::object& object, std::string_view name);
[[nodiscard]] const boost::json::object* object_of(const boost::json::object& object, std::string_view name);

// A string, or a number as it is written; empty for anything else.
[[nodiscard]] std::string string_of(const boost::json::object& object, std::string_view name);

} // namespace khabar::feed
