#include "daemon/story/tables.hpp"

#include <cmath>

namespace khabar::story {

namespace {

constexpr double per_mille = 1000.0; // shares are stored as integers: two bytes instead of nine

std::int64_t stored_share(double share) noexcept {
    return std::llround(share * per_mille);
}

std::int64_t key_of(std::int64_t bucket, fingerprint::Hash hash) noexcept {
    return bucket * (std::int64_t{1} << 32) + hash;
}

Member read_member(const store::Statement& row) {
    Member member;
    member.article = row.integer(0);
    member.story = row.integer(1);
    member.time = row.integer(2);
    member.reliable = row.integer(3) != 0;
    member.words = row.integer(4);
    member.content = row.integer(5);
    member.source = row.integer(6);
    if (!row.is_null(7)) member.other = row.integer(7);
    member.similarity = static_cast<double>(row.integer(8)) / per_mille;
    member.kind = static_cast<Kind>(row.integer(9));
    return member;
}

constexpr std::string_view member_columns =
    "article, story, time, reliable, words, content, source, other, similarity, kind";

std::string select_members(std::string_view rest) {
    return std::string("SELECT ").append(member_columns).append(" FROM story_member ").append(rest);
}

constexpr std::string_view without_likeness =
    " AND NOT EXISTS (SELECT 1 FROM story_member o WHERE o.article = m.other AND o.story = m.story)";

std::vector<Member> read_members(store::Statement& rows, std::int64_t story, std::size_t limit) {
    std::vector<Member> found;
    rows.bind_all(story, static_cast<std::int64_t>(limit));
    while (rows.step())
        found.push_back(read_member(rows));
    rows.reset();
    return found;
}

} // namespace

std::int64_t bucket_of(Seconds time) noexcept {
    return time / bucket_seconds - (time % bucket_seconds < 0 ? 1 : 0);
}

Tables::Tables(store::Database& database)
    : database_(database),
      find_posting_(database.prepare("SELECT story FROM story_posting WHERE key = ? ORDER BY story LIMIT ?")),
      add_posting_(database.prepare("INSERT OR IGNORE INTO story_posting(key, story) VALUES (?, ?)")),
      remove_posting_(database.prepare("DELETE FROM story_posting WHERE key = ? AND story = ?")),
      expire_(database.prepare("DELETE FROM story_posting WHERE key < ?")),
      find_story_(database.prepare("SELECT id, representative, first, last FROM story WHERE id = ?")),
      add_story_(database.prepare("INSERT INTO story(representative, first, last) VALUES (?, ?, ?)")),
      update_story_(
          database.prepare("UPDATE story SET representative = ?, first = ?, last = ? WHERE id = ?")),
      remove_story_(database.prepare("DELETE FROM story WHERE id = ?")),
      sum_up_(database.prepare("SELECT (SELECT article FROM story_member WHERE story = ?1 ORDER BY words "
                               "DESC, time, article LIMIT 1), "
                               "min(time), max(time) FROM story_member WHERE story = ?1")),
      find_member_(database.prepare(select_members("WHERE article = ?"))),
      list_members_(database.prepare(select_members("WHERE story = ? ORDER BY article LIMIT ?"))),
      latest_members_(database.prepare(select_members("WHERE story = ? ORDER BY article DESC LIMIT ?"))),
      loose_members_(database.prepare(select_members("AS m WHERE story = ?1")
                                          .append(without_likeness)
                                          .append(" ORDER BY time, article LIMIT ?2"))),
      cut_loose_(
          database.prepare(std::string("UPDATE story_member AS m SET other = NULL, similarity = 0, kind = 0 "
                                       "WHERE story = ?1")
                               .append(without_likeness))),
      put_member_(database.prepare(std::string("INSERT OR REPLACE INTO story_member(")
                                       .append(member_columns)
                                       .append(") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))),
      move_members_(database.prepare("UPDATE story_member SET story = ? WHERE story = ?")),
      remove_member_(database.prepare("DELETE FROM story_member WHERE article = ?")),
      forget_other_(database.prepare("UPDATE story_member SET other = NULL WHERE story = ? AND other = ?")),
      put_edge_(database.prepare(
          "INSERT OR REPLACE INTO story_edge(\"from\", \"to\", kind, guard, containment, jaccard) "
          "VALUES (?, ?, ?, ?, ?, ?)")),
      remove_edges_from_(database.prepare("DELETE FROM story_edge WHERE \"from\" = ?")),
      remove_edges_to_(database.prepare("DELETE FROM story_edge WHERE \"to\" = ?")) {}

void Tables::postings(std::int64_t bucket, fingerprint::Hash hash, std::size_t limit,
                      std::vector<std::int64_t>& out) {
    find_posting_.bind_all(key_of(bucket, hash), static_cast<std::int64_t>(limit));
    while (find_posting_.step())
        out.push_back(find_posting_.integer(0));
    find_posting_.reset();
}

void Tables::add_postings(std::int64_t bucket, std::span<const fingerprint::Hash> sketch,
                          std::int64_t story) {
    for (const fingerprint::Hash hash : sketch)
        add_posting_.bind_all(key_of(bucket, hash), story).run();
}

void Tables::remove_postings(std::int64_t bucket, std::span<const fingerprint::Hash> sketch,
                             std::int64_t story) {
    for (const fingerprint::Hash hash : sketch)
        remove_posting_.bind_all(key_of(bucket, hash), story).run();
}

void Tables::remove_buckets_before(std::int64_t bucket) {
    expire_.bind_all(key_of(bucket, 0)).run();
}

std::optional<Story> Tables::story(std::int64_t id) {
    find_story_.bind_all(id);
    std::optional<Story> found;
    if (find_story_.step())
        found = Story{find_story_.integer(0), find_story_.integer(1), find_story_.integer(2),
                      find_story_.integer(3)};
    find_story_.reset();
    return found;
}

std::int64_t Tables::add_story(const Story& story) {
    add_story_.bind_all(story.representative, story.first, story.last).run();
    return database_.last_insert_id();
}

std::optional<Story> Tables::sum_up(std::int64_t story) {
    sum_up_.bind_all(story);
    std::optional<Story> found;
    if (sum_up_.step() && !sum_up_.is_null(0))
        found = Story{story, sum_up_.integer(0), sum_up_.integer(1), sum_up_.integer(2)};
    sum_up_.reset();
    return found;
}

void Tables::update_story(const Story& story) {
    update_story_.bind_all(story.representative, story.first, story.last, story.id).run();
}

void Tables::remove_story(std::int64_t id) {
    remove_story_.bind_all(id).run();
}

std::optional<Member> Tables::member(std::int64_t article) {
    find_member_.bind_all(article);
    std::optional<Member> found;
    if (find_member_.step()) found = read_member(find_member_);
    find_member_.reset();
    return found;
}

std::vector<Member> Tables::members(std::int64_t story, std::size_t limit) {
    return read_members(list_members_, story, limit);
}

std::vector<Member> Tables::latest_members(std::int64_t story, std::size_t limit) {
    return read_members(latest_members_, story, limit);
}

std::vector<Member> Tables::loose_members(std::int64_t story, std::size_t limit) {
    return read_members(loose_members_, story, limit);
}

void Tables::cut_loose(std::int64_t story) {
    cut_loose_.bind_all(story).run();
}

void Tables::put_member(const Member& member) {
    put_member_
        .bind_all(member.article, member.story, member.time, member.reliable, member.words, member.content,
                  member.source, member.other, stored_share(member.similarity), static_cast<int>(member.kind))
        .run();
}

void Tables::move_members(std::int64_t from, std::int64_t to) {
    move_members_.bind_all(to, from).run();
}

void Tables::remove_member(const Member& member) {
    remove_member_.bind_all(member.article).run();
    forget_other_.bind_all(member.story, member.article).run();
    remove_edges_from_.bind_all(member.article).run();
    remove_edges_to_.bind_all(member.article).run();
}

void Tables::put_edge(const Edge& edge) {
    put_edge_
        .bind_all(edge.from, edge.to, static_cast<int>(edge.kind), static_cast<int>(edge.guard),
                  stored_share(edge.containment), stored_share(edge.jaccard))
        .run();
}

} // namespace khabar::story
