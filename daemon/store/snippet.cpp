#include "daemon/store/snippet.hpp"

#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace khabar::store {

namespace {

// A word of the text as it is written, and which terms it is part of (bit i: terms[i]).
struct Word {
    TextSpan span;
    std::uint32_t terms = 0;
};
static_assert(max_query_terms <= 32);

struct Token { // a folded word and the written word it comes from
    std::string folded;
    std::size_t word;
};

// White space and the punctuation that stands at words in any script we show; a missed one only widens a
// mark.
bool separates(char32_t c) noexcept {
    if (c < 0x80) return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    if (c < 0x600)
        return (c >= 0x80 && c <= 0xbf && c != 0xaa && c != 0xb5 && c != 0xba) || c == 0xd7 || c == 0xf7;
    if (c < 0x2000) return c == 0x60c || c == 0x61b || c == 0x61f || (c >= 0x66a && c <= 0x66d) || c == 0x6d4;
    if (c <= 0x206f) return c != 0x200c && c != 0x200d; // general punctuation, but for ZWNJ and ZWJ
    return (c >= 0x3000 && c <= 0x303f && c != 0x3005 && c != 0x3006 && c != 0x3007) ||
           (c >= 0xff00 && c <= 0xff0f);
}

std::vector<TextSpan> written_words(std::string_view original) {
    std::vector<TextSpan> spans;
    std::size_t begin = std::string_view::npos;
    for (std::size_t at = 0; at < original.size();) {
        const std::size_t here = at;
        const bool outside = separates(text::next_code_point(original, at));
        if (outside && begin != std::string_view::npos) {
            spans.push_back({begin, here});
            begin = std::string_view::npos;
        } else if (!outside && begin == std::string_view::npos) {
            begin = here;
        }
    }
    if (begin != std::string_view::npos) spans.push_back({begin, original.size()});
    return spans;
}

// A written word of a script without spaces is a whole clause: its letters are marked one by one.
void append_tokens(std::string_view original, TextSpan span, std::vector<Word>& words,
                   std::vector<Token>& tokens) {
    const std::string_view written = original.substr(span.begin, span.end - span.begin);
    std::vector<std::string> folded = index_words(written);
    std::size_t at = 0;
    const bool letters = folded.size() > 1 && folded.size() == text::length(written);
    for (std::string& token : folded) {
        if (letters) {
            const std::size_t begin = at;
            (void)text::next_code_point(written, at);
            words.push_back({{span.begin + begin, span.begin + at}});
        } else if (words.empty() || words.back().span.begin != span.begin) {
            words.push_back({span});
        }
        tokens.push_back({std::move(token), words.size() - 1});
    }
}

bool phrase_at(const std::vector<Token>& tokens, std::size_t at, const SearchTerm& term) {
    const std::size_t count = term.words.size();
    if (count > tokens.size() - at) return false;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string& folded = tokens[at + i].folded;
        const bool last = i + 1 == count;
        if (last && term.prefix ? !folded.starts_with(term.words[i]) : folded != term.words[i]) return false;
    }
    return true;
}

void mark(std::vector<Word>& words, const std::vector<Token>& tokens, const std::vector<SearchTerm>& terms) {
    for (std::size_t t = 0; t < terms.size(); ++t) {
        const SearchTerm& term = terms[t];
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            const bool one = term.words.size() == 1;
            if (one ? !word_matches(tokens[at].folded, term) : !phrase_at(tokens, at, term)) continue;
            for (std::size_t i = 0; i < term.words.size(); ++i)
                words[tokens[at + i].word].terms |= 1U << t;
        }
    }
}

// Index of the window's first word: most different terms, then most marked words, then the earliest.
std::size_t best_window(const std::vector<Word>& words) {
    std::array<std::size_t, max_query_terms> inside{};
    std::size_t marked = 0, best = 0;
    std::pair<std::size_t, std::size_t> best_score{0, 0};
    const auto count = [&](const Word& word, bool enters) {
        if (word.terms != 0) marked = enters ? marked + 1 : marked - 1;
        for (std::size_t t = 0; t < inside.size(); ++t)
            if ((word.terms >> t & 1U) != 0) inside[t] = enters ? inside[t] + 1 : inside[t] - 1;
    };
    for (std::size_t end = 0; end < words.size(); ++end) {
        count(words[end], true);
        if (end >= snippet_words) count(words[end - snippet_words], false);
        const auto different =
            inside.size() - static_cast<std::size_t>(std::count(inside.begin(), inside.end(), 0U));
        const std::pair score{different, marked};
        if (score <= best_score) continue;
        best_score = score;
        best = end;
    }
    // The window ends with a match: let what follows it be seen too.
    constexpr std::size_t after = snippet_words / 4;
    const std::size_t end = std::min(words.size(), best + 1 + after);
    return end > snippet_words ? end - snippet_words : 0;
}

// Copies original[begin, end) with white space runs as one space.
void append_line(std::string& out, std::string_view piece) {
    for (const char c : piece) {
        const bool space = static_cast<unsigned char>(c) <= ' ';
        if (!space)
            out.push_back(c);
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
}

void append_word(Snippet& snippet, std::string_view written, bool marked) {
    const std::size_t begin = snippet.text.size();
    append_line(snippet.text, written);
    if (marked) snippet.marks.push_back({begin, snippet.text.size()});
}

} // namespace

Snippet make_snippet(std::string_view original, const std::vector<SearchTerm>& terms) {
    const std::string_view source = text::prefix(original, max_snippet_source);
    std::vector<Word> words;
    std::vector<Token> tokens;
    for (const TextSpan span : written_words(source))
        append_tokens(source, span, words, tokens);
    mark(words, tokens, terms);
    Snippet snippet;
    if (words.empty()) return snippet;
    const std::size_t first = best_window(words);
    const std::size_t end = std::min(words.size(), first + snippet_words);
    std::size_t at = first == 0 ? 0 : words[first].span.begin;
    if (first != 0) snippet.text.append("…");
    for (std::size_t i = first; i < end; ++i) {
        const TextSpan span = words[i].span;
        append_line(snippet.text, source.substr(at, span.begin - at));
        append_word(snippet, source.substr(span.begin, span.end - span.begin), words[i].terms != 0);
        at = span.end;
    }
    if (end < words.size() || source.size() < original.size())
        snippet.text.append("…");
    else
        append_line(snippet.text, source.substr(at));
    return snippet;
}

} // namespace khabar::store
