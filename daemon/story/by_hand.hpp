#pragma once
// Stories as people correct them: StoryIndex::split(), merge() and revoke().

#include "daemon/story/membership.hpp"
#include "daemon/story/replay.hpp"
#include "daemon/story/workings.hpp"
#include "parsers/base/result.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <vector>

namespace khabar::story {

class ByHand {
  public:
    ByHand(Workings& work, Membership& membership) : work_(work), membership_(membership) {}

    Result<Ruling> split(std::int64_t story, std::vector<std::int64_t> articles,
                         std::chrono::sys_seconds now);
    Result<Ruling> merge(std::int64_t story, std::int64_t other, std::chrono::sys_seconds now);
    Result<Ruling> revoke(std::int64_t id, std::chrono::sys_seconds now);

  private:
    std::vector<std::int64_t> articles_of(std::int64_t story);
    void merge_and_tell(std::int64_t from, std::int64_t into, std::chrono::sys_seconds now);
    std::int64_t move_out(std::int64_t story, const std::vector<std::int64_t>& articles,
                          std::chrono::sys_seconds now);
    std::map<std::int64_t, Standing> concerned(const Ruling& ruling);
    std::vector<Ruling> rulings_on(const std::map<std::int64_t, Standing>& articles);
    void regroup(const std::map<std::int64_t, Standing>& articles,
                 const std::map<std::int64_t, std::int64_t>& groups, std::chrono::sys_seconds now);

    Workings& work_;
    Membership& membership_;
};

} // namespace khabar::story
