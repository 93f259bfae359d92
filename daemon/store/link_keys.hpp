#pragma once
// The identity keys of addresses (url::canonical_key) are stored, and their rules change now and then.

#include "daemon/store/database.hpp"

namespace khabar::store {

// Gives every link, and the article or dropped copy stored under its key, the key that the present rules make
// of its address: under another one what is known would be new. Where two addresses have become one page, one
// of them stays behind under its old key. What was stored by hand and never was a link keeps its key: the
// address that made it is not known. Inside the caller's transaction; 3 µs a link, 30 where its key changes.
void follow_key_rules(Database& database);

} // namespace khabar::store
