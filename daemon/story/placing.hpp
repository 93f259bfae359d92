#pragma once
// A document finds its story: looks for candidates, hears them, joins the most alike, unites stories that it
// proves to be one, or founds one.

#include "daemon/story/ballot.hpp"
#include "daemon/story/candidates.hpp"
#include "daemon/story/membership.hpp"
#include "daemon/story/workings.hpp"

#include <cstdint>
#include <vector>

namespace khabar::story {

class Placing {
  public:
    Placing(Workings& work, Membership& membership) : work_(work), membership_(membership) {}

    Placement place(const Document& document);

  private:
    struct Match {
        Story story;
        Vote best;
    };
    struct Found {
        std::vector<Match> matches; // most alike first
        std::vector<Vote> beside;   // reasons to keep apart, most contained first
    };

    Placement settle(Member& member, const fingerprint::Fingerprint& print);
    Placement revise(const Member& known, Member& member, const fingerprint::Fingerprint& print);
    Found look_around(const Member& member, const fingerprint::Fingerprint& print,
                      const std::vector<fingerprint::Hash>& sketch);
    void join(Member& member, const std::vector<Match>& matches, std::vector<std::int64_t>& merged);
    std::int64_t unite(const std::vector<Match>& matches, std::vector<std::int64_t>& merged);
    bool akin(const Story& a, const Story& b);
    void join_wings(const Match& one, const Match& two);

    Workings& work_;
    Membership& membership_;
};

} // namespace khabar::story
