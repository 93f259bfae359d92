#include "daemon/story/story_view.hpp"

#include "daemon/store/schema.hpp"

#include <algorithm>
#include <unordered_map>

namespace khabar::story {

namespace {

using Time = std::chrono::sys_seconds;

Time time_of(std::int64_t seconds) {
    return Time(std::chrono::seconds(seconds));
}

constexpr double per_mille = 1000.0; // as tables.cpp stores shares

constexpr std::string_view columns =
    "SELECT s.id, s.representative, s.first, s.last, "
    "(SELECT count(*) FROM story_member m WHERE m.story = s.id) AS articles, "
    "(SELECT count(*) FROM story_member m JOIN dropped_copy d ON d.article = m.article WHERE m.story = s.id) "
    "AS dropped FROM story s WHERE true";

StorySummary summary_at(const store::Statement& row) {
    StorySummary story;
    story.id = row.integer(0);
    story.representative = row.integer(1);
    story.first = time_of(row.integer(2));
    story.last = time_of(row.integer(3));
    story.articles = row.integer(4);
    story.dropped = row.integer(5);
    return story;
}

void add_sources(const store::Database& database, StorySummary& story) {
    for (const std::string_view sql :
         {"SELECT a.source_id FROM story_member m JOIN article a ON a.id = m.article WHERE m.story = ?1 "
          "ORDER BY m.time, m.article LIMIT ?2",
          "SELECT d.source_id FROM story_member m JOIN dropped_copy d ON d.article = m.article WHERE m.story "
          "= ?1 "
          "ORDER BY coalesce(d.published_at, d.at), d.key LIMIT ?2"}) {
        store::Statement row = database.prepare(sql);
        row.bind_all(story.id, max_listed_members);
        while (row.step()) {
            std::string source = row.string(0);
            if (std::find(story.sources.begin(), story.sources.end(), source) == story.sources.end())
                story.sources.push_back(std::move(source));
        }
    }
}

std::vector<StorySummary> read(const store::Database& database, store::Statement& row) {
    std::vector<StorySummary> stories;
    while (row.step())
        stories.push_back(summary_at(row));
    for (StorySummary& story : stories)
        add_sources(database, story);
    return stories;
}

// From the side of `article`.
Evidence evidence_at(const store::Statement& row, std::int64_t article) {
    Evidence evidence;
    const bool mine = row.integer(0) == article;
    evidence.other = mine ? row.integer(1) : row.integer(0);
    evidence.kind = static_cast<Kind>(row.integer(2));
    if (!mine) evidence.kind = reversed(evidence.kind);
    evidence.guard = static_cast<fingerprint::Guard>(row.integer(3));
    evidence.containment = static_cast<double>(row.integer(4)) / per_mille;
    evidence.jaccard = static_cast<double>(row.integer(5)) / per_mille;
    return evidence;
}

constexpr std::string_view edges_of =
    "SELECT \"from\", \"to\", kind, guard, containment, jaccard FROM story_edge WHERE \"from\" = ?1 UNION "
    "ALL "
    "SELECT \"from\", \"to\", kind, guard, containment, jaccard FROM story_edge WHERE \"to\" = ?1";

} // namespace

bool has_stories(const store::Database& database) {
    return store::part_version(database, "story_rulings") > 0; // the last that create_tables() makes
}

std::int64_t count_stories(const store::Database& database, std::string_view source_id) {
    if (!has_stories(database)) return 0;
    store::Statement row = database.prepare(
        "SELECT count(DISTINCT m.story) FROM article a JOIN story_member m ON m.article = a.id "
        "WHERE a.source_id = ?1");
    row.bind_all(source_id);
    return row.step() ? row.integer(0) : 0;
}

Kind reversed(Kind kind) noexcept {
    if (kind == Kind::abridged_of) return Kind::expanded_of;
    if (kind == Kind::expanded_of) return Kind::abridged_of;
    return kind;
}

std::vector<StorySummary> list_stories(const store::Database& database, const StoryFilter& filter) {
    std::string sql(columns);
    if (filter.since) sql.append(" AND s.last >= ?1");
    if (!filter.source_id.empty())
        sql.append(" AND EXISTS (SELECT 1 FROM story_member m JOIN article a ON a.id = m.article "
                   "WHERE m.story = s.id AND a.source_id = ?2)");
    if (filter.min_copies > 0) sql.append(" AND articles + dropped - 1 >= ?3");
    if (filter.before) sql.append(" AND s.id < ?4");
    sql.append(" ORDER BY s.id DESC LIMIT ?5");
    store::Statement row = database.prepare(sql);
    if (filter.since) row.bind(1, static_cast<std::int64_t>(filter.since->time_since_epoch().count()));
    if (!filter.source_id.empty()) row.bind(2, filter.source_id);
    if (filter.min_copies > 0) row.bind(3, filter.min_copies);
    if (filter.before) row.bind(4, *filter.before);
    row.bind(5, std::max<std::int64_t>(filter.limit, 0));
    return read(database, row);
}

std::optional<StorySummary> find_story(const store::Database& database, std::int64_t id) {
    store::Statement row = database.prepare(std::string(columns).append(" AND s.id = ?1"));
    row.bind_all(id);
    std::vector<StorySummary> found = read(database, row);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<StoryMember> story_members(const store::Database& database, std::int64_t story) {
    store::Statement row =
        database.prepare("SELECT article, time, reliable FROM story_member WHERE story = ?1 "
                         "ORDER BY time, article LIMIT ?2");
    row.bind_all(story, max_listed_members);
    std::vector<StoryMember> members;
    std::unordered_map<std::int64_t, std::size_t> place;
    while (row.step()) {
        place.emplace(row.integer(0), members.size());
        members.push_back({row.integer(0), time_of(row.integer(1)), row.integer(2) != 0, std::nullopt});
    }
    store::Statement edge = database.prepare(edges_of);
    for (std::size_t i = 0; i < members.size(); ++i) {
        edge.bind_all(members[i].article);
        while (edge.step()) {
            const Evidence evidence = evidence_at(edge, members[i].article);
            const auto other = place.find(evidence.other);
            if (other == place.end() || other->second >= i) continue; // of another story, or published later
            auto& best = members[i].copy_of;
            if (!best || evidence.containment > best->containment) best = evidence;
        }
        edge.reset();
    }
    return members;
}

std::vector<Neighbour> story_neighbours(const store::Database& database, std::int64_t story) {
    std::vector<Neighbour> neighbours;
    store::Statement edge = database.prepare(edges_of);
    store::Statement where = database.prepare("SELECT story FROM story_member WHERE article = ?1");
    for (const StoryMember& member : story_members(database, story)) {
        edge.bind_all(member.article);
        while (edge.step()) {
            Neighbour neighbour{member.article, evidence_at(edge, member.article), 0};
            where.bind_all(neighbour.evidence.other);
            if (where.step()) neighbour.story = where.integer(0);
            where.reset();
            if (neighbour.story != 0 && neighbour.story != story) neighbours.push_back(neighbour);
        }
        edge.reset();
    }
    return neighbours;
}

} // namespace khabar::story
