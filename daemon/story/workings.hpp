#pragma once
// What the parts of a StoryIndex work with. One thread.

#include "daemon/store/database.hpp"
#include "daemon/story/print_cache.hpp"
#include "daemon/story/rulings.hpp"
#include "daemon/story/tables.hpp"

#include <utility>

namespace khabar::story {

struct Workings {
    Workings(store::Database& file, TextOf text_of, const Rules& wanted)
        : rules(wanted),
          database(file),
          tables(file),
          rulings(file),
          prints(std::move(text_of)) {}

    Rules rules;
    store::Database& database;
    Tables tables;
    Rulings rulings;
    PrintCache prints;
};

} // namespace khabar::story
