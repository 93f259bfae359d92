#include "parsers/diff/text_diff.hpp"

#include "parsers/diff/slide.hpp"

namespace khabar::diff {

namespace {

// Walks over both sides: a change (removed and added words), then the equal tokens after it, and so on.
class Walk {
  public:
    Walk(std::string_view before, std::string_view after, const Bounds& bounds)
        : old_(tokens(before)),
          new_(tokens(after)) {
        TokenNumbers numbers;
        const std::vector<std::uint32_t> left = numbers.of(old_), right = numbers.of(new_);
        edits_ = edit_script(left, right, bounds);
        slide(old_, left, edits_.removed, edits_.added);
        slide(new_, right, edits_.added, edits_.removed);
    }

    TextDiff run() {
        join_changes();
        std::size_t a = 0, b = 0;
        while (a < old_.size() || b < new_.size()) {
            a = take(old_, a, Op::removed);
            b = take(new_, b, Op::added);
            const std::size_t begin = b;
            while (a < old_.size() && b < new_.size() && !edits_.added[b] && !edits_.removed[a]) {
                ++a;
                ++b;
            }
            add(new_, begin, b, Op::equal);
        }
        return std::move(diff_);
    }

  private:
    // Equal marks with a change right before and right after them belong to one change.
    void join_changes() {
        std::size_t a = 0, b = 0;
        bool after_change = false;
        while (a < old_.size() && b < new_.size()) {
            if (edits_.removed[a] || edits_.added[b]) {
                after_change = true;
                edits_.removed[a] ? ++a : ++b;
                continue;
            }
            std::size_t run = 0;
            bool words = false;
            while (a + run < old_.size() && b + run < new_.size() && !edits_.removed[a + run] &&
                   !edits_.added[b + run]) {
                words = words || new_[b + run].word;
                ++run;
            }
            const bool before_both = a + run < old_.size() && b + run < new_.size() &&
                                     edits_.removed[a + run] && edits_.added[b + run];
            for (std::size_t i = 0; i < run && !words && after_change && before_both; ++i)
                edits_.removed[a + i] = edits_.added[b + i] = true;
            a += run;
            b += run;
            after_change = false;
        }
    }

    std::size_t take(const std::vector<Token>& list, std::size_t at, Op op) {
        const std::vector<bool>& changed = op == Op::removed ? edits_.removed : edits_.added;
        const std::size_t begin = at;
        while (at < list.size() && changed[at])
            ++at;
        add(list, begin, at, op);
        return at;
    }

    void add(const std::vector<Token>& list, std::size_t begin, std::size_t end, Op op) {
        if (begin == end) return;
        Piece piece;
        piece.op = op;
        piece.before = list[begin].before;
        for (std::size_t i = begin; i < end; ++i) {
            if (i > begin) piece.text.append(white_space(list[i].before));
            piece.text.append(list[i].text);
            piece.words += list[i].word;
        }
        if (op == Op::added) diff_.added += piece.words;
        if (op == Op::removed) diff_.removed += piece.words;
        diff_.marks_changed = diff_.marks_changed || op != Op::equal;
        diff_.pieces.push_back(std::move(piece));
    }

    std::vector<Token> old_, new_;
    Edits edits_;
    TextDiff diff_;
};

} // namespace

std::string_view name(Op op) noexcept {
    constexpr std::string_view names[] = {"equal", "removed", "added"};
    return names[static_cast<std::size_t>(op)];
}

std::string_view white_space(Gap gap) noexcept {
    constexpr std::string_view spaces[] = {"", " ", "\n\n"};
    return spaces[static_cast<std::size_t>(gap)];
}

TextDiff diff(std::string_view before, std::string_view after, const Bounds& bounds) {
    return Walk(before, after, bounds).run();
}

} // namespace khabar::diff
