#include "tests/bench/story_stream.hpp"

#include <algorithm>
#include <cmath>

namespace khabar::bench {

namespace {

constexpr std::size_t vocabulary = 60'000;
constexpr double zipf_exponent = 1.0;
constexpr double copy_share = 0.35; // of a wire-fed stream
constexpr double bulletin_share = 0.03;
constexpr std::size_t recent_size = 2'000; // a day and a half at the pace below
constexpr std::int64_t seconds_apart = 60;
constexpr double reworded = 0.08;
constexpr std::size_t mould_words = 90;

std::string spell(std::size_t rank) {
    std::string out;
    for (std::size_t rest = rank + 1; rest != 0; rest /= 18)
        out += static_cast<char>('b' + rest % 18);
    return out + 'a';
}

std::string join(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out.append(word).push_back(' ');
    return out;
}

} // namespace

StoryStream::StoryStream(std::uint64_t seed) : random_(seed), clock_(1'750'000'000) {
    double sum = 0;
    for (std::size_t rank = 1; rank <= vocabulary; ++rank)
        cumulative_.push_back(sum += 1 / std::pow(static_cast<double>(rank), zipf_exponent));
    for (std::size_t i = 0; i < mould_words; ++i)
        mould_.push_back(word());
}

std::string StoryStream::word() {
    const double at = uniform() * cumulative_.back();
    return spell(static_cast<std::size_t>(std::lower_bound(cumulative_.begin(), cumulative_.end(), at) -
                                          cumulative_.begin()));
}

// 60 to about 900 words, most near 200: the log-normal of the measured newsrooms.
std::vector<std::string> StoryStream::fresh_text() {
    const double normal = std::sqrt(-2 * std::log(1 - uniform())) * std::cos(6.283185307179586 * uniform());
    const double length = std::clamp(200 * std::exp(0.7 * normal), 60.0, 900.0);
    std::vector<std::string> words(static_cast<std::size_t>(length));
    std::generate(words.begin(), words.end(), [this] { return word(); });
    return words;
}

std::vector<std::string> StoryStream::copy_of(const std::vector<std::string>& text) {
    std::vector<std::string> words = text;
    const double how = uniform();
    if (how < 0.3) { // cut short
        words.resize(std::max<std::size_t>(
            50, static_cast<std::size_t>(static_cast<double>(words.size()) * (0.25 + uniform() / 2))));
    } else if (how < 0.7) { // reworded
        for (std::string& one : words)
            if (uniform() < reworded) one = word();
    }
    const std::string desk = spell(static_cast<std::size_t>(random_() % 40)); // credit and date line
    words.insert(words.begin(), {desk, "agencies", desk});
    return words;
}

std::vector<std::string> StoryStream::bulletin() {
    std::vector<std::string> words = mould_;
    for (std::size_t i = 10; i < words.size(); i += 15)
        words[i] = std::to_string(random_() % 10'000);
    return words;
}

Item StoryStream::next() {
    clock_ += seconds_apart;
    const double what = uniform();
    if (what < copy_share && !recent_.empty()) {
        const Recent& origin = recent_[static_cast<std::size_t>(random_() % recent_.size())];
        return {join(copy_of(origin.words)), origin.story, clock_};
    }
    if (what < copy_share + bulletin_share) return {join(bulletin()), ++stories_, clock_};
    Recent fresh{++stories_, fresh_text()};
    Item item{join(fresh.words), fresh.story, clock_};
    if (recent_.size() < recent_size)
        recent_.push_back(std::move(fresh));
    else
        recent_[oldest_++ % recent_size] = std::move(fresh);
    return item;
}

} // namespace khabar::bench
