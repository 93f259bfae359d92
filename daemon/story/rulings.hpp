#pragma once
// What people decided about stories against the engine, and that it is kept to. The rows, and nothing else;
// StoryIndex::split() and merge() move the articles.
//
// A split ruling names the articles on its two sides: stories that hold articles of both sides are never
// merged by the engine. A merge ruling gives the articles that came in a wing of their own within the story:
// a later arrival is compared with each wing by itself, since the wings' texts need not be alike, and joins
// the wing of the article it is most like. Withdrawing a ruling undoes it.

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

inline constexpr std::int64_t no_wing = 0;

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
    // A merge ruling's id, or no_wing.
    [[nodiscard]] std::int64_t wing(std::int64_t article);
    void put_wing(std::int64_t article, std::int64_t wing);
    [[nodiscard]] std::vector<std::int64_t> articles_in(std::int64_t wing); // lowest first

    // The article is gone: so is what was ruled of it, and rulings that have lost one side.
    void forget(std::int64_t article);

  private:
    void read_sides(Ruling& ruling);

    store::Database& database_;
    store::Statement between_, any_wings_, wing_, put_wing_, remove_wing_;
};

// Tables of this file; create_tables() calls it.
void create_ruling_tables(store::Database& database);

} // namespace khabar::story
