#pragma once
// Which articles tell the same story. place() finds the stories that share parts of a text, verifies them on
// the stored texts, and lets the article join one or found its own. All state is in the database (tables of
// create_tables()), so daemon and one-shot find each other's copies; what is held in memory is a bounded
// cache. Nothing here opens a transaction: call inside the one that stores the article, and row, story and
// edges are committed or lost together. One thread; StoreError is thrown where the database fails.

#include "daemon/store/database.hpp"
#include "daemon/story/rulings.hpp"
#include "parsers/base/result.hpp"
#include "parsers/fingerprint/fingerprint.hpp"
#include "parsers/fingerprint/verdict.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::story {

// How an article stands to another. The last two are remembered, but never put two articles into one story.
enum class Kind : std::uint8_t { unique, same, edited, abridged_of, expanded_of, contains_item, series };

[[nodiscard]] std::string_view name(Kind kind) noexcept;

struct Document {
    std::int64_t article = 0; // id in the caller's article table
    std::string_view title;
    std::string_view text;
    std::string_view source;
    std::optional<std::chrono::sys_seconds>
        published; // as the page says; more than a day after `fetched` it is not believed
    std::chrono::sys_seconds fetched{};
    // Of title and text, where a worker made it already; null: made here.
    std::shared_ptr<const fingerprint::Fingerprint> print;
};

struct Placement {
    std::int64_t story = 0;
    std::optional<std::int64_t> duplicate_of; // the member most like it; none for the first of a story
    double similarity = 0; // 0…1: share of the shorter text's shingles that the other has
    Kind kind = Kind::unique;
    std::vector<std::int64_t>
        merged; // other stories that this article proved to be the same; they are gone now
};

// As an operator wants it; they may differ from one run to the next: what was decided stays.
struct Rules {
    fingerprint::Demand demand = fingerprint::Demand::normal;
    // Between an article and its story's nearest; more than a week is not looked for: later copies are new
    // occasions (anniversaries, seasons).
    std::chrono::seconds window = std::chrono::hours(24 * 7);
};

struct StoredText {
    std::string title;
    std::string text;
};

// Reads a member's text back for verification; none where the article is no longer there.
using TextOf = std::function<std::optional<StoredText>(std::int64_t article)>;

// From the store's article table.
[[nodiscard]] TextOf stored_texts(store::Database& database);

// Brings this folder's tables up to date; after store::migrate(), outside a transaction. Safe to repeat.
void create_tables(store::Database& database);

class StoryIndex {
  public:
    StoryIndex(store::Database& database, TextOf text_of, const Rules& rules = {});
    ~StoryIndex();

    // Joins or founds a story. The same article with the same text again: the answer of the first time,
    // nothing written. With another text (a revision): stays in its story.
    Placement place(const Document& document);

    // What place() decided, with later merges in it; none for an unknown article.
    [[nodiscard]] std::optional<Placement> find(std::int64_t article);

    // Takes an article out (deletion, retention). Call before its text is gone. A story without members
    // vanishes; the others' representative, times and likenesses are made anew.
    void remove(std::int64_t article);

    // By hand, and remembered (rulings.hpp); each writes the journal of changes. Errors are for the person
    // who asked: no such story, an article of another story, a ruling that stands against it. The articles,
    // some but not all of the story's, become a story of their own.
    [[nodiscard]] Result<Ruling> split(std::int64_t story, std::vector<std::int64_t> articles,
                                       std::chrono::sys_seconds now);
    // The other story's articles join.
    [[nodiscard]] Result<Ruling> merge(std::int64_t story, std::int64_t other, std::chrono::sys_seconds now);
    // Forgets a ruling and returns it; the stories it touched become what the engine and the other rulings
    // make of them.
    [[nodiscard]] Result<Ruling> revoke(std::int64_t ruling, std::chrono::sys_seconds now);

    // Forgets the candidates' index older than this (one range delete): such stories get no new members.
    // Stories and edges stay.
    void expire(std::chrono::sys_seconds before);

  private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace khabar::story
