#pragma once
// The rows behind stories, and nothing else: no decision is made here. Statements are prepared once.

#include "daemon/store/database.hpp"
#include "daemon/story/story_index.hpp"
#include "parsers/fingerprint/verdict.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace khabar::story {

using Seconds = std::int64_t; // since 1970, UTC

inline constexpr Seconds bucket_seconds =
    7 * 24 * 3600; // one news cycle: copies come within it, and expiry needs no finer grain

// Rounds down, for times before 1970 too.
[[nodiscard]] std::int64_t bucket_of(Seconds time) noexcept;

struct Member {
    std::int64_t article = 0;
    std::int64_t story = 0;
    Seconds time = 0;
    bool reliable = false; // `time` is the publication, not the fetch
    std::int64_t words = 0;
    std::int64_t content = 0; // fingerprint::Fingerprint::content
    std::int64_t source = 0;  // hash of the source's id; 0: none
    std::optional<std::int64_t> other;
    double similarity = 0; // kept to a thousandth
    Kind kind = Kind::unique;
};

struct Story {
    std::int64_t id = 0;
    std::int64_t representative = 0; // an article
    Seconds first = 0;
    Seconds last = 0;
};

struct Edge {
    std::int64_t from = 0; // article
    std::int64_t to = 0;   // article: `from` is abridged_of, expanded_of … `to`
    Kind kind = Kind::unique;
    fingerprint::Guard guard = fingerprint::Guard::none;
    double containment = 0;
    double jaccard = 0;
};

class Tables {
  public:
    explicit Tables(store::Database& database);

    // Stories whose sample has this hash in this bucket, at most `limit`, ascending.
    void postings(std::int64_t bucket, fingerprint::Hash hash, std::size_t limit,
                  std::vector<std::int64_t>& out);
    void add_postings(std::int64_t bucket, std::span<const fingerprint::Hash> sketch, std::int64_t story);
    void remove_postings(std::int64_t bucket, std::span<const fingerprint::Hash> sketch, std::int64_t story);
    void remove_buckets_before(std::int64_t bucket);

    [[nodiscard]] std::optional<Story> story(std::int64_t id);
    [[nodiscard]] std::int64_t add_story(const Story& story); // id is given by the table, never used twice
    // Times and representative as the members' rows have them; none without members.
    [[nodiscard]] std::optional<Story> sum_up(std::int64_t story);
    void update_story(const Story& story);
    void remove_story(std::int64_t id);

    [[nodiscard]] std::optional<Member> member(std::int64_t article);
    [[nodiscard]] std::vector<Member> members(std::int64_t story,
                                              std::size_t limit); // lowest article ids first
    [[nodiscard]] std::vector<Member> latest_members(std::int64_t story,
                                                     std::size_t limit); // highest article ids first
    // Likened to no present member of their story; in order of publication.
    [[nodiscard]] std::vector<Member> loose_members(std::int64_t story, std::size_t limit);
    void cut_loose(std::int64_t story); // all of those: likened to nothing
    void put_member(const Member& member);
    void move_members(std::int64_t from, std::int64_t to);
    void remove_member(const Member& member); // and its edges, and what points at it

    void put_edge(const Edge& edge);

  private:
    store::Database& database_;
    store::Statement find_posting_, add_posting_, remove_posting_, expire_;
    store::Statement find_story_, add_story_, update_story_, remove_story_;
    store::Statement sum_up_, find_member_, list_members_, latest_members_, loose_members_, cut_loose_;
    store::Statement put_member_, move_members_, remove_member_, forget_other_;
    store::Statement put_edge_, remove_edges_from_, remove_edges_to_;
};

} // namespace khabar::story
