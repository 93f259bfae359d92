#pragma once
// Links of a feed against the base they are written for.

#include "parsers/xml/reader.hpp"

#include <string>
#include <string_view>

namespace khabar::feed {

// "http://…", "mailto:…": has a scheme of its own.
[[nodiscard]] bool is_absolute(std::string_view link) noexcept;

// Absolute links as they are written; others against `base`, and as they are where there is no base to stand
// on.
[[nodiscard]] std::string resolve(std::string_view link, std::string_view base);

// What an element's xml:base says; empty where it says nothing.
[[nodiscard]] std::string_view xml_base(const xml::Element& element) noexcept;

// A link relation's name in lower case. RFC 4287 §4.2.7.2: a registered name may also be written as an
// address; RFC 8288 §2.1.1: names are the same in any case.
[[nodiscard]] std::string relation(std::string_view rel);

} // namespace khabar::feed
