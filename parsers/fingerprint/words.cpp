#include "parsers/fingerprint/words.hpp"

#include "parsers/fingerprint/letters.hpp"
#include "parsers/fingerprint/mix.hpp"
#include "parsers/fingerprint/numerals.hpp"
#include "parsers/fingerprint/weekdays.hpp"
#include "parsers/text/utf8.hpp"

#include <array>

namespace khabar::fingerprint {

namespace {

// A "word" longer than this is no word of a language (base64, a URL without separators): its tail is not
// looked at.
constexpr std::size_t max_word_letters = 64;
constexpr std::size_t figure_digits = 4;    // scores, ages and days have fewer
constexpr std::size_t skeleton_letters = 4; // shorter words have too little left without their vowels

using Spelling = std::u32string_view;

std::uint64_t hash_of(Spelling word) noexcept {
    std::uint64_t hash = hash_seed;
    for (const char32_t code : word)
        hash = combine(hash, code);
    return hash;
}

// و (and) is written onto the next word and wire editors add and drop it; ا و ي inside a name, and ا or ه at
// its end, vary between transliterations (بوتن بوتين, سوريا سورية).
std::uint64_t skeleton_of(Spelling word) noexcept {
    if (word.size() < skeleton_letters || !is_arabic(word.front())) return hash_of(word);
    if (word.front() == U'و') word.remove_prefix(1);
    if (word.back() == U'ا' || word.back() == U'ه') word.remove_suffix(1);
    std::uint64_t hash = hash_seed;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (i == 0 || i + 1 == word.size() || !is_weak(word[i])) hash = combine(hash, word[i]);
    return hash;
}

bool is_figure(Spelling digits) noexcept {
    if (digits.size() < figure_digits || digits.ends_with(U"00")) return false;
    const bool year = digits.size() == 4 && (digits.starts_with(U"13") || digits.starts_with(U"14") ||
                                             digits.starts_with(U"19") || digits.starts_with(U"20"));
    return !year; // solar and lunar Hijri, Gregorian
}

// Collects one word at a time.
class Collector {
  public:
    explicit Collector(std::vector<Word>& out) : out_(out) {}

    void add(const Letter& letter) {
        if (letter.role == Role::invisible) return;
        if (letter.role == Role::digit) return add_digit(letter.code);
        if (letter.role == Role::separator) return separate(letter.code);
        if (in_number_ || letter.role == Role::alone) finish();
        push(letter.code);
        if (letter.second != 0) push(letter.second);
        if (letter.role == Role::alone) finish();
    }

    void finish() {
        if (held_ && group_ != 3) split_group();
        if (size_ == 0) return;
        const Spelling spelling(letters_.data(), size_);
        const bool number = in_number_;
        const std::uint64_t exact = hash_of(spelling);
        out_.push_back({exact, number ? exact : skeleton_of(spelling), number, number && is_figure(spelling),
                        number ? std::uint8_t{0} : numeral(spelling),
                        number ? no_weekday : weekday(spelling)});
        size_ = 0;
        in_number_ = false;
        held_ = false;
        group_ = 0;
    }

  private:
    void push(char32_t code) {
        if (size_ < letters_.size()) letters_[size_++] = code;
    }

    void add_digit(char32_t value) {
        if (size_ != 0 && !in_number_) finish();
        if (held_ && ++group_ > 3) split_group();
        in_number_ = true;
        push(U'0' + value);
    }

    // "1,200": a separator between a digit and exactly three digits joins; anything else ("3.5", "12,2015")
    // separates.
    void separate(char32_t code) {
        const bool may_join =
            in_number_ && (code == U',' || code == U'.' || code == 0x066B || code == 0x066C);
        if (!may_join || (held_ && group_ != 3)) return finish();
        held_ = true;
        group_ = 0;
        group_start_ = size_;
    }

    // What followed the last separator was no group of three: two numbers.
    void split_group() {
        std::array<char32_t, max_word_letters> tail = letters_;
        const std::size_t from = group_start_;
        const std::size_t end = size_;
        size_ = from;
        held_ = false;
        finish();
        for (std::size_t i = from; i < end; ++i)
            push(tail[i]);
        in_number_ = end > from;
    }

    std::vector<Word>& out_;
    std::array<char32_t, max_word_letters> letters_{};
    std::size_t size_ = 0;
    std::size_t group_start_ = 0;
    std::size_t group_ = 0; // digits since the separator
    bool held_ = false;     // a thousands separator may have been passed
    bool in_number_ = false;
};

} // namespace

std::uint64_t hash_of_number(std::uint32_t value) noexcept {
    std::array<char32_t, 10> digits{};
    std::size_t at = digits.size();
    do {
        digits[--at] = U'0' + value % 10;
        value /= 10;
    } while (value != 0);
    return hash_of(Spelling(digits.data() + at, digits.size() - at));
}

std::vector<Word> words(std::string_view text, std::size_t limit) {
    const std::string_view read = text::prefix(text, limit);
    std::vector<Word> out;
    out.reserve(read.size() / 8);
    Collector collector(out);
    for (std::size_t at = 0; at < read.size();)
        collector.add(letter(text::next_code_point(read, at)));
    collector.add({Role::separator, U' '});
    collector.finish();
    return out;
}

} // namespace khabar::fingerprint
