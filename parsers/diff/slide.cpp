#include "parsers/diff/slide.hpp"

#include "parsers/text/punctuation.hpp"

#include <algorithm>

namespace khabar::diff {

namespace {

class Slide {
  public:
    Slide(const std::vector<Token>& list, const std::vector<std::uint32_t>& numbers,
          std::vector<bool>& changed, const std::vector<bool>& other)
        : list_(list),
          numbers_(numbers),
          changed_(changed),
          other_(other) {}

    void run() {
        std::size_t beside = 0; // where the other side is
        for (std::size_t at = 0; at < list_.size();) {
            if (!changed_[at]) {
                at += beside < other_.size() && other_[beside] ? 0U : 1U;
                ++beside;
                continue;
            }
            std::size_t end = at;
            while (end < list_.size() && changed_[end])
                ++end;
            const std::size_t right = stands_alone(beside) ? settle(at, end, beside) : 0;
            at = end + right;
            beside += right;
        }
    }

  private:
    [[nodiscard]] bool changes(std::size_t beside) const { return beside < other_.size() && other_[beside]; }
    [[nodiscard]] bool stands_alone(std::size_t beside) const {
        return !changes(beside) && (beside == 0 || !other_[beside - 1]);
    }

    // How well a change begins, or ends, before that token.
    [[nodiscard]] int fitness(std::size_t at) const {
        if (at == 0 || at == list_.size() || list_[at].before == Gap::paragraph) return 3;
        if (list_[at].before == Gap::none) return 0;
        return text::ends_as_sentence(list_[at - 1].text) ? 2 : 1;
    }

    // Returns by how many tokens the run went to the right; 0 where it went to the left.
    std::size_t settle(std::size_t begin, std::size_t end, std::size_t beside) {
        std::size_t to = begin;
        int best = fitness(begin) + fitness(end);
        const auto try_at = [&](std::size_t place) {
            const int fit = fitness(place) + fitness(place + (end - begin));
            if (fit > best) {
                best = fit;
                to = place;
            }
        };
        for (std::size_t k = 1; k < begin && k < beside; ++k) {
            const std::size_t place = begin - k;
            if (numbers_[place] != numbers_[end - k]) break;
            if (changed_[place - 1] || other_[beside - k - 1]) break; // it would touch another change
            try_at(place);
        }
        for (std::size_t k = 1; end + k <= list_.size() && !changed_[end + k - 1] && !changes(beside + k - 1);
             ++k) {
            if (numbers_[begin + k - 1] != numbers_[end + k - 1]) break;
            const bool touches = (end + k < list_.size() && changed_[end + k]) || changes(beside + k);
            if (touches) break;
            try_at(begin + k);
        }
        move(begin, end, to);
        return to > begin ? to - begin : 0;
    }

    void move(std::size_t begin, std::size_t end, std::size_t to) {
        if (to == begin) return;
        for (std::size_t i = begin; i < end; ++i)
            changed_[i] = false;
        for (std::size_t i = to; i < to + (end - begin); ++i)
            changed_[i] = true;
    }

    const std::vector<Token>& list_;
    const std::vector<std::uint32_t>& numbers_;
    std::vector<bool>& changed_;
    const std::vector<bool>& other_;
};

} // namespace

void slide(const std::vector<Token>& list, const std::vector<std::uint32_t>& numbers,
           std::vector<bool>& changed, const std::vector<bool>& other) {
    Slide(list, numbers, changed, other).run();
}

} // namespace khabar::diff
