#include "parsers/date/tokens.hpp"

#include "parsers/date/letters.hpp"
#include "parsers/text/utf8.hpp"

#include <limits>

namespace khabar::date {
namespace {

constexpr int max_digits = 17; // more do not fit, and are no date

// One letter; in Thai and Lao with the vowels and marks that it carries ("เม.ย.", "มี.ค.").
bool is_initial(std::string_view word) noexcept {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();)
        if (!is_carried(text::next_code_point(word, at))) ++letters;
    return letters == 1;
}

class Tokenizer {
  public:
    explicit Tokenizer(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        while (at_ < text_.size())
            step(text::next_code_point(text_, at_));
        return std::move(tokens_);
    }

  private:
    void step(char32_t c) {
        if (is_ignored(c)) return;
        if (is_space(c)) {
            spaced_ = true;
            return;
        }
        if (const auto digit = digit_of(c)) {
            add_digit(*digit);
        } else if (const char mark = mark_of(c); mark != '\0') {
            Token& token = add(Token::Type::mark);
            token.mark = mark;
        } else {
            add_letter(c);
        }
        spaced_ = false;
    }

    Token& add(Token::Type type) {
        Token& token = tokens_.emplace_back();
        token.type = type;
        token.glued = !spaced_ && tokens_.size() > 1;
        return token;
    }

    void add_digit(Digit digit) {
        const bool continues = !tokens_.empty() && tokens_.back().is_number() && !spaced_;
        Token& token = continues ? tokens_.back() : add(Token::Type::number);
        token.persian = digit.persian;
        if (token.digits < std::numeric_limits<std::uint8_t>::max()) ++token.digits;
        token.value = token.digits > max_digits ? 0 : token.value * 10 + digit.value;
    }

    void add_letter(char32_t c) {
        const bool ideograph = is_ideograph(c);
        if (!ideograph && continues_word()) {
            text::append_utf8(tokens_.back().word, fold_letter(c));
            return;
        }
        if (!ideograph && continues_initials()) {
            tokens_.pop_back();
            text::append_utf8(tokens_.back().word, fold_letter(c));
            return;
        }
        Token& token = add(Token::Type::word);
        token.ideograph = ideograph;
        token.capital = c >= 'A' && c <= 'Z';
        text::append_utf8(token.word, fold_letter(c));
    }

    [[nodiscard]] bool continues_word() const {
        return !tokens_.empty() && tokens_.back().is_word() && !tokens_.back().ideograph && !spaced_;
    }

    // "a.m", "ก.พ", "ق.ظ": single letters with dots between make one word.
    [[nodiscard]] bool continues_initials() const {
        if (spaced_ || tokens_.size() < 2 || !tokens_.back().is_mark('.') || !tokens_.back().glued)
            return false;
        const Token& before = tokens_[tokens_.size() - 2];
        return before.is_word() && !before.ideograph && is_initial(before.word);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
    bool spaced_ = false;
};

} // namespace

std::vector<Token> tokenize(std::string_view text) {
    return Tokenizer(text).run();
}

std::string fold_word(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (!is_ignored(c)) text::append_utf8(out, fold_letter(c));
    }
    return out;
}

} // namespace khabar::date
