#pragma once
// Keeps the rows of a story in agreement while articles come, go and move: its summary, its postings in the
// candidates' index, and the evidence between its members. Decides nothing.

#include "daemon/story/ballot.hpp"
#include "daemon/story/workings.hpp"

#include <cstdint>
#include <vector>

namespace khabar::story {

class Membership {
  public:
    explicit Membership(Workings& work) : work_(work) {}

    // After `member` joined: the fullest text represents; of equals the first published. A few look-ups,
    // however many members there are.
    void extend(const Member& member);
    // The same from all members' rows.
    void summarise(std::int64_t story);

    // The member's sample in the index leads to `story`.
    void index(const Member& member, std::int64_t story);
    // All of `from` becomes part of `into`. Of more than max_members_moved, the samples of the rest stay
    // behind, and lead nowhere.
    void merge(const Story& from, const Story& into);
    // Takes an article out of everything; a story without members vanishes.
    void remove(std::int64_t article);
    // After articles went or came: who was likened to one that is not there is likened to another of its
    // wing, and the story is summed up anew. One article of each wing, the first published of those without a
    // likeness, is its beginning.
    void settle_rest(std::int64_t story);

    void write_edge(const Member& member, const Vote& vote);

  private:
    void liken(Member& member, const Member& first);
    [[nodiscard]] std::vector<Member> earlier_kin(const Member& member, const Member& first);

    Workings& work_;
};

} // namespace khabar::story
