#pragma once
// What one line of a page is: prose, or one of the things that stand around prose (bylines, date lines, share
// rows, rails, comment forms …): in depth in Arabic, Persian, English, French, German, Turkish and Spanish,
// and what some fifty other languages say most. Used for HTML blocks and flattened text.
//
// The rule that keeps prose safe: a line is boilerplate only where the whole of it is explained. A sentence
// that merely contains "share" or «تعليق» stays prose. Pure; linear in the line; lines over max_line_bytes
// are prose unread.

#include "parsers/date/parse.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

// Nothing that stands around an article fills more on one line.
inline constexpr std::size_t max_line_bytes = 600;

enum class LineKind : std::uint8_t {
    prose, // everything not named below: sentences, headings, list items
    blank, // nothing but space, punctuation and symbols
    title, // repeats LineContext::title
    byline,
    date,   // published or updated
    credit, // «المصدر: سانا», "Source: Reuters"
    caption, // picture credit, or a short line that ends in one: "(رويترز)". The last line of prose may wear
             // one too.
    reading_time,
    counts, // views, comments, shares
    share,
    tags,
    breadcrumb,
    category,   // section names, one or several
    menu,       // navigation words
    rail,       // heading of related or latest stories, or such a heading with one headline after it
    neighbour,  // previous or next story
    comments,   // comment form, its fields and notices
    account,    // login, registration, notifications
    newsletter, // newsletter, app and follow-us calls
    copyright,
    back_to_top,
    advertisement,
};

// Stable lower-case name, for reports.
[[nodiscard]] std::string_view name(LineKind kind) noexcept;

struct LineContext {
    std::string_view title; // of the article, where known
    std::string_view site;  // the publication's name, where known
    date::Context dates;    // for reading date lines
    bool head = false; // stands between the headline and the first paragraph: «كتب فلان» is a byline without
                       // its colon
};

struct LineClass {
    LineKind kind = LineKind::prose;
    std::vector<std::string> names;     // byline: persons
    std::string credit;                 // credit, caption, byline: the agency or paper named
    std::optional<date::DateTime> date; // date lines, and bylines that carry one, where it could be read
    bool updated = false;               // the date's label says update, not publication
};

[[nodiscard]] LineClass classify_line(std::string_view line, const LineContext& context = {});

// Stands around an article and is none of it (all but prose and title).
[[nodiscard]] bool is_boilerplate(LineKind kind) noexcept;

// Stands only below an article: whatever short lines follow belong to it (rails, neighbours, comment form,
// copyright …).
[[nodiscard]] bool stands_below(LineKind kind) noexcept;

} // namespace khabar::article
