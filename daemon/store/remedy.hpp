#pragma once
// What an operator can do about a failing database.

#include "daemon/store/database.hpp"

#include <string_view>

namespace khabar::store {

// One line to stand behind the error's own words; empty where those say it, or where we know nothing.
[[nodiscard]] std::string_view remedy(const StoreError& error) noexcept;

} // namespace khabar::store
