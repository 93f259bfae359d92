#include "parsers/diff/edit_script.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace khabar::diff {
namespace {

using Sequence = std::vector<std::uint32_t>;

Sequence kept(const Sequence& sequence, const std::vector<bool>& changed) {
    Sequence rest;
    for (std::size_t i = 0; i < sequence.size(); ++i)
        if (!changed[i]) rest.push_back(sequence[i]);
    return rest;
}

std::size_t count(const Edits& edits) {
    return static_cast<std::size_t>(std::count(edits.removed.begin(), edits.removed.end(), true) +
                                    std::count(edits.added.begin(), edits.added.end(), true));
}

// The textbook's quadratic table: what the fewest changes are.
std::size_t fewest(const Sequence& a, const Sequence& b) {
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            common[i + 1][j + 1] =
                a[i] == b[j] ? common[i][j] + 1 : std::max(common[i][j + 1], common[i + 1][j]);
    return a.size() + b.size() - 2 * common[a.size()][b.size()];
}

TEST(EditScript, FindsTheFewestChangesAsTheQuadraticTableDoes) {
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        const auto letters = static_cast<std::uint32_t>(1 + random() % 6);
        Sequence a(random() % 24), b(random() % 24);
        for (auto* sequence : {&a, &b})
            for (auto& element : *sequence)
                element = static_cast<std::uint32_t>(random() % letters);
        const Edits edits = edit_script(a, b);
        ASSERT_TRUE(edits.exact);
        ASSERT_EQ(kept(a, edits.removed), kept(b, edits.added)) << "round " << round;
        ASSERT_EQ(count(edits), fewest(a, b)) << "round " << round;
    }
}

TEST(EditScript, EmptySides) {
    EXPECT_EQ(count(edit_script({}, {})), 0U);
    EXPECT_EQ(count(edit_script({}, Sequence{1, 2})), 2U);
    EXPECT_EQ(count(edit_script(Sequence{1, 2}, {})), 2U);
    EXPECT_EQ(count(edit_script(Sequence{1, 2}, Sequence{1, 2})), 0U);
}

TEST(EditScript, BeyondABoundPartsAreReplacedWholeAndTheResultIsRight) {
    Sequence a(3000), b(3000);
    for (std::uint32_t i = 0; i < 3000; ++i) {
        a[i] = i % 2 == 0 ? i : 100'000 + i; // every second element differs
        b[i] = i % 2 == 0 ? i : 200'000 + i;
    }
    for (const Bounds bounds :
         {Bounds{.changes = 50}, Bounds{.steps = 1000}, Bounds{.changes = 0, .steps = 0}}) {
        const Edits edits = edit_script(a, b, bounds);
        EXPECT_FALSE(edits.exact);
        EXPECT_EQ(kept(a, edits.removed), kept(b, edits.added));
    }
    EXPECT_TRUE(edit_script(a, b).exact);
}

TEST(EditScript, HostileSequencesMeetTheBoundOfStepsAndEnd) {
    // Nothing in common: quadratic for the plain algorithm (4·10^10 steps here).
    Sequence a(200'000), b(200'000);
    for (std::uint32_t i = 0; i < 200'000; ++i) {
        a[i] = 2 * i;
        b[i] = 2 * i + 1;
    }
    const Edits edits = edit_script(a, b);
    EXPECT_FALSE(edits.exact);
    EXPECT_EQ(count(edits), 400'000U);
}

} // namespace
} // namespace khabar::diff
