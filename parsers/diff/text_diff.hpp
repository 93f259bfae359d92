#pragma once
// Which words were added and removed between two texts.

#include "parsers/diff/edit_script.hpp"
#include "parsers/diff/tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::diff {

enum class Op : std::uint8_t { equal, removed, added };

// "equal", "removed", "added".
[[nodiscard]] std::string_view name(Op op) noexcept;

struct Piece {
    Op op = Op::equal;
    Gap before = Gap::none; // what separates it from the text before it
    std::string text;       // as it stands in the old text (removed) or in the new (else)
    std::size_t words = 0;
};

struct TextDiff {
    std::vector<Piece> pieces; // in reading order; of a replacement the removed words come first
    std::size_t added = 0;     // words
    std::size_t removed = 0;
    [[nodiscard]] bool same() const noexcept { return added == 0 && removed == 0 && !marks_changed; }
    bool marks_changed = false; // punctuation was added or removed
};

// White space, invisible characters and the dress of quotation marks and dashes make no difference. A mark
// that stayed between two changes is told with them: one replacement reads better than two. Bounds as
// edit_script's; both texts must be valid UTF-8.
[[nodiscard]] TextDiff diff(std::string_view before, std::string_view after, const Bounds& bounds);
[[nodiscard]] inline TextDiff diff(std::string_view before, std::string_view after) {
    return diff(before, after, Bounds{});
}

// The white space of a gap: "", " " or a blank line.
[[nodiscard]] std::string_view white_space(Gap gap) noexcept;

} // namespace khabar::diff
