#pragma once
// An endless stream of made-up articles with known truth: stories, their copies as newsrooms make them
// (reworded, cut short, with credit and date line), and bulletins of one mould that differ by a number. Words
// follow Zipf's law. The same on every machine.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace khabar::bench {

struct Item {
    std::string text;
    std::int64_t story = 0; // the truth
    std::int64_t time = 0;  // seconds since 1970
};

class StoryStream {
  public:
    explicit StoryStream(std::uint64_t seed);
    Item next();

  private:
    std::string word();
    std::vector<std::string> fresh_text();
    std::vector<std::string> copy_of(const std::vector<std::string>& text);
    std::vector<std::string> bulletin();
    double uniform() { return static_cast<double>(random_() >> 11) * 0x1.0p-53; }

    struct Recent {
        std::int64_t story;
        std::vector<std::string> words;
    };

    std::mt19937_64 random_;
    std::vector<double> cumulative_; // of the Zipf distribution
    std::vector<std::string> mould_;
    std::vector<Recent> recent_; // what may still be copied
    std::size_t oldest_ = 0;
    std::int64_t stories_ = 0;
    std::int64_t clock_;
};

} // namespace khabar::bench
