#pragma once
// A story's members asked, one by one, whether a document tells the same: the count, and what it means. Pure.

#include "parsers/fingerprint/verdict.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace khabar::story {

struct Vote {
    std::int64_t article = 0;
    std::uint32_t words = 0;
    fingerprint::Overlap overlap;
    fingerprint::Verdict verdict;
    bool same_edition = false; // published within fingerprint::same_edition
};

class Ballot {
  public:
    void add(const Vote& vote, bool representative);

    // One nearly equal member decides. Else: the representative or a third of those asked say yes, and more
    // say yes than no. No: a reason against, or a member with next to nothing in common. The latter keeps a
    // round-up from drawing together all that it reports. A longer report of the same edition that has the
    // document's text somewhere abstains, where another member says yes to more than a brief.
    [[nodiscard]] bool joins() const noexcept;
    // The yes-vote most alike; without one, the most alike vote with a relation at all.
    [[nodiscard]] const std::optional<Vote>& best() const noexcept { return best_; }

  private:
    std::size_t asked_ = 0;
    std::size_t yes_ = 0;
    std::size_t against_ = 0;
    std::size_t reports_ = 0;   // longer ones of the same edition, with much in common
    std::size_t strangers_ = 0; // next to nothing in common
    bool representative_ = false;
    std::optional<Vote> best_;
};

} // namespace khabar::story
