// How a line is explained, in this order:
//   1. it is the title or the site's name;
//   2. every word belongs to the vocabulary ("Share on Facebook Twitter WhatsApp", «لن يتم نشر عنوان بريدك
//   الإلكتروني …»);
//   3. it opens with a label and the rest is what such a label announces (names, an agency, tags, one
//   headline), or is a name with its title ("김철수 기자");
//   4. it is a date and what surrounds dates;
//   5. it is a breadcrumb: short parts between > or ›;
//   6. it falls at | or · into parts that are each explained;
//   7. it is a sentence of the publication about itself (line_call.hpp).
// What is left is prose.

#include "parsers/article/lines/line_class.hpp"

#include "parsers/article/lines/line_call.hpp"
#include "parsers/article/lines/line_caption.hpp"
#include "parsers/article/lines/line_vocabulary.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/article/lines/person_names.hpp"
#include "parsers/article/lines/titled_name.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/punctuation.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

using Words = std::span<const LineWord>;

constexpr std::size_t max_cover_words = 60;    // the longest comment-form notice has about thirty
constexpr std::size_t max_headline_words = 26; // behind «اقرأ أيضاً:»
constexpr std::size_t max_tag_words = 40;
constexpr std::size_t max_credit_words = 12;
constexpr std::size_t max_copyright_words = 40;
constexpr std::size_t max_date_words = 18;
constexpr std::size_t kinds = static_cast<std::size_t>(LineKind::advertisement) + 1;

bool has_digit(Words words) {
    return std::ranges::any_of(
        words, [](const LineWord& w) { return w.folded.find_first_of("0123456789") != std::string::npos; });
}

// Colon, dash or bar: what stands between a label and its value. A bare hyphen joins ("Text-based").
bool divides(std::string_view gap) {
    constexpr std::array<std::string_view, 12> marks{":", "|",  "-", "/", ">", "–",
                                                     "—", "：", "»", "›", "՝", "፡"};
    return gap != "-" && std::ranges::any_of(marks, [&](std::string_view mark) {
               return gap.find(mark) != std::string_view::npos;
           });
}

// «وتويتر» is «تويتر» with "and" before it: where the vocabulary knows only the bare word, that one.
std::vector<LineWord> without_and(Words words) {
    constexpr std::string_view and_letter = "و";
    std::vector<LineWord> bare(words.begin(), words.end());
    for (auto& word : bare) {
        if (!word.folded.starts_with(and_letter) || longest_phrase(word.folded) > 0) continue;
        auto rest = word.folded.substr(and_letter.size());
        if (longest_phrase(rest) > 0) word.folded = std::move(rest);
    }
    return bare;
}

struct Cover {
    bool complete = false;
    bool updated = false;
    LineKind kind = LineKind::prose; // of the phrases with most words among those that may stand alone
    std::size_t whole_words = 0;
};

std::string_view text_of(std::string_view line, Words words) {
    return line.substr(words.front().begin, words.back().end - words.front().begin);
}

// Is every word part of a phrase, a number or, beside a number, a word of dates? Shortest-path style over
// word positions: `whole` keeps, for each position reached, how much phrases of role whole have explained.
Cover cover(std::string_view line, Words of_line) {
    const auto joined = without_and(of_line);
    const Words words(joined);
    const bool may_tell_day = words.size() <= max_date_words && has_digit(words);
    struct Step {
        bool reached = false;
        std::size_t from = 0, whole = 0;
        Phrase by;
    };
    std::vector<Step> steps(words.size() + 1);
    steps[0].reached = true;
    std::size_t frontier = 0;
    for (std::size_t i = 0; i < words.size() && i <= frontier; ++i) {
        if (!steps[i].reached) continue;
        const auto reach = [&](std::size_t to, const Phrase& by, std::size_t whole) {
            if (steps[to].reached && steps[to].whole >= whole) return;
            steps[to] = {true, i, whole, by};
            frontier = std::max(frontier, to);
        };
        if (is_number(words[i].folded)) reach(i + 1, Phrase{}, steps[i].whole);
        for (std::size_t n = std::min(longest_phrase(words[i].folded), words.size() - i); n > 0; --n) {
            const auto phrase = phrase_of(words.subspan(i, n), n);
            // Longer phrases say more: "read more" is not "read" and "more".
            if (phrase.words > 0)
                reach(i + n, phrase, steps[i].whole + (phrase.role == Role::whole ? n * n + 1 : 0));
        }
        if (!may_tell_day || steps[i + 1].reached) continue;
        for (std::size_t n = 1; n <= 2 && i + n <= words.size(); ++n)
            if (date::has_only_words_of_dates(text_of(line, words.subspan(i, n)))) {
                reach(i + n, Phrase{}, steps[i].whole);
                break; // two mean something only where the first alone does not
            }
    }
    Cover result;
    if (!steps[words.size()].reached) return result;
    result.complete = true;
    std::array<std::size_t, kinds> weight{};
    for (std::size_t i = words.size(); i > 0; i = steps[i].from) {
        const auto& phrase = steps[i].by;
        if (phrase.role != Role::whole || phrase.words == 0) continue;
        weight[static_cast<std::size_t>(phrase.kind)] += phrase.words;
        result.whole_words += phrase.words;
        result.updated = result.updated || phrase.updated;
    }
    const auto top = std::ranges::max_element(weight);
    if (*top > 0) result.kind = static_cast<LineKind>(top - weight.begin());
    return result;
}

// Numbers and names of months and days only: needs the date parser's word to be a date.
bool may_be_date(const Cover& cover, Words words) {
    return cover.complete && has_digit(words) && words.size() <= max_date_words;
}

// Three numbers of which one is a year ("13/02/2025"), nothing but words of dates around them.
bool shows_date(Words words) {
    const auto numbers = std::ranges::count_if(words, [](const LineWord& w) { return is_number(w.folded); });
    const bool year = std::ranges::any_of(words, [](const LineWord& w) { return is_year(w.folded); });
    return year && (numbers >= 3 || (numbers == 2 && words.size() >= 3)) && words.size() <= max_date_words;
}

std::optional<LineClass> by_cover(std::string_view line, Words words, const LineContext& context) {
    if (words.size() > max_cover_words) return std::nullopt;
    const auto found = cover(line, words);
    if (!found.complete) return std::nullopt;
    LineClass result{found.kind, {}, {}, std::nullopt, found.updated};
    if (found.kind == LineKind::back_to_top && (line.ends_with(':') || has_digit(words)))
        return std::nullopt; // heads a list: "Top 10"
    if (found.kind == LineKind::prose || found.kind == LineKind::date) {
        if (may_be_date(found, words)) result.date = date::parse(line, context.dates);
        const bool label = found.kind == LineKind::date && (has_digit(words) || found.whole_words >= 2 ||
                                                            line.find(':') != std::string_view::npos);
        const bool read = result.date && result.date->precision >= date::Precision::day;
        if (!label && !read && !shows_date(words)) return std::nullopt;
        result.kind = LineKind::date;
        return result;
    }
    if (has_digit(words) && words.size() <= max_date_words) result.date = date::parse(line, context.dates);
    if (result.kind == LineKind::comments && words.size() <= 3 && has_digit(words))
        result.kind = LineKind::counts;
    return result;
}

// Stands in an article's header or foot beside names.
bool is_header_kind(LineKind kind) {
    return kind == LineKind::date || kind == LineKind::reading_time || kind == LineKind::counts ||
           kind == LineKind::share || kind == LineKind::byline;
}

// The parts of a line between | · • and spaced dashes or slashes, trimmed.
std::vector<std::string_view> parts_of(std::string_view line) {
    constexpr std::array<std::string_view, 12> marks{" | ", "|",   " · ", "·",   " • ", "•",
                                                     " - ", " – ", " — ", " / ", "\t",  " ‖ "};
    std::vector<std::string_view> parts;
    // Most bytes begin none of them.
    const auto begins_none = [](char c) {
        return c != ' ' && c != '|' && c != '\t' && c != '\xC2' && c != '\xE2';
    };
    std::size_t begin = 0, at = 0;
    while (at < line.size()) {
        if (begins_none(line[at])) {
            ++at;
            continue;
        }
        const auto mark =
            std::ranges::find_if(marks, [&](std::string_view m) { return line.substr(at).starts_with(m); });
        if (mark == marks.end()) {
            ++at;
            continue;
        }
        if (at > begin) parts.push_back(line.substr(begin, at - begin));
        at += mark->size();
        begin = at;
    }
    if (begin < line.size()) parts.push_back(line.substr(begin));
    return parts;
}

// Names, agencies and a date behind a byline's label. False where something else stands there.
bool read_names(std::string_view rest, const LineContext& context, bool sure, LineClass& result) {
    for (const auto part : parts_of(rest)) {
        if (line_words(part, 2).empty()) continue;
        const auto words = line_words(part, 40);
        if (has_digit(words)) {
            const auto shown = classify_line(part, context);
            if (shown.kind == LineKind::prose) return false;
            if (shown.date) result.date = shown.date, result.updated = shown.updated;
            continue;
        }
        for (auto& name : split_authors(part)) {
            const auto name_words = line_words(name, max_phrase_words);
            if (is_agency(name_words)) {
                if (result.credit.empty()) result.credit = std::move(name);
            } else if (looks_like_person(name) || (sure && name_words.size() <= 6)) {
                // "…" behind the name: the paper it was written for follows.
                if (!result.names.empty() && part.find("...") != std::string_view::npos &&
                    result.credit.empty())
                    result.credit = std::move(name);
                else
                    result.names.push_back(std::move(name));
            } else if (sure || !result.names.empty()) {
                if (result.credit.empty() && name_words.size() <= 6) result.credit = std::move(name);
            } else {
                return false;
            }
        }
    }
    return true;
}

std::optional<LineClass> as_byline(std::string_view line, Words words, const Phrase& label,
                                   const LineContext& context) {
    LineClass result{LineKind::byline, {}, {}, std::nullopt, false};
    if (label.words == words.size())
        return words.size() > 1 || line.find(':') != std::string_view::npos ? std::optional(result)
                                                                            : std::nullopt;
    const auto gap = gap_after(line, words, label.words);
    const bool marked = divides(gap);
    if (label.role == Role::label && !marked && !(context.head && words.size() - label.words <= 4))
        return std::nullopt;
    const std::size_t limit = marked ? 24 : 14;
    const auto rest = line.substr(words[label.words].begin);
    if (words.size() - label.words > limit) return std::nullopt;
    if (!marked && text::ends_as_sentence(line) && !line.ends_with("...")) return std::nullopt;
    const bool arabic = static_cast<unsigned char>(words[0].folded[0]) >= 0x80;
    const bool sure = marked || label.words >= 2 || (arabic && label.role == Role::opens);
    if (!read_names(rest, context, sure, result)) return std::nullopt;
    return result;
}

std::optional<LineClass> as_credit(std::string_view line, Words words, const Phrase& label) {
    const auto gap = gap_after(line, words, label.words);
    if (words.size() - label.words > (label.kind == LineKind::caption ? max_caption_words : max_credit_words))
        return std::nullopt;
    if (!divides(gap) && label.words != words.size()) return std::nullopt;
    LineClass result{label.kind, {}, {}, std::nullopt, false};
    if (label.words < words.size() && label.kind == LineKind::credit) {
        result.credit = text::clean_field(text_of(line, words.subspan(label.words)));
    }
    return result;
}

std::optional<LineClass> by_opening(std::string_view line, Words words, const LineContext& context) {
    const auto label = opening(words);
    if (label.words == 0) return std::nullopt;
    const std::size_t rest = words.size() - label.words;
    const bool marked = rest == 0 || divides(gap_after(line, words, label.words));
    if (label.kind == LineKind::byline) return as_byline(line, words, label, context);
    if (label.kind == LineKind::credit || label.kind == LineKind::caption)
        return as_credit(line, words, label);
    if (label.kind == LineKind::copyright) {
        const bool sealed = has_digit(words) || line.find("©") != std::string_view::npos || rest <= 4;
        return words.size() <= max_copyright_words && sealed && (label.words > 1 || has_digit(words))
                   ? std::optional(LineClass{LineKind::copyright, {}, {}, std::nullopt, false})
                   : std::nullopt;
    }
    if (label.role == Role::label && !marked) return std::nullopt;
    if (label.kind == LineKind::tags || label.kind == LineKind::category) {
        if (rest > max_tag_words || text::ends_as_sentence(line)) return std::nullopt;
    } else if (rest > max_headline_words || (!marked && text::ends_as_sentence(line))) {
        return std::nullopt;
    }
    return LineClass{label.kind, {}, {}, std::nullopt, false};
}

bool is_copyright(std::string_view line, Words words) {
    return words.size() <= max_copyright_words &&
           (line.find("©") != std::string_view::npos || line.find("ⓒ") != std::string_view::npos ||
            line.find("(c) 20") != std::string_view::npos) &&
           (line.starts_with("©") || line.find("ⓒ") != std::string_view::npos || has_digit(words) ||
            opening(words).kind == LineKind::copyright);
}

// "Home > World > The headline": two or more marks, every part short; the first leads home or the last is the
// title.
bool is_breadcrumb(std::string_view line, Words words, const LineContext& context) {
    if (words.size() > 40) return false;
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] != '>' && line[at] != '/' && line[at] != '\xC2' && line[at] != '\xE2') {
            ++at; // begins no mark
            continue;
        }
        const bool one = line[at] == '>',
                   two = line.substr(at).starts_with("»") || line.substr(at).starts_with("«"),
                   three = line.substr(at).starts_with("›") || line.substr(at).starts_with("‹") ||
                           line.substr(at).starts_with("→") || line.substr(at).starts_with("←");
        const bool slash = line[at] == '/';
        if (!one && !two && !three && !slash) {
            ++at;
            continue;
        }
        parts.push_back(line.substr(begin, at - begin));
        at += one || slash ? 1 : two ? 2 : 3;
        begin = at;
    }
    parts.push_back(line.substr(begin));
    std::erase_if(parts, [](std::string_view part) { return line_words(part, 1).empty(); });
    if (parts.size() < 2 || (parts.size() == 2 && text::ends_as_sentence(line))) return false;
    const auto first = line_words(parts.front(), 8);
    const auto home = first.size() <= 6 && cover(parts.front(), first).kind == LineKind::menu;
    const bool title = !context.title.empty() && text::fold(parts.back()) == text::fold(context.title);
    const bool site = !context.site.empty() && text::fold(parts.front()) == text::fold(context.site);
    return home || title || site;
}

// Persons and sections among parts that are explained: "Jane Doe | Published 1 day ago", «فلان الفلاني - 12
// تعليقا».
std::optional<LineClass> by_parts(std::string_view line, const LineContext& context) {
    const auto parts = parts_of(line);
    if (parts.size() < 2 || parts.size() > 12) return std::nullopt;
    LineClass result;
    bool small = false; // a part that only ever stands in an article's header
    std::vector<std::string_view> unknown;
    for (const auto part : parts) {
        if (part.size() == line.size()) return std::nullopt;
        auto one = classify_line(part, context);
        if (one.kind == LineKind::blank) continue;
        if (one.kind == LineKind::title) return std::nullopt;
        if (one.kind == LineKind::prose) {
            unknown.push_back(part);
            continue;
        }
        small = small || is_header_kind(one.kind);
        if (result.kind == LineKind::prose || one.kind == LineKind::byline) result.kind = one.kind;
        if (result.names.empty()) result.names = std::move(one.names);
        if (result.credit.empty()) result.credit = std::move(one.credit);
        if (!result.date && one.date) result.date = one.date, result.updated = one.updated;
    }
    if (result.kind == LineKind::prose || unknown.size() > 2) return std::nullopt;
    for (const auto part : unknown) {
        if (!small || !looks_like_person(part) || line_words(part, 5).size() > 4) return std::nullopt;
        if (!result.names.empty()) continue;
        result.kind = LineKind::byline;
        result.names = split_authors(part);
    }
    return result;
}

// A name run together with what follows it in the header: "Jane Doe2 minutes ago", «فلان الفلاني منذ 32
// دقيقة».
std::optional<LineClass> as_signature(std::string_view line, Words words, const LineContext& context) {
    constexpr std::size_t max_name_words = 4;
    if (words.size() > max_date_words || text::ends_as_sentence(line) || !has_digit(words))
        return std::nullopt;
    for (std::size_t name = 1; name <= max_name_words && name + 2 <= words.size(); ++name) {
        const auto rest = line.substr(words[name].begin);
        const auto found = cover(line, words.subspan(name));
        if (!found.complete || found.kind == LineKind::prose || !is_header_kind(found.kind) ||
            !has_digit(words.subspan(name)))
            continue;
        const auto front = line.substr(0, words[name - 1].end);
        if (name == 1 && found.kind == LineKind::date && found.whole_words > 0) // an account, a city
            return LineClass{LineKind::date, {}, {}, date::parse(rest, context.dates), found.updated};
        if (!looks_like_person(front)) return std::nullopt;
        LineClass result{LineKind::byline, split_authors(front), {}, std::nullopt, found.updated};
        result.date = date::parse(rest, context.dates);
        return result;
    }
    return std::nullopt;
}

// "1 of 6", "Bild 8 von 10": which picture of a row it is.
bool is_place_in_row(Words words) {
    constexpr auto between = std::to_array<std::string_view>(
        {"of", "von", "de", "sur", "di", "van", "из", "من", "از", "av", "af"});
    if (words.size() < 3 || words.size() > 4) return false;
    const auto last = words.last(3);
    return is_number(last[0].folded) && is_number(last[2].folded) &&
           std::ranges::find(between, last[1].folded) != between.end() &&
           (words.size() == 3 || opening(words.first(1)).kind == LineKind::caption);
}

// A bare web address, or several.
bool is_address(std::string_view line) {
    bool any = false;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        const auto word = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
        if (word.empty()) continue;
        if (!word.starts_with("http://") && !word.starts_with("https://") && !word.starts_with("www."))
            return false;
        any = true;
    }
    return any;
}

bool same_words(Words words, std::string_view other) {
    if (other.empty()) return false;
    const auto others = line_words(other, words.size() + 1);
    return std::ranges::equal(words, others, {}, &LineWord::folded, &LineWord::folded);
}

} // namespace

LineClass classify_line(std::string_view line, const LineContext& context) {
    LineClass result;
    if (line.size() > max_line_bytes) return result;
    const auto words = line_words(line);
    if (words.empty()) {
        result.kind = LineKind::blank;
        return result;
    }
    if (same_words(words, context.title)) {
        result.kind = LineKind::title;
        return result;
    }
    if (same_words(words, context.site)) {
        result.kind = LineKind::menu;
        return result;
    }
    if (is_address(line)) {
        result.kind = LineKind::menu;
        return result;
    }
    if (is_copyright(line, words)) {
        result.kind = LineKind::copyright;
        return result;
    }
    if (is_place_in_row(words)) {
        result.kind = LineKind::counts;
        return result;
    }
    if (auto found = by_cover(line, words, context)) return *found;
    if (auto found = by_opening(line, words, context)) return *found;
    if (auto names = titled_names(line); !names.empty()) {
        result.kind = LineKind::byline;
        result.names = std::move(names);
        return result;
    }
    if (is_breadcrumb(line, words, context)) {
        result.kind = LineKind::breadcrumb;
        return result;
    }
    if (auto found = as_caption(line, words)) return *found;
    if (auto found = as_signed_caption(line, words)) return *found;
    if (auto found = by_parts(line, context)) return *found;
    if (auto found = as_signature(line, words, context)) return *found;
    if (is_call(words, line_words(context.site, max_call_words))) result.kind = LineKind::newsletter;
    return result;
}

bool is_boilerplate(LineKind kind) noexcept {
    return kind != LineKind::prose && kind != LineKind::title;
}

bool stands_below(LineKind kind) noexcept {
    return kind == LineKind::rail || kind == LineKind::neighbour || kind == LineKind::comments ||
           kind == LineKind::copyright || kind == LineKind::back_to_top || kind == LineKind::account ||
           kind == LineKind::newsletter;
}

std::string_view name(LineKind kind) noexcept {
    constexpr std::array<std::string_view, kinds> names{
        "prose",      "blank",        "title",       "byline",       "date",     "credit",
        "caption",    "reading time", "counts",      "share",        "tags",     "breadcrumb",
        "category",   "menu",         "rail",        "neighbour",    "comments", "account",
        "newsletter", "copyright",    "back to top", "advertisement"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace khabar::article
