#include "parsers/fingerprint/fingerprint.hpp"

#include "parsers/fingerprint/constants.hpp"
#include "parsers/fingerprint/mix.hpp"
#include "parsers/fingerprint/words.hpp"

#include <algorithm>

namespace khabar::fingerprint {

namespace {

constexpr std::uint64_t number_mark = 0x4E554D42; // stands for any number or weekday in `masked`

Hash fold_to_32(std::uint64_t hash) noexcept {
    return static_cast<Hash>(mix(hash) >> 32);
}

std::uint64_t masked(const Word& word) noexcept {
    return word.number || word.numeral != 0 || word.weekday != no_weekday ? number_mark : word.skeleton;
}

void sort_unique(std::vector<Hash>& hashes) {
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

template <typename Key>
void for_each_shingle(const std::vector<Word>& words, Key key, auto take) {
    const std::size_t width = std::min(words.size(), shingle_words);
    for (std::size_t i = 0; width != 0 && i + width <= words.size(); ++i) {
        std::uint64_t hash = hash_seed;
        for (std::size_t j = i; j < i + width; ++j)
            hash = combine(hash, key(words[j]));
        take(fold_to_32(hash), i);
    }
}

void add_shingles(Fingerprint& print, const std::vector<Word>& words) {
    std::vector<std::uint64_t> placed; // hash above, position below: one sort puts the first occurrence first
    placed.reserve(words.size());
    for_each_shingle(
        words, [](const Word& word) { return word.skeleton; },
        [&](Hash hash, std::size_t at) {
            placed.push_back(std::uint64_t{hash} << 16 | std::min<std::size_t>(at, 0xFFFF));
        });
    std::sort(placed.begin(), placed.end());
    print.shingles.reserve(placed.size());
    print.positions.reserve(placed.size());
    for (const std::uint64_t one : placed) {
        const auto hash = static_cast<Hash>(one >> 16);
        if (!print.shingles.empty() && print.shingles.back() == hash) continue;
        print.shingles.push_back(hash);
        print.positions.push_back(static_cast<std::uint16_t>(one));
    }
    print.masked.reserve(words.size());
    for_each_shingle(words, masked, [&](Hash hash, std::size_t) { print.masked.push_back(hash); });
    sort_unique(print.masked);
}

void add_vocabulary(Fingerprint& print, const std::vector<Word>& words) {
    std::vector<Hash>& all = print.vocabulary;
    for (const Word& word : words)
        all.push_back(fold_to_32(word.skeleton));
    std::sort(all.begin(), all.end());
    for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i] == all[i - 1]) print.subjects.push_back(all[i]);
    sort_unique(print.subjects);
    all.insert(all.end(), print.headline.begin(), print.headline.end());
    sort_unique(all);
}

} // namespace

Fingerprint make(std::string_view title, std::string_view text) {
    const std::vector<Word> head = words(title, max_title_bytes);
    std::vector<Word> body = words(text, max_text_bytes);
    Fingerprint print;
    for (const Word& word : head)
        print.headline.push_back(fold_to_32(word.skeleton));
    sort_unique(print.headline);
    print.words = static_cast<std::uint32_t>(body.size());
    // A text of a line says too little by itself: the headline is part of it.
    if (body.size() < short_text_words) body.insert(body.begin(), head.begin(), head.end());
    print.content = hash_seed;
    for (const Word& word : body) {
        print.content = combine(print.content, word.exact);
        if (word.number) print.numbers.push_back(fold_to_32(word.exact));
        if (word.numeral != 0) print.numbers.push_back(fold_to_32(hash_of_number(word.numeral)));
        if (word.figure) print.figures.push_back(fold_to_32(word.exact));
        if (word.weekday != no_weekday)
            print.weekdays = static_cast<std::uint8_t>(print.weekdays | (1U << word.weekday));
    }
    sort_unique(print.numbers);
    sort_unique(print.figures);
    add_vocabulary(print, body);
    add_shingles(print, body);
    return print;
}

std::vector<Hash> sketch(const Fingerprint& print) {
    const std::size_t n = print.shingles.size();
    const std::size_t k = std::min(n, std::clamp(n / sketch_share, sketch_least, sketch_most));
    return {print.shingles.begin(), print.shingles.begin() + static_cast<std::ptrdiff_t>(k)};
}

} // namespace khabar::fingerprint
