#include "parsers/date/phrase.hpp"

#include <algorithm>
#include <array>

namespace khabar::date {
namespace {

// "1".."12" after "tháng": one Word a month.
std::span<const Word> numbered_month(std::int64_t month) {
    static const std::array<Word, 12> months = [] {
        std::array<Word, 12> made;
        for (int i = 0; i < 12; ++i)
            made[static_cast<std::size_t>(i)] = {{}, Sense::month, i + 1};
        return made;
    }();
    if (month < 1 || month > 12) return {};
    return {&months[static_cast<std::size_t>(month - 1)], 1};
}

// Thai writes "เดือน", month, onto the name.
constexpr std::string_view thai_month = "เดือน";

std::span<const Word> word_meanings(const std::string& word) {
    if (const auto found = meanings(word); !found.empty()) return found;
    // The Arabic article, "and", and both; Hebrew "in" and "of".
    for (const std::string_view prefix :
         {thai_month, std::string_view("وال"), std::string_view("ال"), std::string_view("و"),
          std::string_view("ב"), std::string_view("ל")}) {
        if (!word.starts_with(prefix)) continue;
        if (const auto found = meanings(std::string_view(word).substr(prefix.size())); !found.empty())
            return found;
    }
    return {};
}

} // namespace

Phrase::Phrase(std::string_view text) {
    for (Token& token : tokenize(text)) {
        Piece& piece = pieces_.emplace_back();
        piece.token = std::move(token);
    }
    merge_glued_digits();
    merge_words();
    merge_month_prefixes();
    split_day_from_hour();
    number_ordinals();
}

// "2016年6月2911:30": a 日 was forgotten. Cut where only one cut gives a day and an hour.
void Phrase::split_day_from_hour() {
    for (std::size_t i = 0; i + 3 < pieces_.size(); ++i) {
        if (!has(i, Sense::month_mark) || !is_number(i + 1) || !is_mark(i + 2, ':') || !is_number(i + 3))
            continue;
        const Token glued = pieces_[i + 1].token;
        if (glued.digits != 3 && glued.digits != 4) continue;
        std::size_t cuts = 0;
        Token day = glued, hour = glued;
        for (const int hour_digits : {1, 2}) {
            const int base = hour_digits == 1 ? 10 : 100;
            const auto left = glued.value / base, right = glued.value % base;
            const bool fits = glued.digits - hour_digits <= 2 && left >= 1 && left <= 31 && right < 24 &&
                              (hour_digits == 1 || glued.digits == 4 || right >= 10);
            if (!fits) continue;
            ++cuts;
            day.value = left;
            day.digits = static_cast<std::uint8_t>(glued.digits - hour_digits);
            hour.value = right;
            hour.digits = static_cast<std::uint8_t>(hour_digits);
        }
        if (cuts != 1) continue;
        pieces_[i + 1].token = day;
        pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(i) + 2, Piece{hour, {}, false});
    }
}

// "ك2", "ت 1" written together, "تشرين1": a month's number is part of its name.
void Phrase::merge_glued_digits() {
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
        Token& word = pieces_[i].token;
        const Token& number = pieces_[i + 1].token;
        if (!word.is_word() || !number.is_number() || !number.glued || number.digits != 1) continue;
        std::string joined = word.word + static_cast<char>('0' + number.value);
        if (meanings(joined).empty()) continue;
        word.word = std::move(joined);
        pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

// "الخامس عشر من أكتوبر", "first of May": numbers where a month follows, ordinary words elsewhere.
void Phrase::number_ordinals() {
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
        const auto day = sense(i, Sense::ordinal);
        if (!day || has(i, Sense::month)) continue;
        const std::size_t month = has(i + 1, Sense::filler) ? next(i) : i + 1;
        if (month == npos || !has(month, Sense::month)) continue;
        Token& token = pieces_[i].token;
        token.type = Token::Type::number;
        token.value = *day;
        token.digits = 2;
        pieces_[i].words = {};
    }
}

void Phrase::merge_words() {
    std::vector<Piece> merged;
    merged.reserve(pieces_.size());
    for (std::size_t i = 0; i < pieces_.size();) {
        Piece piece = pieces_[i];
        std::size_t took = 1;
        if (piece.token.is_word()) {
            piece.words = word_meanings(piece.token.word);
            std::string joined = piece.token.word;
            std::size_t at = i;
            for (std::size_t words = 2; words <= max_words_together; ++words) {
                std::size_t following = at + 1;
                // "aujourd'hui", "avant-hier": an apostrophe or a hyphen counts as a space.
                if (following + 1 < pieces_.size() &&
                    (pieces_[following].token.is_mark('\'') || pieces_[following].token.is_mark('-')) &&
                    pieces_[following].token.glued && pieces_[following + 1].token.glued)
                    ++following;
                if (following >= pieces_.size() || !pieces_[following].token.is_word()) break;
                if (!pieces_[following].token.ideograph) joined += ' ';
                joined += pieces_[following].token.word;
                at = following;
                if (const auto together = meanings(joined); !together.empty()) {
                    piece.words = together;
                    took = at - i + 1;
                }
            }
        }
        merged.push_back(std::move(piece));
        i += took;
    }
    pieces_ = std::move(merged);
}

void Phrase::merge_month_prefixes() {
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
        if (!has(i, Sense::month_prefix) || !pieces_[i + 1].token.is_number()) continue;
        // "شهر" is a month's length too: "15 شهر 10 2025" and no other numbers beside it.
        if (has(i, Sense::unit) && (i == 0 || !is_number(i - 1) || !year_follows(i + 1))) continue;
        const auto month = numbered_month(pieces_[i + 1].token.value);
        if (month.empty() || pieces_[i + 1].token.digits > 2) continue;
        pieces_[i].words = month;
        pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

bool Phrase::year_follows(std::size_t i) const {
    const std::size_t year = next(i);
    return is_number(i + 1) ? pieces_[i + 1].token.digits == 4
                            : year != npos && is_number(year) && pieces_[year].token.digits == 4;
}

std::optional<int> Phrase::sense(std::size_t i, Sense wanted) const {
    for (const Word& word : words(i)) {
        if (word.sense == wanted) return word.value;
    }
    return std::nullopt;
}

bool Phrase::passes(std::size_t i) const {
    const Piece& piece = pieces_[i];
    if (piece.used) return true;
    if (piece.token.is_number()) return false;
    if (piece.token.type == Token::Type::mark) return piece.token.mark != '+' && piece.token.mark != '#';
    if (has(i, Sense::month) || has(i, Sense::hijri_month) || has(i, Sense::jalali_month)) return false;
    return has(i, Sense::filler) || has(i, Sense::weekday);
}

std::size_t Phrase::next(std::size_t i) const {
    for (++i; i < pieces_.size(); ++i) {
        if (!passes(i)) return i;
    }
    return npos;
}

std::size_t Phrase::previous(std::size_t i) const {
    while (i-- > 0) {
        if (!passes(i)) return i;
    }
    return npos;
}

std::size_t Phrase::unknown_words() const {
    return static_cast<std::size_t>(std::count_if(pieces_.begin(), pieces_.end(), [](const Piece& piece) {
        return piece.token.is_word() && piece.words.empty() && !piece.used;
    }));
}

} // namespace khabar::date
