#pragma once
// The tokens of a text with what their words mean; words that mean something only together are one piece.

#include "parsers/date/tokens.hpp"
#include "parsers/date/words.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace khabar::date {

class Phrase {
  public:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    explicit Phrase(std::string_view text);

    [[nodiscard]] std::size_t size() const noexcept { return pieces_.size(); }
    [[nodiscard]] const Token& operator[](std::size_t i) const { return pieces_[i].token; }
    [[nodiscard]] bool is_number(std::size_t i) const { return i < size() && pieces_[i].token.is_number(); }
    [[nodiscard]] bool is_mark(std::size_t i, char c) const {
        return i < size() && pieces_[i].token.is_mark(c);
    }

    [[nodiscard]] std::span<const Word> words(std::size_t i) const {
        return i < size() ? pieces_[i].words : std::span<const Word>{};
    }
    // The value of the first meaning of that sense.
    [[nodiscard]] std::optional<int> sense(std::size_t i, Sense wanted) const;
    [[nodiscard]] bool has(std::size_t i, Sense wanted) const { return sense(i, wanted).has_value(); }

    // A piece that has been read as something (a time, a zone) and is no longer looked at.
    void use(std::size_t i) { pieces_[i].used = true; }
    [[nodiscard]] bool used(std::size_t i) const { return i < size() && pieces_[i].used; }

    // The nearest piece that may say something: marks, fillers, weekdays and used pieces are passed over.
    [[nodiscard]] std::size_t next(std::size_t i) const;
    [[nodiscard]] std::size_t previous(std::size_t i) const;

    // How many words mean nothing here.
    [[nodiscard]] std::size_t unknown_words() const;

  private:
    struct Piece {
        Token token;
        std::span<const Word> words;
        bool used = false;
    };

    void merge_words();
    void merge_glued_digits();
    void number_ordinals();
    void merge_month_prefixes();
    void split_day_from_hour();
    [[nodiscard]] bool year_follows(std::size_t i) const;
    [[nodiscard]] bool passes(std::size_t i) const;

    std::vector<Piece> pieces_;
};

} // namespace khabar::date
