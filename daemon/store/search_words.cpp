#include "daemon/store/search_words.hpp"

#include "daemon/store/arabic_stem.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace khabar::store {

namespace {

struct Range {
    char32_t first, last;
};
constexpr std::array<Range, 9> unspaced = {{{0x0e00, 0x0eff},     // Thai, Lao
                                            {0x1000, 0x109f},     // Burmese
                                            {0x1780, 0x17ff},     // Khmer
                                            {0x3005, 0x3007},     // 々〆〇
                                            {0x3040, 0x30ff},     // Hiragana, Katakana
                                            {0x31f0, 0x31ff},     // Katakana extensions
                                            {0x3400, 0x9fff},     // Han
                                            {0xf900, 0xfaff},     // Han, compatibility
                                            {0x20000, 0x3ffff}}}; // Han, extensions

bool is_unspaced(char32_t code_point) noexcept {
    if (code_point < unspaced.front().first) return false;
    return std::any_of(unspaced.begin(), unspaced.end(), [&](const Range& range) {
        return code_point >= range.first && code_point <= range.last;
    });
}

// Splits a folded word where a letter of an unspaced script stands.
void append_split(std::string_view word, std::vector<std::string>& out) {
    std::size_t run = 0; // where the piece that is being read begins
    const auto end_run = [&](std::size_t end) {
        if (end > run) out.emplace_back(text::prefix(word.substr(run, end - run), max_word_bytes));
    };
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        if (!is_unspaced(text::next_code_point(word, at))) continue;
        end_run(begin);
        out.emplace_back(word.substr(begin, at - begin));
        run = at;
    }
    end_run(word.size());
}

bool is_quote(char32_t c) noexcept {
    return c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»';
}
bool is_space(char32_t c) noexcept {
    return c <= U' ' || c == 0xa0 || c == 0x3000;
}

constexpr std::size_t least_prefix_letters = 2; // one letter with * would read a tenth of the index

void add_term(std::string_view piece, std::vector<SearchTerm>& terms) {
    if (terms.size() == max_query_terms) return;
    SearchTerm term;
    term.prefix = piece.ends_with('*');
    term.words = index_words(piece);
    if (term.words.empty()) return;
    if (text::length(term.words.back()) < least_prefix_letters) term.prefix = false;
    terms.push_back(std::move(term));
}

void append_quoted(std::string& out, std::string_view word) {
    out.append("\"").append(word).append("\"");
}

void append_term(std::string& out, const SearchTerm& term, bool stems) {
    if (term.words.size() > 1) { // a phrase stands in the text itself; stems have no order
        out.append("{title lead body authors} : (\"");
        for (std::size_t i = 0; i < term.words.size(); ++i)
            out.append(i == 0 ? "" : " ").append(term.words[i]);
        out.append(term.prefix ? "\" *)" : "\")");
        return;
    }
    const std::string_view word = term.words.front();
    out.push_back('(');
    append_quoted(out, word);
    if (term.prefix) out.append(" *");
    const std::string_view stem = arabic_stem(word);
    if (stems && !term.prefix && stem != word) {
        out.append(" OR ");
        append_quoted(out, stem);
    }
    out.push_back(')');
}

} // namespace

std::vector<std::string> index_words(std::string_view utf8) {
    std::vector<std::string> words;
    for (const std::string& word : text::folded_words(utf8))
        append_split(word, words);
    return words;
}

std::vector<SearchTerm> parse_query(std::string_view query) {
    const std::string valid = text::to_valid_utf8(text::prefix(query, max_query_bytes));
    std::vector<SearchTerm> terms;
    bool quoted = false;
    std::size_t piece = 0;
    for (std::size_t at = 0; at < valid.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(valid, at);
        if (!is_quote(c) && (quoted || !is_space(c))) continue;
        add_term(std::string_view(valid).substr(piece, begin - piece), terms);
        quoted = is_quote(c) && !quoted;
        piece = at;
    }
    add_term(std::string_view(valid).substr(piece), terms);
    return terms;
}

std::string fts_expression(const std::vector<SearchTerm>& terms, bool stems) {
    std::string expression;
    for (const SearchTerm& term : terms) {
        if (!expression.empty()) expression.append(" AND ");
        append_term(expression, term, stems);
    }
    return expression;
}

bool word_matches(std::string_view folded_word, const SearchTerm& term) {
    const std::string_view wanted = term.words.front();
    const std::string_view stem = term.prefix ? wanted : arabic_stem(wanted);
    const auto matches = [&](std::string_view form) {
        return term.prefix ? form.starts_with(wanted) : form == wanted || form == stem;
    };
    if (matches(folded_word)) return true;
    std::vector<std::string_view> forms;
    append_arabic_forms(folded_word, forms);
    return std::any_of(forms.begin(), forms.end(), matches);
}

} // namespace khabar::store
