#include "parsers/article/lines/line_vocabulary.hpp"

#include "parsers/article/lines/phrase_rows.hpp"
#include "parsers/text/fold.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace khabar::article {
namespace {

struct Tables {
    std::unordered_map<std::string, Phrase> cover;        // whole and part
    std::unordered_map<std::string, Phrase> opening;      // opens and label
    std::unordered_map<std::string, std::size_t> longest; // first word → words of the longest in cover
    std::unordered_map<std::string, std::size_t> longest_opening; // the same in opening
    std::unordered_set<std::string> agency;
};

// The key of a phrase: its folded words with single spaces.
std::string key_of(std::span<const LineWord> words) {
    std::string key;
    for (const auto& word : words) {
        if (!key.empty()) key += ' ';
        key += word.folded;
    }
    return key;
}

template <typename Add>
void each_phrase(std::string_view list, Add add) {
    while (!list.empty()) {
        const auto bar = std::min(list.find('|'), list.size());
        const auto words = line_words(list.substr(0, bar));
        if (!words.empty()) add(key_of(words), words.size());
        list.remove_prefix(std::min(bar + 1, list.size()));
    }
}

void add_row(Tables& tables, const PhraseRow& row) {
    const bool opens = row.role == Role::opens || row.role == Role::label;
    auto& map = opens ? tables.opening : tables.cover;
    each_phrase(row.phrases, [&](std::string key, std::size_t words) {
        const Phrase phrase{row.kind, row.role, row.updated, words};
        auto& longest = (opens ? tables.longest_opening : tables.longest)[key.substr(0, key.find(' '))];
        longest = std::max(longest, words);
        const auto [at, fresh] = map.try_emplace(std::move(key), phrase);
        // The first kind to claim a phrase keeps it, but what can stand alone beats what only helps.
        if (!fresh && at->second.role == Role::part && row.role == Role::whole) at->second = phrase;
    });
}

void add_language(Tables& tables, const LanguagePhrases& said) {
    const PhraseRow rows[] = {
        {LineKind::byline, Role::opens, said.by},
        {LineKind::byline, Role::label, said.author},
        {LineKind::date, Role::whole, said.published},
        {LineKind::date, Role::whole, said.updated, true},
        {LineKind::credit, Role::label, said.source},
        {LineKind::caption, Role::label, said.photo},
        {LineKind::share, Role::whole, said.share},
        {LineKind::tags, Role::label, said.tags},
        {LineKind::rail, Role::whole, said.also},
        {LineKind::rail, Role::opens, said.also},
        {LineKind::rail, Role::whole, said.rail},
        {LineKind::rail, Role::label, said.rail},
        {LineKind::neighbour, Role::whole, said.neighbour},
        {LineKind::comments, Role::whole, said.comments},
        {LineKind::newsletter, Role::whole, said.subscribe},
        {LineKind::menu, Role::whole, said.menu},
        {LineKind::advertisement, Role::whole, said.advertisement},
        {LineKind::copyright, Role::whole, said.rights},
        {LineKind::copyright, Role::opens, said.rights},
    };
    for (const auto& row : rows)
        add_row(tables, row);
}

Tables build() {
    Tables tables;
    for (const auto& row : phrases_by_kind())
        add_row(tables, row);
    for (const auto& language : phrases_by_language())
        add_language(tables, language);
    each_phrase(agency_names(), [&](std::string key, std::size_t) { tables.agency.insert(std::move(key)); });
    return tables;
}

const Tables& tables() {
    static const Tables built = build();
    return built;
}

} // namespace

std::size_t longest_phrase(const std::string& folded_first_word) {
    const auto& map = tables().longest;
    const auto found = map.find(folded_first_word);
    return found == map.end() ? 0 : found->second;
}

Phrase phrase_of(std::span<const LineWord> words, std::size_t length) {
    const auto& map = tables().cover;
    const auto found = map.find(key_of(words.first(length)));
    return found == map.end() ? Phrase{} : found->second;
}

Phrase opening(std::span<const LineWord> words) {
    const auto& map = tables().opening;
    const auto longest =
        words.empty() ? tables().longest_opening.end() : tables().longest_opening.find(words.front().folded);
    if (longest == tables().longest_opening.end()) return {};
    for (std::size_t length = std::min(words.size(), longest->second); length > 0; --length) {
        const auto found = map.find(key_of(words.first(length)));
        if (found != map.end()) return found->second;
    }
    return {};
}

bool is_agency(std::span<const LineWord> words) {
    if (words.empty() || words.size() > max_phrase_words) return false;
    return tables().agency.contains(key_of(words));
}

} // namespace khabar::article
