#pragma once
// Who wrote it, from how pages say so: "By Jane Doe and John Roe, staff writers", «كتب: فلان», "admin",
// "https://…/author/x".

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

// Where the name was read.
enum class NameIn : std::uint8_t {
    line,  // of the page: "Von", "Par" or "Oleh" before it is a label
    field, // made for names (JSON-LD, meta): "Von Miller", "Pär", "Oleh" with a capital is the name itself
};

// One name, cleaned: labels (By, بقلم, كتب:), mail addresses, handles and trailing roles off. Empty where
// nothing believable is left: URLs, "admin", "editor", numbers, more than 100 bytes.
[[nodiscard]] std::string clean_author(std::string_view text, NameIn place = NameIn::line);

// Several names: split at commas, semicolons, "and" in eight languages, each cleaned, no name twice, at
// most 16. "y", "e" and a و written to a common given name divide only what has two words or more on either
// side: they also stand within names.
[[nodiscard]] std::vector<std::string> split_authors(std::string_view text, NameIn place = NameIn::line);

// A house, not a person, by a word of its name: "… University", "… News".
[[nodiscard]] bool names_house(std::string_view text);

// "Jane Doe", "janedoe1": beside names of several words, one Latin word is an account or a department.
void drop_accounts(std::vector<std::string>& names);

// Reads like a person's name of 2 to 6 words: capitals where the script has them, no digits, no sentence
// marks, no office.
[[nodiscard]] bool looks_like_person(std::string_view text);

} // namespace khabar::article
