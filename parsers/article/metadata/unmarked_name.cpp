#include "parsers/article/metadata/unmarked_name.hpp"

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/article/lines/person_names.hpp"
#include "parsers/article/metadata/marked_names.hpp"
#include "parsers/article/metadata/title_parts.hpp"
#include "parsers/text/capitals.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

using html::NodeId;
using html::Tag;

constexpr std::size_t max_pieces = 10;       // of an article's header
constexpr std::size_t min_prose_bytes = 140; // the text has begun
constexpr std::size_t max_name_bytes = 40;
constexpr std::size_t max_name_words = 4;
constexpr std::size_t max_line_bytes_of_names = 80;
constexpr NodeId portrait_nodes = 30; // how far before the name its picture may stand
constexpr NodeId levels_to_link = 4;

// Capitalised pairs that stand where a name could: departments and kickers.
constexpr std::array<std::string_view, 48> topic_words{
    "news",    "world",   "business", "climate", "health",   "life",     "style",   "estate",
    "guide",   "tips",    "blog",     "opinion", "politics", "sports",   "science", "tech",
    "home",    "review",  "reviews",  "travel",  "food",     "culture",  "arts",    "money",
    "market",  "markets", "energy",   "report",  "reports",  "analysis", "press",   "release",
    "media",   "story",   "stories",  "article", "series",   "video",    "photo",   "gallery",
    "podcast", "feature", "updates",  "update",  "east",     "africa",   "europe",  "america"};
constexpr std::array<std::string_view, 10> person_places{"/author",  "/people", "/team",    "/staff",
                                                         "/profile", "/expert", "/writers", "/person",
                                                         "/bio",     "/contrib"};
constexpr std::array<std::string_view, 12> role_words{"writer",  "editor",   "reporter",      "author",
                                                      "founder", "director", "correspondent", "journalist",
                                                      "manager", "head",     "contributor",   "columnist"};

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::ranges::find(list, word) != list.end();
}

bool has_capital_script(std::string_view text) {
    std::size_t at = 0;
    return text::names_have_capitals(text::next_code_point(text, at));
}

bool may_be_name(std::string_view text) {
    if (text.size() > max_name_bytes || !looks_like_person(text)) return false;
    const auto words = line_words(text, max_name_words + 1);
    return words.size() <= max_name_words &&
           std::ranges::none_of(words, [](const LineWord& w) { return one_of(w.folded, topic_words); });
}

// The persons that are all the line names, houses behind them aside; none where it says anything else.
std::vector<std::string> only_names(std::string_view text) {
    if (text.size() > max_line_bytes_of_names || !has_capital_script(text)) return {};
    if (is_boilerplate(classify_line(text).kind)) return {};
    auto names = split_authors(text);
    if (names.size() > 1) std::erase_if(names, [](const std::string& name) { return names_house(name); });
    return std::ranges::all_of(names, may_be_name) ? names : std::vector<std::string>();
}

class Search {
  public:
    Search(const PageFacts& facts, std::span<const ShownPiece> pieces)
        : facts_(facts),
          page_(facts.page()),
          pieces_(pieces),
          nouns_are_capital_(page_.attribute(page_.root(), "lang").starts_with("de")) {}

    [[nodiscard]] std::vector<std::string> find() const {
        for (std::size_t i = 0; i < pieces_.size() && i < max_pieces; ++i) {
            const auto& piece = pieces_[i];
            if (piece.text.size() >= min_prose_bytes) break;
            auto names = only_names(piece.text);
            if (names.empty() || is_heading(piece) || leads_elsewhere(piece, names.front()) ||
                is_linked_elsewhere(piece.text))
                continue;
            if ((is_beside_date(i) && !nouns_are_capital_) || leads_to_person(piece) ||
                has_portrait(piece, names.front()) || is_before_role(i) || is_last_before_text(i))
                return names;
        }
        return {};
    }

  private:
    // The link around the piece, or its first inside.
    [[nodiscard]] NodeId link_of(const ShownPiece& piece) const {
        NodeId at = piece.id;
        for (NodeId level = 0; level < levels_to_link && at != html::no_node;
             ++level, at = page_.node(at).parent)
            if (page_.node(at).tag == Tag::a) return at;
        for (at = piece.id; at < page_.node(piece.id).end; ++at)
            if (page_.node(at).tag == Tag::a) return at;
        return html::no_node;
    }

    // A heading, or words of the page's title.
    [[nodiscard]] bool is_heading(const ShownPiece& piece) const {
        const auto tag = page_.node(piece.id).tag;
        const auto key = title_key(piece.text);
        return tag == Tag::h1 || tag == Tag::h2 || tag == Tag::h3 ||
               title_key(facts_.title).find(key) != std::string::npos ||
               title_key(facts_.meta("og:title")).find(key) != std::string::npos;
    }

    [[nodiscard]] bool leads_to_person(const ShownPiece& piece) const {
        const NodeId link = link_of(piece);
        return link != html::no_node && std::ranges::any_of(person_places, [&](std::string_view place) {
                   return page_.attribute(link, "href").find(place) != std::string_view::npos;
               });
    }

    // A link neither to people nor to an address that spells the name.
    [[nodiscard]] bool leads_elsewhere(const ShownPiece& piece, std::string_view name) const {
        const NodeId link = link_of(piece);
        if (link == html::no_node || leads_to_person(piece)) return false;
        const auto letters = title_letters(text::prefix(page_.attribute(link, "href"), max_piece_bytes));
        return leads_to_topic(page_, link) || letters.find(title_letters(name)) == std::string::npos;
    }

    // A menu or rail that links the same words: a department.
    [[nodiscard]] bool is_linked_elsewhere(std::string_view text) const {
        const auto key = title_letters(text);
        for (NodeId id = 0; id < page_.nodes().size(); ++id)
            if (page_.node(id).tag == Tag::a && facts_.is_aside(id) &&
                title_letters(facts_.shown(id, max_name_bytes + 1)) == key)
                return true;
        return false;
    }

    [[nodiscard]] bool is_date(std::size_t i) const {
        const auto kind = classify_line(pieces_[i].text).kind;
        return kind == LineKind::date || kind == LineKind::reading_time;
    }

    [[nodiscard]] bool is_beside_date(std::size_t i) const {
        return (i > 0 && is_date(i - 1)) || (i + 1 < pieces_.size() && is_date(i + 1));
    }

    [[nodiscard]] bool has_portrait(const ShownPiece& piece, std::string_view name) const {
        const auto key = title_letters(name);
        const NodeId begin = piece.id > portrait_nodes ? piece.id - portrait_nodes : 0;
        for (NodeId id = begin; id < piece.id; ++id)
            if (page_.node(id).tag == Tag::img &&
                title_letters(text::prefix(page_.attribute(id, "alt"), max_piece_bytes)).find(key) !=
                    std::string::npos)
                return true;
        return false;
    }

    [[nodiscard]] bool is_before_role(std::size_t i) const {
        if (i + 1 >= pieces_.size() || pieces_[i + 1].text.size() > 2 * max_name_bytes) return false;
        return std::ranges::any_of(line_words(pieces_[i + 1].text, 8),
                                   [](const LineWord& w) { return one_of(w.folded, role_words); });
    }

    // The text follows at once, and the name is all that stands in bold or italics of its line.
    [[nodiscard]] bool is_last_before_text(std::size_t i) const {
        if (i + 1 >= pieces_.size() || pieces_[i + 1].text.size() < min_prose_bytes) return false;
        const auto tag = page_.node(pieces_[i].id).tag;
        return tag == Tag::strong || tag == Tag::b || tag == Tag::em || tag == Tag::i;
    }

    const PageFacts& facts_;
    const html::Document& page_;
    std::span<const ShownPiece> pieces_;
    bool nouns_are_capital_; // German: a date beside it says too little
};

} // namespace

std::vector<std::string> find_unmarked_names(const PageFacts& facts, std::span<const ShownPiece> pieces) {
    return Search(facts, pieces).find();
}

} // namespace khabar::article
