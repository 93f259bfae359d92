#include "daemon/cli/archive/search_command.hpp"

#include "daemon/cli/archive/stored_article_json.hpp"
#include "daemon/cli/archive/story_lookup.hpp"
#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "daemon/store/search.hpp"
#include "daemon/story/story_view.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>

namespace khabar::cli {

namespace {

namespace json = boost::json;

// The shell took the quotes off: an argument with spaces in it is words again, as everywhere; «…» or '"…"'
// makes a phrase.
std::string query_of(const std::vector<std::string>& words) {
    std::string query;
    for (const std::string& word : words)
        query.append(query.empty() ? "" : " ").append(word);
    return query;
}

// [[begin, end], …] in code points of the snippet.
json::array marks_json(const store::Snippet& snippet) {
    json::array marks;
    const std::string_view text = snippet.text;
    for (const store::TextSpan span : snippet.marks) {
        const std::size_t begin = text::length(text.substr(0, span.begin));
        marks.push_back(
            json::array{begin, begin + text::length(text.substr(span.begin, span.end - span.begin))});
    }
    return marks;
}

void print_line(const store::SearchHit& hit, StoryLookup& stories) {
    auto object = to_json(hit.article);
    add_story(object, stories.find(hit.article.id));
    object["score"] = hit.score;
    object["snippet"] = hit.snippet.text;
    object["marks"] = marks_json(hit.snippet);
    print_json_line(object);
}

// clean_field trims, which must not glue pieces together.
std::string clean_piece(std::string_view piece) {
    if (piece.empty()) return {};
    std::string clean = text::clean_field(piece);
    if (clean.empty()) return " ";
    if (piece.front() == ' ') clean.insert(clean.begin(), ' ');
    if (piece.back() == ' ') clean.push_back(' ');
    return clean;
}

std::string marked(const store::Snippet& snippet, bool bold) {
    const std::string_view text = snippet.text;
    std::string out;
    std::size_t at = 0;
    for (const store::TextSpan span : snippet.marks) {
        out.append(clean_piece(text.substr(at, span.begin - at)));
        const std::string word = clean_piece(text.substr(span.begin, span.end - span.begin));
        out.append(bold ? "\x1b[1m" : "").append(word).append(bold ? "\x1b[0m" : "");
        at = span.end;
    }
    return out.append(clean_piece(text.substr(at)));
}

void print_hit(const store::SearchHit& hit, StoryLookup& stories, bool bold) {
    const auto& article = hit.article;
    const auto place = stories.find(article.id);
    std::string story = place ? "  story " + story_cell(place) : std::string();
    if (place && place->duplicate_of) story.append(", copy of ").append(copy_cell(place));
    fmt::print("{}  {}\n    {}{}{}{}  {}\n    {}\n", article.id, text::clean_field(article.title),
               text::clean_field(article.published), article.published.empty() ? "" : "  ",
               text::clean_field(article.source_id), story, text::clean_field(article.url),
               marked(hit.snippet, bold));
}

} // namespace

int run_search(const SearchOptions& options) {
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    store::SearchOptions wanted;
    wanted.limit = options.limit;
    wanted.one_per_story = options.one_per_story && story::has_stories(archive->database);
    const auto hits = store::search_articles(archive->database, query_of(options.words), wanted);
    StoryLookup stories(archive->database);
    const bool bold = output_takes_bold();
    for (const store::SearchHit& hit : hits)
        options.json ? print_line(hit, stories) : print_hit(hit, stories, bold);
    return hits.empty() ? exit_failed : exit_ok; // like grep: a script sees that nothing was found
}

} // namespace khabar::cli
