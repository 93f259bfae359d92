#pragma once
// Which line of a flattened text is its title. Evidence votes: copies, breadcrumbs and "Reading: …" that
// announce it, the feed's word, nearness to the text, and whether the text speaks of what the line speaks of.

#include "parsers/article/flat_lines.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace khabar::article {

// Lines [begin, end).
struct FlatRun {
    std::size_t begin = 0, end = 0;
};

// What a text speaks of: the stems of the words in the sentences of a run (the first 4,000 of them).
class FlatTopic {
  public:
    // `unmarked` as of is_sentence().
    FlatTopic(std::span<const FlatLine> lines, FlatRun run, bool unmarked);

    // 0…1: of a line's words of four letters and more; 0 where there are fewer than two. Headlines speak of
    // what the text speaks of; other stories' headlines and chips do less.
    [[nodiscard]] double share(std::string_view line) const;

  private:
    std::unordered_set<std::string> stems_;
};

struct FlatTitle {
    std::string text;  // clean; the feed's where no line has votes enough, empty without one
    bool sure = false; // repeated, announced, or the feed's
};

// `lines` are classified, `run` is where the text is thought to stand (begin == end: nowhere). Linear
// in the lines' bytes.
[[nodiscard]] FlatTitle find_flat_title(std::span<const FlatLine> lines, FlatRun run, const FlatTopic& topic,
                                        std::string_view feed_title);

} // namespace khabar::article
