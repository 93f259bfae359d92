#pragma once
// The shortest way from one sequence to another by removing and adding elements.
//
// Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), section 4b:
// from both ends at once the paths are found that reach furthest with 0, 1, 2, … changes; where they meet,
// the problem falls into two smaller ones. Memory is linear. The halves wait on a stack of our own, not on
// the machine's.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace khabar::diff {

struct Bounds {
    std::size_t changes = 4096;     // between two sequences (or halves); more, and the part is replaced whole
    std::size_t steps = 16'000'000; // for everything, about 0.1 s; what is left then is replaced whole
};

struct Edits {
    std::vector<bool> removed; // one for each element of the old sequence
    std::vector<bool> added;   // one for each element of the new
    bool exact = true;         // false: a bound was met, and the edits are right but not the fewest
};

// What is neither removed nor added is equal on both sides, in order. Time O((n + m) · changes), never more
// than the bounds and a linear rest.
[[nodiscard]] Edits edit_script(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after,
                                const Bounds& bounds);
[[nodiscard]] inline Edits edit_script(std::span<const std::uint32_t> before,
                                       std::span<const std::uint32_t> after) {
    return edit_script(before, after, Bounds{});
}

} // namespace khabar::diff
