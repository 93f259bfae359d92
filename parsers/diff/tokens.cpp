#include "parsers/diff/tokens.hpp"

#include "parsers/diff/code_points.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace khabar::diff {

namespace {

class Reader {
  public:
    explicit Reader(std::string_view utf8) : utf8_(utf8) {}

    std::vector<Token> read() {
        for (std::size_t at = 0; at < utf8_.size();) {
            const std::size_t begin = at;
            const char32_t c = text::next_code_point(utf8_, at);
            take(class_of(c), c, begin, at);
        }
        end_word();
        return std::move(list_);
    }

  private:
    void take(CharacterClass is, char32_t c, std::size_t begin, std::size_t end) {
        switch (is) {
        case CharacterClass::word:
            if (!word_) word_ = begin;
            word_end_ = end;
            return;
        case CharacterClass::invisible:
            if (word_) word_end_ = end;
            return;
        case CharacterClass::space:
        case CharacterClass::line_break:
            end_word();
            gap_ = std::max(gap_, is == CharacterClass::space ? Gap::space : Gap::paragraph);
            return;
        case CharacterClass::mark:
            if (word_ && joins_words(c) && word_follows(end)) return;
            break;
        case CharacterClass::ideograph:
            break;
        }
        end_word();
        add(begin, end, is == CharacterClass::ideograph);
    }

    [[nodiscard]] bool word_follows(std::size_t at) const {
        return at < utf8_.size() && class_of(text::next_code_point(utf8_, at)) == CharacterClass::word;
    }

    void end_word() {
        if (!word_) return;
        add(*word_, word_end_, true);
        word_.reset();
    }

    void add(std::size_t begin, std::size_t end, bool word) {
        if (list_.empty()) gap_ = Gap::none;
        list_.push_back({utf8_.substr(begin, end - begin), gap_, word});
        gap_ = Gap::none;
    }

    std::string_view utf8_;
    std::vector<Token> list_;
    std::optional<std::size_t> word_; // where the word that is being read begins
    std::size_t word_end_ = 0;
    Gap gap_ = Gap::none;
};

} // namespace

std::vector<Token> tokens(std::string_view utf8) {
    return Reader(utf8).read();
}

std::string plain_form(std::string_view token) {
    std::string form;
    form.reserve(token.size());
    for (std::size_t at = 0; at < token.size();) {
        const char32_t c = text::next_code_point(token, at);
        if (class_of(c) != CharacterClass::invisible) text::append_utf8(form, plain_form(c));
    }
    return form;
}

std::vector<std::uint32_t> TokenNumbers::of(const std::vector<Token>& list) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(list.size());
    for (const Token& token : list) {
        const auto next = static_cast<std::uint32_t>(numbers_.size());
        numbers.push_back(numbers_.try_emplace(plain_form(token.text), next).first->second);
    }
    return numbers;
}

} // namespace khabar::diff
