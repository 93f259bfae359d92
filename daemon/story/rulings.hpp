#pragma once
// What people decided about stories against the engine, and that it is kept to. The rows, and nothing else;
// StoryIndex::split() and merge() move the articles.
//
// A split ruling names the articles on its two sides: stories that hold articles of both sides are never
// merged by the engine. Every article of a story that a ruling touched has a wing: the story it is in by the
// engine's word alone, whatever people make of it. A later arrival is compared with each wing by itself,
// since the wings' texts need not be alike, and is of the wing of the article it is most like. So the wings
// and the rulings that stand say where every article belongs (replay.hpp), and a ruling can be withdrawn in
// any order.

#include "daemon/store/database.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace khabar::story {

enum class RulingKind : std::uint8_t { split, merge };

// "split", "merge".
[[nodiscard]] std::string_view name(RulingKind kind) noexcept;

struct Ruling {
    std::int64_t id = 0;
    RulingKind kind = RulingKind::split;
    std::chrono::sys_seconds at{};
    // As the stories were called then; later merges may have renamed them.
    std::int64_t story = 0;             // that was split, or that took the other in
    std::int64_t other = 0;             // that came into being, or that was taken in
    std::vector<std::int64_t> articles; // that moved
    std::vector<std::int64_t> stayed;   // on the other side
};

inline constexpr std::int64_t no_wing = 0; // of an article that no ruling touched: its wing is its story

class Rulings {
  public:
    explicit Rulings(store::Database& database);

    std::int64_t add(const Ruling& ruling); // returns its id
    [[nodiscard]] std::optional<Ruling> find(std::int64_t id);
    [[nodiscard]] std::vector<Ruling> all(); // latest first, at most 10,000
    void remove(std::int64_t id);

    // A split ruling that stands between two stories.
    [[nodiscard]] std::optional<std::int64_t> between(std::int64_t story, std::int64_t other);

    [[nodiscard]] bool any_wings();
    // A story's number, of the past perhaps, or no_wing.
    [[nodiscard]] std::int64_t wing(std::int64_t article);
    void put_wing(std::int64_t article, std::int64_t wing);
    // Those of the story's articles that have none are of the wing that it is itself.
    void put_wings(std::int64_t story);
    void join_wings(std::int64_t from, std::int64_t into);
    void drop_idle_wings();                                                 // all, where no ruling stands
    [[nodiscard]] std::vector<std::int64_t> articles_in(std::int64_t wing); // lowest first
    [[nodiscard]] std::vector<std::int64_t> naming(std::int64_t article);   // rulings, earliest first

    // The article is gone, and was of this story: another of its wing there stands for it where it was the
    // last of its side; a ruling that has lost one side is gone too.
    void forget(std::int64_t article, std::int64_t story);

  private:
    void read_sides(Ruling& ruling);
    void name_an_heir(std::int64_t article, std::int64_t story);

    store::Database& database_;
    store::Statement between_, any_wings_, wing_, put_wing_, put_wings_, remove_wing_;
};

// Tables of this file; create_tables() calls it.
void create_ruling_tables(store::Database& database);

} // namespace khabar::story
