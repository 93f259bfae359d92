#include "daemon/cli/archive/story_command.hpp"

#include "daemon/cli/archive/story_output.hpp"
#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/dropped_copies.hpp"
#include "parsers/text/fold.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace khabar::cli {

namespace {

namespace json = boost::json;

struct Listed {
    story::StoryMember member;
    std::optional<store::ArticleSummary> article;
};

struct WholeStory {
    story::StorySummary summary;
    std::vector<Listed> members;
    std::vector<story::Neighbour> neighbours;
    std::vector<store::DroppedCopy> dropped;
    std::unordered_set<std::int64_t> by_hand; // articles that a ruling moved
};

WholeStory load(store::Database& database, story::StorySummary summary) {
    WholeStory whole;
    for (const story::StoryMember& member : story::story_members(database, summary.id)) {
        whole.members.push_back({member, store::find_summary(database, member.article)});
        if (summary.dropped == 0) continue;
        auto copies = store::dropped_copies(database, member.article);
        std::move(copies.begin(), copies.end(), std::back_inserter(whole.dropped));
    }
    story::Rulings rulings(database);
    for (const story::Ruling& ruling : rulings.all())
        whole.by_hand.insert(ruling.articles.begin(), ruling.articles.end());
    whole.neighbours = story::story_neighbours(database, summary.id);
    whole.summary = std::move(summary);
    return whole;
}

json::object to_json(const story::Evidence& evidence) {
    json::object object{{"article", evidence.other},
                        {"kind", story::name(evidence.kind)},
                        {"containment", evidence.containment},
                        {"similarity", evidence.jaccard},
                        {"guard", nullptr}};
    if (evidence.guard != fingerprint::Guard::none) object["guard"] = fingerprint::name(evidence.guard);
    return object;
}

json::object to_json(const Listed& listed) {
    json::object object{{"article", listed.member.article},
                        {"time", moment_json(listed.member.time)},
                        {"time_is", listed.member.reliable ? "published" : "fetched"},
                        {"source", nullptr},
                        {"url", nullptr},
                        {"title", nullptr},
                        {"copy_of", nullptr}};
    if (listed.article) {
        object["source"] = listed.article->source_id;
        object["url"] = listed.article->url;
        object["title"] = listed.article->title;
    }
    if (listed.member.copy_of) object["copy_of"] = to_json(*listed.member.copy_of);
    return object;
}

void print_json(const store::Database& database, const WholeStory& whole) {
    json::object object = cli::to_json(database, whole.summary);
    json::array members, neighbours, dropped;
    for (const Listed& listed : whole.members)
        members.push_back(to_json(listed));
    for (const story::Neighbour& neighbour : whole.neighbours) {
        json::object beside = to_json(neighbour.evidence);
        beside["of"] = neighbour.member;
        beside["story"] = neighbour.story;
        neighbours.push_back(std::move(beside));
    }
    for (const store::DroppedCopy& copy : whole.dropped)
        dropped.push_back({{"url", copy.url},
                           {"source", copy.source_id},
                           {"title", copy.title},
                           {"published_at", moment_json(copy.published_at)},
                           {"fetched_at", moment_json(copy.at)}});
    object["members"] = std::move(members);
    object["neighbours"] = std::move(neighbours);
    object["dropped_copies"] = std::move(dropped);
    print_json_line(object);
}

std::string evidence_line(const story::Evidence& evidence) {
    std::string line = fmt::format("{} {} (containment {:.2f}, similarity {:.2f}", story::name(evidence.kind),
                                   evidence.other, evidence.containment, evidence.jaccard);
    if (evidence.guard != fingerprint::Guard::none)
        line.append(fmt::format(", guard {}", fingerprint::name(evidence.guard)));
    return line + ")";
}

std::string standing(const WholeStory& whole, std::size_t i) {
    const story::StoryMember& member = whole.members[i].member;
    if (member.copy_of) return fmt::format("{} {}", story::name(member.copy_of->kind), member.copy_of->other);
    if (i == 0) return "first";
    return whole.by_hand.contains(member.article) ? "by hand" : "its link is gone";
}

std::string share(const std::optional<story::Evidence>& copy, double story::Evidence::*of) {
    return copy ? fmt::format("{:.2f}", *copy.*of) : std::string();
}

std::string guard_cell(const std::optional<story::Evidence>& copy) {
    const bool any = copy && copy->guard != fingerprint::Guard::none;
    return any ? std::string(fingerprint::name(copy->guard)) : std::string();
}

void print_members(const WholeStory& whole) {
    using Align = Table::Align;
    const auto guarded = [](const Listed& listed) { return !guard_cell(listed.member.copy_of).empty(); };
    const bool guards = std::ranges::any_of(whole.members, guarded);
    std::vector<Table::Column> columns{
        {"PUBLISHED"}, {"ARTICLE", Align::right}, {"SOURCE"}, {"HOW"}, {"CONTAINED"}, {"SIMILAR"}};
    if (guards) columns.push_back({"GUARD"});
    columns.push_back({"TITLE"});
    Table table(std::move(columns));
    for (std::size_t i = 0; i < whole.members.size(); ++i) {
        const Listed& listed = whole.members[i];
        const auto& copy = listed.member.copy_of;
        std::vector<std::string> cells{
            to_the_minute(listed.member.time) + (listed.member.reliable ? "" : " (fetched)"),
            std::to_string(listed.member.article),
            listed.article ? text::clean_field(listed.article->source_id) : std::string(),
            standing(whole, i),
            share(copy, &story::Evidence::containment),
            share(copy, &story::Evidence::jaccard)};
        if (guards) cells.push_back(guard_cell(copy));
        cells.push_back(listed.article ? text::clean_field(listed.article->title) : std::string());
        table.add(std::move(cells));
    }
    fmt::print("{}", table.render(output_columns()));
}

void print_text(const WholeStory& whole) {
    const auto& front = whole.summary;
    fmt::print("story {}: {} {}, {} {}", front.id, front.articles,
               front.articles == 1 ? "article" : "articles", front.copies(),
               front.copies() == 1 ? "copy" : "copies");
    if (whole.members.size() > 1) fmt::print("; the fullest is article {}", front.representative);
    fmt::print("\n\n");
    print_members(whole);
    for (const store::DroppedCopy& copy : whole.dropped)
        fmt::print("not kept: {}  {}  {}\n", to_the_minute(copy.published_at.value_or(copy.at)),
                   text::clean_field(copy.source_id), text::clean_field(copy.url));
    for (const story::Neighbour& neighbour : whole.neighbours)
        fmt::print("kept apart: article {} {}, in story {}\n", neighbour.member,
                   evidence_line(neighbour.evidence), neighbour.story);
}

int no_story(std::int64_t id) {
    fmt::print(stderr, "khabar: no story {}; `khabar stories` lists them\n", id);
    return exit_failed;
}

} // namespace

int run_story(const StoryOptions& options) {
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    if (!story::has_stories(archive->database)) return no_story(options.id);
    auto summary = story::find_story(archive->database, options.id);
    if (!summary) return no_story(options.id);
    const WholeStory whole = load(archive->database, std::move(*summary));
    if (options.json)
        print_json(archive->database, whole);
    else
        print_text(whole);
    return exit_ok;
}

} // namespace khabar::cli
