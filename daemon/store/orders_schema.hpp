#pragma once
// The tables of orders.hpp, made by migrate(). Internal to this folder.

#include "daemon/store/database.hpp"

namespace khabar::store {

void create_order_tables(Database& database);

} // namespace khabar::store
