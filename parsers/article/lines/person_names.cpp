#include "parsers/article/lines/person_names.hpp"

#include "parsers/article/lines/arabic_names.hpp"
#include "parsers/article/lines/line_vocabulary.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/article/lines/titled_name.hpp"
#include "parsers/text/capitals.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace khabar::article {
namespace {

constexpr std::size_t max_name_bytes = 100;
constexpr std::size_t max_names = 16;
constexpr std::size_t max_person_words = 6;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::ranges::find(list, word) != list.end();
}

// Accounts and roles that stand where a name should. Folded.
constexpr std::array<std::string_view, 56> nobody{
    "full bio",       "bio",          "biography",     "more",       "about the author",
    "view all posts", "see all",      "view profile",  "read more",  "follow",
    "view bio",       "see bio",      "profile",       "posts",      "website",
    "email",          "admin",        "administrator", "editor",     "editors",
    "staff",          "staff writer", "webmaster",     "root",       "user",
    "guest",          "unknown",      "anonymous",     "author",     "authors",
    "redaction",      "redaktion",    "redaccion",     "test",       "wpadmin",
    "none",           "null",         "undefined",     "web editor", "news desk",
    "superadmin",     "super admin",  "siteadmin",     "editor1",    "editor 1",
    "manager",        "ادمين",        "المشرف",        "مشرف",       "المدير",
    "مدير الموقع",    "الادمن",       "ادمن",          "admin1",     "admin 1",
    "adminn"};

// Words inside names that carry no capital.
constexpr std::array<std::string_view, 44> particles{
    "de",  "da", "do",  "dos", "das", "del", "della", "dela", "delos", "di",  "du",
    "des", "la", "le",  "el",  "al",  "van", "von",   "der",  "den",   "dem", "ter",
    "ten", "zu", "zur", "y",   "e",   "bin", "ben",   "ibn",  "bint",  "abu", "abd",
    "ul",  "ur", "as",  "ad",  "an",  "of",  "st",    "dr",   "jr",    "sr",  "st"};

// No name holds one of these. Folded.
constexpr std::array<std::string_view, 54> function_words{
    "من",   "في",    "علي", "الي",  "عن",  "ان",   "التي", "الذي", "هذا",  "هذه", "مع",  "بعد", "قبل", "بين",
    "حول",  "لا",    "لم",  "ما",   "كما", "خلال", "كل",   "لدي",  "هو",   "هي",  "او",  "ثم",  "قد",  "اذا",
    "كيف",  "لماذا", "متي", "هل",   "از",  "در",   "به",   "با",   "براي", "است", "كه",  "the", "in",  "on",
    "with", "for",   "to",  "from", "how", "why",  "what", "is",   "are",  "was", "und", "nach"};

// A role that may follow a name; the name ends before it. Folded.
constexpr std::array<std::string_view, 34> roles{
    "staff",         "correspondent", "reporter",  "editor",    "writer",      "journalist",  "contributor",
    "columnist",     "senior",        "chief",     "special",   "associate",   "political",   "business",
    "sports",        "deputy",        "managing",  "redakteur", "redakteurin", "journaliste", "reporterin",
    "korrespondent", "photographer",  "freelance", "مراسل",     "مراسله",      "صحفي",        "صحفيه",
    "محرر",          "كاتب",          "كاتبه",     "باحث",      "مراسلة",      "producer"};

// Offices: what stands behind a name and a comma and holds one of these is no second name. Folded.
constexpr std::array<std::string_view, 24> offices{
    "ceo",       "cto",       "cfo",      "coo",        "cmo",        "director",   "manager",   "president",
    "founder",   "cofounder", "officer",  "analyst",    "strategist", "specialist", "professor", "lecturer",
    "executive", "fellow",    "engineer", "consultant", "chairman",   "attorney",   "lawyer",    "expert"};

// "Jae-in": word `i` hangs on the one before by a hyphen and nothing else.
bool is_joined(std::string_view text, std::span<const LineWord> words, std::size_t i) {
    if (i == 0 || i >= words.size()) return false;
    const auto gap = gap_after(text, words, i);
    return gap == "-" || gap == "\u2010" || gap == "\u2011"; // hyphen, one that breaks no line
}

// As Korean and Chinese are written in Latin and Cyrillic: one run of vowels, few letters before it, few
// ends.
bool is_east_asian_syllable(std::string_view folded) {
    constexpr std::u32string_view vowels = U"aeiouyаеиоуыэюя";
    constexpr std::size_t most_before = 3, most_vowels = 4;
    constexpr std::array<std::u32string_view, 24> ends{U"",   U"n", U"ng", U"m", U"l", U"k",  U"ck", U"p",
                                                       U"t",  U"h", U"b",  U"g", U"н", U"нь", U"м",  U"л",
                                                       U"ль", U"к", U"п",  U"т", U"б", U"г",  U"нг", U"й"};
    std::u32string letters;
    for (std::size_t at = 0; at < folded.size();)
        letters += text::next_code_point(folded, at);
    const std::size_t begin = std::min(letters.find_first_of(vowels), letters.size());
    const std::size_t end = std::min(letters.find_first_not_of(vowels, begin), letters.size());
    return begin <= most_before && begin < end && end - begin <= most_vowels &&
           std::ranges::find(ends, letters.substr(end)) != ends.end();
}

// The second half of "Seung-yeon", "Al-masri": needs no capital, and "in" is no preposition there. English
// compounds go on ("step-by-step") or end otherwise ("long-term").
bool is_second_half(std::string_view text, std::span<const LineWord> words, std::size_t i) {
    if (!is_joined(text, words, i) || is_joined(text, words, i - 1) || is_joined(text, words, i + 1))
        return false;
    const auto& first = words[i - 1].folded;
    return first == "al" || first == "el" || is_east_asian_syllable(words[i].folded);
}

bool all_digits_or_empty(std::span<const LineWord> words) {
    return std::ranges::all_of(words, [](const LineWord& w) { return is_number(w.folded); });
}

bool is_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos ||
           text.find(".com/") != std::string_view::npos;
}

// "Jane Doe <jane@example.org>", "jane@example.org (Jane Doe)": without the address, or nothing.
std::string without_mail(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos) return std::string(text);
    const auto space = [](char c) {
        return c == ' ' || c == '<' || c == '(' || c == ',' || c == ')' || c == '>';
    };
    std::size_t begin = at, end = at;
    while (begin > 0 && !space(text[begin - 1]))
        --begin;
    while (end < text.size() && !space(text[end]))
        ++end;
    std::string rest(text.substr(0, begin));
    rest += text.substr(end);
    return rest;
}

// Words that are addresses taken out, so that a list of names keeps its persons and loses its profile links.
std::string without_addresses(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        const auto dots = std::ranges::count(word, '.');
        const bool path = dots >= 1 && word.find('/') != std::string_view::npos &&
                          word.find("...") == std::string_view::npos;
        const bool dotted =
            dots >= 2 && word.size() > 12 && word.find("..") == std::string_view::npos; // "page.extra.author"
        if (!is_address(word) && !path && !dotted) out += std::string(word) + ' ';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string_view trim_marks(std::string_view text) {
    const auto mark = [](char c) {
        return static_cast<unsigned char>(c) <= ' ' ||
               std::string_view("|:;,-<>()[]/*\"\\").find(c) != std::string_view::npos;
    };
    constexpr std::array<std::string_view, 10> wide{"،", "؛", "–", "—", "…", "•", "·", "«", "»", "\u00a0"};
    bool again = true;
    while (again) {
        again = false;
        while (!text.empty() && mark(text.front()))
            text.remove_prefix(1);
        while (!text.empty() && mark(text.back()))
            text.remove_suffix(1);
        for (const auto w : wide) {
            if (text.starts_with(w)) text.remove_prefix(w.size()), again = true;
            if (text.ends_with(w)) text.remove_suffix(w.size()), again = true;
        }
    }
    return text;
}

// "Von Miller", "Oleh Kovalenko", "Pär Example", "von Trapp" where only names stand: the first word is no
// label but part of the name. "von Anna Schmidt" has a label there, too.
bool is_own_word(std::string_view text, std::span<const LineWord> words) {
    std::size_t at = words[0].begin;
    const char32_t first = text::next_code_point(text, at);
    if (!text::names_have_capitals(first) || words[0].folded == "by") return false;
    return text::is_capital(first) || (words.size() == 2 && one_of(words[0].folded, particles));
}

// Off with a leading "By", «كتب:»; at most three of them ("Written by: By …").
std::string_view without_label(std::string_view text, NameIn place) {
    for (int round = 0; round < 3; ++round) {
        const auto words = line_words(text, max_phrase_words + 1);
        const auto label = opening(words);
        if (label.words == 0 || label.kind != LineKind::byline) break;
        const std::string_view rest = label.words < words.size() ? text.substr(words[label.words].begin) : "";
        const std::string_view gap =
            text.substr(words[label.words - 1].end,
                        rest.empty() ? 0 : words[label.words].begin - words[label.words - 1].end);
        const bool bare = !rest.empty() && gap.find_first_not_of(' ') == std::string_view::npos;
        if (label.role == Role::label && bare) break;
        if (place == NameIn::field && label.words == 1 && bare && is_own_word(text, words)) break;
        // "Von der Leyen", "Van Dyke": a particle that is part of the name.
        if (label.words == 1 && !rest.empty() && one_of(words[0].folded, particles) &&
            one_of(words[1].folded, particles))
            break;
        text = trim_marks(rest);
    }
    return text;
}

} // namespace

// "di Sami al-Ajrami": in small letters before two words or more, Italian's "by".
static std::string_view without_small_label(std::string_view name) {
    constexpr std::string_view label = "di ";
    if (!name.starts_with(label)) return name;
    const auto rest = name.substr(label.size());
    return looks_like_person(rest) ? rest : name;
}

// "Jane Doe in Gardening", "Jane Doe for The Example": the name ends before it.
static std::size_t words_of_name(std::string_view name, const std::vector<LineWord>& words) {
    constexpr std::array<std::string_view, 5> ends{"in", "on", "for", "at", "from"};
    for (std::size_t i = 2; i < words.size(); ++i)
        if (!is_joined(name, words, i) && one_of(words[i].folded, ends) &&
            name.substr(words[i].begin, 1) == words[i].folded.substr(0, 1))
            return i;
    return words.size();
}

std::string clean_author(std::string_view raw, NameIn place) {
    if (raw.size() > 4 * max_name_bytes || is_address(raw)) return {};
    const std::string field = without_mail(text::clean_field(raw));
    if (auto titled = titled_names(field); titled.size() == 1) return titled.front();
    std::string_view name = without_small_label(without_label(trim_marks(field), place));
    if (name.starts_with('@') || name.size() > max_name_bytes) return {};
    auto words = line_words(name, 20);
    if (words.empty() || all_digits_or_empty(words)) return {};
    if (const auto length = words_of_name(name, words); length < words.size()) {
        name = name.substr(0, words[length - 1].end);
        words.resize(length);
    }
    // A trailing role after a comma, dash or bracket.
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto gap = name.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
        const bool marked = gap.find_first_of(",|(-") != std::string_view::npos ||
                            gap.find("،") != std::string_view::npos ||
                            gap.find("–") != std::string_view::npos;
        const auto is_role = [](const LineWord& w) {
            return one_of(w.folded, roles) || one_of(w.folded, offices);
        };
        // "Jean-Pierre Dupont (editor)": the hyphen ends no name before a role that comes later.
        const bool role =
            is_joined(name, words, i)
                ? is_role(words[i])
                : std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i), words.end(), is_role);
        if (marked && role) {
            name = name.substr(0, words[i - 1].end);
            words.resize(i);
            break;
        }
    }
    std::string folded;
    for (const auto& word : words)
        folded += (folded.empty() ? "" : " ") + word.folded;
    if (one_of(folded, nobody)) return {};
    if (std::ranges::all_of(words, [](const LineWord& w) { return one_of(w.folded, roles); })) return {};
    return text::collapse_space(trim_marks(name));
}

// "Head of Marketing", "Senior Editor", "Community Development".
static bool is_office(std::string_view piece) {
    const auto words = line_words(piece, max_person_words + 1);
    if (words.size() > 1 && words[0].folded == "head" && words[1].folded == "of") return true;
    constexpr std::array<std::string_view, 3> departments{"marketing", "development", "communications"};
    return std::ranges::any_of(words, [&](const LineWord& w) {
        return one_of(w.folded, offices) || one_of(w.folded, roles) || one_of(w.folded, departments);
    });
}

// What stands between two names of a list.
static bool divides_names(std::string_view gap) {
    constexpr std::array<std::string_view, 5> wide{"،", "؛", "•", " - ", "..."};
    return gap.find_first_of(",;|&/") != std::string_view::npos ||
           std::ranges::any_of(wide, [&](std::string_view mark) { return gap.find(mark) != gap.npos; });
}

// Words of the piece that begins at `begin` up to `at`, its label aside.
static std::size_t name_words_before(std::span<const LineWord> words, std::size_t begin, std::size_t at) {
    const auto label = opening(words.subspan(begin, at - begin));
    return at - begin - (label.kind == LineKind::byline ? label.words : 0);
}

constexpr std::string_view and_letter = "و";

// «ومحمد» where «محمد» is a name: "and" written to what follows it.
static bool is_and_with_name(std::string_view field, const LineWord& word) {
    return field.substr(word.begin).starts_with(and_letter) && word.folded.starts_with(and_letter) &&
           is_arabic_given_name(std::string_view(word.folded).substr(and_letter.size()));
}

// «أحمد علي ومحمد حسن», not «أحمد ومحمد علي» or «أحمد علي ومحمد»: two words or more on either side make two
// persons.
static bool divides_arabic_persons(std::string_view field, std::span<const LineWord> words, std::size_t begin,
                                   std::size_t at) {
    constexpr std::size_t least_words = 2;
    if (!is_and_with_name(field, words[at])) return false;
    const auto is_word = [](const LineWord& word) { return word.folded.size() > and_letter.size(); }; // «د.»
    const auto before = words.subspan(begin, at - begin).last(name_words_before(words, begin, at));
    std::size_t end = at + 1;
    while (end < words.size() && words[end].folded != and_letter && !is_and_with_name(field, words[end]) &&
           !divides_names(gap_after(field, words, end)))
        ++end;
    return std::cmp_greater_equal(std::ranges::count_if(before, is_word), least_words) &&
           end - at >= least_words;
}

// "Ana López y Luis Díaz", not "José Ortega y Gasset", "Maria Silva e Souza", "Mary Ann E. Van Dyke": whether
// the "y" or "e" at `at` of a piece that begins at `begin` divides names.
static bool divides_persons(std::string_view field, std::span<const LineWord> words, std::size_t begin,
                            std::size_t at) {
    constexpr std::size_t least_words = 2;
    if (gap_after(field, words, at + 1).starts_with('.')) return false;
    std::size_t end = at + 1;
    while (end < words.size() && words[end].folded != words[at].folded &&
           (end == at + 1 || !divides_names(gap_after(field, words, end))))
        ++end;
    return name_words_before(words, begin, at) >= least_words && end - (at + 1) >= least_words;
}

std::vector<std::string> split_authors(std::string_view raw, NameIn place) {
    std::vector<std::string> names;
    const auto add = [&](std::string_view piece) {
        if (!names.empty() && is_office(piece)) return;
        auto name = clean_author(piece, place);
        if (name.empty() || names.size() >= max_names) return;
        const auto key = text::fold(name);
        if (std::ranges::none_of(names, [&](const std::string& n) { return text::fold(n) == key; }))
            names.push_back(std::move(name));
    };
    const auto field = without_addresses(text::clean_field(text::prefix(raw, 2048)));
    const auto words = line_words(field, 200);
    std::size_t begin = 0;
    bool joined_and = false; // the piece's first word has it
    const auto begin_bytes = [&] { return words[begin].begin + (joined_and ? and_letter.size() : 0); };
    const auto end_piece = [&](std::size_t end, std::size_t next) {
        add(std::string_view(field).substr(begin_bytes(), words[end - 1].end - begin_bytes()));
        begin = next;
        joined_and = begin == end && is_and_with_name(field, words[begin]);
    };
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto gap = gap_after(field, words, i);
        constexpr std::array<std::string_view, 9> conjunctions{"and", "und",  "et", "y", "ve",
                                                               "و",   "with", "e",  "og"};
        const bool suffix = words[i].folded == "jr" || words[i].folded == "sr" || words[i].folded == "phd" ||
                            words[i].folded == "md";
        const bool comma = divides_names(gap);
        const bool within = words[i].folded == "y" || words[i].folded == "e"; // names too
        const bool joint = i + 1 < words.size() && one_of(words[i].folded, conjunctions) && i > begin &&
                           (!within || comma || divides_persons(field, words, begin, i));
        if (comma && !suffix)
            end_piece(i, joint ? i + 1 : i);
        else if (joint && i - begin >= 1 && !suffix)
            end_piece(i, i + 1);
        else if (i > begin && divides_arabic_persons(field, words, begin, i))
            end_piece(i, i);
        if (begin > i) ++i;
    }
    if (begin < words.size()) add(std::string_view(field).substr(begin_bytes()));
    return names;
}

bool names_house(std::string_view text) {
    constexpr std::array<std::string_view, 25> houses{
        "association", "institute", "university", "news",    "media",    "group",      "inc",
        "ltd",         "llc",       "agency",     "team",    "staff",    "foundation", "society",
        "press",       "times",     "daily",      "journal", "magazine", "network",    "council",
        "centre",      "center",    "gmbh",       "college"};
    return std::ranges::any_of(line_words(text, 12),
                               [&](const LineWord& word) { return one_of(word.folded, houses); });
}

void drop_accounts(std::vector<std::string>& names) {
    const auto is_account = [](const std::string& name) {
        return static_cast<unsigned char>(name.front()) < 0x80 && line_words(name, 2).size() == 1;
    };
    if (!std::ranges::all_of(names, is_account)) std::erase_if(names, is_account);
}

// «علي» with the dots of a name, where no preposition stands: at the end, or behind a given name.
static bool is_ali(std::string_view text, std::span<const LineWord> words, std::size_t i) {
    if (text.substr(words[i].begin, words[i].end - words[i].begin) != "علي" || i == 0) return false;
    return i + 1 == words.size() || is_arabic_given_name(words[i - 1].folded);
}

bool looks_like_person(std::string_view text) {
    if (text.size() > max_name_bytes) return false;
    const auto words = line_words(text, max_person_words + 1);
    if (words.size() < 2 || words.size() > max_person_words) return false;
    if (text.find_first_of("?!:\"@#=/") != std::string_view::npos) return false;
    std::size_t capitals = 0, latin = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        const bool second_half = is_second_half(text, words, i);
        // "Park In-bee"
        const bool first_half = i > 0 && i + 2 == words.size() && is_second_half(text, words, i + 1);
        if (!second_half && !first_half && !is_ali(text, words, i) &&
            (one_of(word.folded, function_words) || one_of(word.folded, offices)))
            return false;
        if (word.folded.find_first_of("0123456789") != std::string::npos) return false;
        std::size_t at = word.begin;
        const char32_t first = text::next_code_point(text, at);
        if (!text::names_have_capitals(first)) continue;
        ++latin;
        if (text::is_capital(first))
            ++capitals;
        else if (!second_half && !one_of(word.folded, particles))
            return false;
    }
    return latin == 0 || capitals >= 1;
}

} // namespace khabar::article
