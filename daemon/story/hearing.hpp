#pragma once
// A story's members heard on a document: who is asked, and in which order. How votes count: ballot.hpp.

#include "daemon/story/ballot.hpp"
#include "daemon/story/candidates.hpp"
#include "daemon/story/workings.hpp"

#include <span>
#include <vector>

namespace khabar::story {

class Hearing {
  public:
    // Of the document: its row to be, its text's fingerprint, and the sample that found the candidates.
    Hearing(Workings& work, const Member& member, const fingerprint::Fingerprint& print,
            std::span<const fingerprint::Hash> sketch)
        : work_(work),
          member_(member),
          print_(print),
          sketch_(sketch) {}

    // The representative and, of the latest max_members_heard members, those nearest in length. Where people
    // merged stories, each wing votes by itself: what people put together need not be alike.
    [[nodiscard]] Ballot ask(const Candidate& candidate);

  private:
    [[nodiscard]] Ballot hold(const Candidate& candidate, std::vector<Member> voters);
    [[nodiscard]] std::vector<Member> members_of(const Story& story);

    Workings& work_;
    const Member& member_;
    const fingerprint::Fingerprint& print_;
    std::span<const fingerprint::Hash> sketch_;
};

} // namespace khabar::story
