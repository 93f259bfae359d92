#include "parsers/diff/edit_script.hpp"

#include <algorithm>
#include <optional>

namespace khabar::diff {

namespace {

using Index = std::ptrdiff_t;

// Of both sequences a part: [a, a_end) against [b, b_end).
struct Box {
    Index a, a_end, b, b_end;
    [[nodiscard]] Index width() const noexcept { return a_end - a; }
    [[nodiscard]] Index height() const noexcept { return b_end - b; }
};

// The equal run in the middle of a shortest path; it may be empty.
struct Snake {
    Index a, b, a_end, b_end;
};

constexpr Index unreached = -1;

// Furthest-reaching paths: x by diagonal k = x − y, where k may be negative.
class Front {
  public:
    void reset(Index changes) {
        middle_ = changes + 1;
        reached_.assign(static_cast<std::size_t>(2 * changes + 3), unreached);
        (*this)[1] = 0; // from here the first path steps down to (0, 0)
    }
    Index& operator[](Index k) { return reached_[static_cast<std::size_t>(k + middle_)]; }
    // Where a further change enters diagonal k of an n × m box: from above or from the left, whichever
    // reaches further and stays within; `unreached` where neither does.
    Index enter(Index k, Index n, Index m) {
        const Index left = (*this)[k - 1], above = (*this)[k + 1];
        const Index by_removing = left != unreached && left < n ? left + 1 : unreached;
        const Index by_adding = above != unreached && above - k <= m ? above : unreached;
        return std::max(by_removing, by_adding);
    }

  private:
    std::vector<Index> reached_;
    Index middle_ = 0;
};

class Search {
  public:
    Search(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, const Bounds& bounds)
        : before_(before),
          after_(after),
          most_(static_cast<Index>(bounds.changes / 2 + 1)),
          steps_(bounds.steps) {
        edits_.removed.assign(before.size(), false);
        edits_.added.assign(after.size(), false);
    }

    Edits run() {
        std::vector<Box> open = {{0, std::ssize(before_), 0, std::ssize(after_)}};
        while (!open.empty()) {
            Box box = open.back();
            open.pop_back();
            trim(box);
            if (box.width() == 0 || box.height() == 0) {
                replace(box);
            } else if (const auto snake = middle(box)) {
                open.push_back({box.a, snake->a, box.b, snake->b});
                open.push_back({snake->a_end, box.a_end, snake->b_end, box.b_end});
            } else {
                edits_.exact = false;
                replace(box);
            }
        }
        return std::move(edits_);
    }

  private:
    [[nodiscard]] bool equal(Index a, Index b) const {
        return before_[static_cast<std::size_t>(a)] == after_[static_cast<std::size_t>(b)];
    }

    void trim(Box& box) const {
        while (box.a < box.a_end && box.b < box.b_end && equal(box.a, box.b)) {
            ++box.a;
            ++box.b;
        }
        while (box.a < box.a_end && box.b < box.b_end && equal(box.a_end - 1, box.b_end - 1)) {
            --box.a_end;
            --box.b_end;
        }
    }

    void replace(const Box& box) {
        std::fill(edits_.removed.begin() + box.a, edits_.removed.begin() + box.a_end, true);
        std::fill(edits_.added.begin() + box.b, edits_.added.begin() + box.b_end, true);
    }

    bool spend(std::size_t steps) {
        if (steps > steps_) return false;
        steps_ -= steps;
        return true;
    }

    std::optional<Snake> middle(const Box& box) {
        const Index n = box.width(), m = box.height();
        const Index most = std::min(most_, (n + m + 1) / 2);
        forward_.reset(most);
        backward_.reset(most);
        for (Index d = 0; d <= most; ++d) {
            if (!spend(static_cast<std::size_t>(2 * d + 2))) return std::nullopt;
            if (const auto snake = step_forward(box, d)) return snake;
            if (const auto snake = step_backward(box, d)) return snake;
        }
        return std::nullopt;
    }

    // Diagonals that lie outside the box are left out: k from −height to width.
    static Index first_diagonal(Index d, Index m) { return d <= m ? -d : -m + ((d - m) & 1); }
    static Index last_diagonal(Index d, Index n) { return d <= n ? d : n - ((d - n) & 1); }

    static bool meet(Index x, Index other, Index n) {
        return x != unreached && other != unreached && x + other >= n;
    }

    std::optional<Snake> step_forward(const Box& box, Index d) {
        const Index n = box.width(), m = box.height(), delta = n - m;
        for (Index k = first_diagonal(d, m); k <= last_diagonal(d, n); k += 2) {
            const Index entered = forward_.enter(k, n, m);
            Index x = entered;
            while (x != unreached && x < n && x - k < m && equal(box.a + x, box.b + x - k))
                ++x;
            if (!spend(static_cast<std::size_t>(x - entered))) return std::nullopt;
            forward_[k] = x;
            const Index other = delta - k; // the same diagonal, counted from the end
            if ((delta & 1) != 0 && other > -d && other < d && meet(x, backward_[other], n))
                return Snake{box.a + entered, box.b + entered - k, box.a + x, box.b + x - k};
        }
        return std::nullopt;
    }

    std::optional<Snake> step_backward(const Box& box, Index d) {
        const Index n = box.width(), m = box.height(), delta = n - m;
        for (Index k = first_diagonal(d, m); k <= last_diagonal(d, n); k += 2) {
            const Index entered = backward_.enter(k, n, m);
            Index x = entered;
            while (x != unreached && x < n && x - k < m && equal(box.a_end - 1 - x, box.b_end - 1 - (x - k)))
                ++x;
            if (!spend(static_cast<std::size_t>(x - entered))) return std::nullopt;
            backward_[k] = x;
            const Index other = delta - k;
            if ((delta & 1) == 0 && other >= -d && other <= d && meet(x, forward_[other], n))
                return Snake{box.a_end - x, box.b_end - (x - k), box.a_end - entered,
                             box.b_end - (entered - k)};
        }
        return std::nullopt;
    }

    std::span<const std::uint32_t> before_, after_;
    Index most_;
    std::size_t steps_;
    Front forward_, backward_;
    Edits edits_;
};

} // namespace

Edits edit_script(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after,
                  const Bounds& bounds) {
    return Search(before, after, bounds).run();
}

} // namespace khabar::diff
