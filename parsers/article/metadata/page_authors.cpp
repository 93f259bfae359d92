#include "parsers/article/metadata/page_authors.hpp"

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_vocabulary.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/article/lines/person_names.hpp"
#include "parsers/article/metadata/marked_names.hpp"
#include "parsers/article/metadata/unmarked_name.hpp"
#include "parsers/article/page/trace.hpp"
#include "parsers/text/fold.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace khabar::article {
namespace {

using html::NodeId;
using html::Tag;

constexpr NodeId nodes_above = 200;
constexpr NodeId nodes_below = 600;
constexpr std::size_t pieces_above = 12;
constexpr std::size_t pieces_below = 40;
constexpr std::size_t last_pieces = 60; // bylines at the foot of the article
constexpr NodeId max_line_nodes = 80;   // of one line, looked at for links
constexpr std::size_t max_beside = 4;   // names
constexpr NodeId nodes_beside = 250;
constexpr NodeId levels_to_link = 4;
constexpr std::size_t max_signature_bytes = 80;
constexpr std::size_t max_authors = 16;

constexpr std::array<std::string_view, 15> author_metas{
    "citation_author", // scholarly pages name all of them there
    "citation_authors",
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "cxenseparse:author",
    "og:article:author",
    "byline",
    "authors"};

std::string letters(std::string_view text) {
    std::string out;
    for (const auto& word : line_words(text, 40))
        out += word.folded;
    return out;
}

bool holds_any(std::string_view name, std::span<const std::string_view> list) {
    return std::ranges::any_of(line_words(name, 12), [&](const LineWord& word) {
        return std::ranges::find(list, word.folded) != list.end();
    });
}

// "The Example Team", "Example Staff".
bool names_team(std::string_view name) {
    constexpr std::array<std::string_view, 9> teams{"team",      "staff", "editors",   "desk",     "newsroom",
                                                    "redaktion", "board", "redaccion", "redazione"};
    return line_words(name, 2).size() > 1 && holds_any(name, teams);
}

class Hearing {
  public:
    explicit Hearing(const AuthorWitnesses& witnesses)
        : w_(witnesses),
          site_(letters(witnesses.site)),
          host_(letters(witnesses.host)) {}

    PageAuthors run() {
        json_ld();
        if (result_.names.empty() && !w_.head_is_foreign) metas();
        // "The Example Team": an answer, where the site's bare name is none.
        if (result_.names.empty() && !team_.empty()) result_.names.push_back(std::move(team_));
        if (result_.names.empty()) marked(true);
        lines();
        if (result_.names.empty()) result_.names = std::move(line_names_);
        if (result_.names.empty()) {
            origin_ = "a name under the headline";
            for (auto& name : unmarked_)
                take(std::move(name));
        }
        if (result_.names.empty()) marked(false);
        if (result_.names.empty() && !site_signs_) beside();
        if (result_.names.empty()) result_.names = std::move(organizations_);
        if (result_.names.empty() && !site_author_.empty()) result_.names.push_back(std::move(site_author_));
        return std::move(result_);
    }

  private:
    void note(std::string_view name) const {
        if (w_.trace != nullptr) w_.trace->hear(Field::author, origin_, name);
    }

    [[nodiscard]] bool is_site(const std::string& key) const {
        if (key == host_ || (w_.linked != nullptr && key == letters(w_.linked->publisher))) return true;
        if (site_.empty()) return false;
        return key == site_ || (key.size() > 5 && (site_.find(key) != std::string::npos ||
                                                   key.find(site_) != std::string::npos));
    }

    // A name counts as a person unless it is the site's own or says it is an organization.
    void take(std::string name, bool organization = false) {
        if (name.empty() || result_.names.size() >= max_authors) return;
        note(name);
        const auto key = letters(name);
        if (is_site(key)) {
            site_signs_ = site_signs_ || !organization;
            if (team_.empty() && names_team(name)) team_ = name;
            if (site_author_.empty()) site_author_ = std::move(name);
            return;
        }
        auto& list = organization ? organizations_ : result_.names;
        const auto same = [&](const std::string& other) { return letters(other) == key; };
        if (std::ranges::none_of(list, same)) list.push_back(std::move(name));
    }

    void json_ld() {
        if (w_.linked == nullptr) return;
        origin_ = "JSON-LD";
        for (const auto& name : w_.linked->authors)
            for (auto& one : split_authors(name, NameIn::field))
                take(std::move(one));
        for (const auto& name : w_.linked->organizations) {
            // Plugins mark every author as an organization; a person's name is still one.
            auto names = split_authors(name, NameIn::field);
            const bool persons = std::ranges::all_of(
                names, [](const std::string& one) { return looks_like_person(one) && !names_house(one); });
            if (!persons) names = {clean_author(name, NameIn::field)}; // "Example & Sons" is one
            for (auto& one : names)
                take(std::move(one), !persons);
        }
    }

    void metas() {
        for (const auto key : author_metas) {
            origin_ = key;
            for (const auto value : w_.facts.metas(key)) {
                // "The Daily Example (www.example.org)" is nobody but the site.
                const bool own = w_.host.size() > 4 && value.find(w_.host) != std::string_view::npos;
                for (auto& one : split_authors(value, NameIn::field))
                    if (own && site_author_.empty())
                        site_author_ = std::move(one), site_signs_ = true;
                    else if (!own)
                        take(std::move(one));
            }
            if (!result_.names.empty()) return;
        }
    }

    bool near_headline(NodeId id) const {
        return w_.headline != html::no_node && id + nodes_above > w_.headline &&
               id < w_.headline + nodes_below;
    }

    void marked(bool near) {
        origin_ = near ? "marked as author near the headline" : "marked as author";
        // The first mark in the header speaks; its neighbours within a few nodes name co-authors.
        std::optional<NodeId> first;
        for (const NodeId id : w_.facts.author_marks) {
            if (near_headline(id) != near) continue;
            if (first && id > *first + 60) break;
            for (auto& name : names_in(w_.facts, id)) {
                if (!first) first = id;
                take(std::move(name));
            }
        }
        if (result_.names.empty()) return;
        // "Jane Doe" beside "Jane": the shorter is the same person.
        std::vector<std::string> keys;
        for (const auto& name : result_.names)
            keys.push_back(letters(name));
        for (std::size_t i = result_.names.size(); i-- > 0;)
            for (std::size_t j = 0; j < keys.size(); ++j)
                if (i != j && keys[j].size() > keys[i].size() && keys[j].find(keys[i]) != std::string::npos) {
                    result_.names.erase(result_.names.begin() + static_cast<std::ptrdiff_t>(i));
                    keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(i));
                    break;
                }
    }

    // The column beside the text may name the authors; where it names many, they are other articles'.
    void beside() {
        if (w_.headline == html::no_node) return;
        origin_ = "marked as author beside the text";
        std::vector<std::string> names;
        for (const NodeId id : w_.facts.aside_author_marks) {
            if (id < w_.headline || id > w_.headline + nodes_beside) continue;
            for (auto& name : names_in(w_.facts, id))
                if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
        }
        if (names.size() > max_beside) return;
        for (auto& name : names)
            if (looks_like_person(name)) take(std::move(name));
    }

    // Names that the piece's own links to departments show are none.
    void drop_topics(const ShownPiece& piece, std::vector<std::string>& names) const {
        const auto& page = w_.facts.page();
        NodeId box = piece.id;
        while (!html::is_block(page.node(box).tag) && page.node(box).parent != html::no_node)
            box = page.node(box).parent;
        const NodeId end = std::min(page.node(box).end, box + max_line_nodes);
        for (NodeId at = box; at < end && !names.empty(); ++at) {
            if (page.node(at).tag != Tag::a || !leads_to_topic(page, at)) continue;
            const auto topic = letters(w_.facts.shown(at));
            std::erase_if(names, [&](const std::string& name) { return letters(name) == topic; });
        }
    }

    void hear_line(const ShownPiece& piece, bool head) {
        LineContext context;
        context.head = head;
        auto line = classify_line(piece.text, context);
        drop_topics(piece, line.names);
        drop_accounts(line.names);
        if (w_.trace != nullptr) trace_line(line);
        if (line.kind == LineKind::byline && line_names_.empty()) line_names_ = std::move(line.names);
        if (result_.credit.empty() && (line.kind == LineKind::credit || line.kind == LineKind::byline))
            result_.credit = std::move(line.credit);
    }

    // "Written by", and the name in the next element.
    void hear_label(const ShownPiece& label, const ShownPiece& next) {
        if (!line_names_.empty() || next.text.size() > max_signature_bytes) return;
        const auto words = line_words(label.text, max_phrase_words);
        const auto phrase = opening(words);
        if (phrase.kind != LineKind::byline || phrase.words == 0 || phrase.words != words.size()) return;
        if (is_boilerplate(classify_line(next.text).kind)) return;
        const auto dash = std::min(next.text.find(" - "), next.text.size()); // "Jane - Product marketer"
        for (auto& name : split_authors(std::string_view(next.text).substr(0, dash)))
            if (looks_like_person(name) || (phrase.words > 1 && line_words(name, 2).size() == 1)) {
                if (w_.trace != nullptr) w_.trace->hear(Field::author, "byline", name);
                line_names_.push_back(std::move(name));
            }
    }

    void trace_line(const LineClass& line) const {
        if (line.kind != LineKind::credit && line.kind != LineKind::byline) return;
        for (const auto& name : line.names)
            w_.trace->hear(Field::author, "byline", name);
        w_.trace->hear(Field::credit, name(line.kind), line.credit);
    }

    void lines() {
        if (w_.headline == html::no_node) return;
        const auto& page = w_.facts.page();
        const NodeId begin = w_.headline > nodes_above ? w_.headline - nodes_above : 0;
        auto above = w_.facts.pieces(begin, w_.headline, 400);
        if (above.size() > pieces_above) above.erase(above.begin(), above.end() - pieces_above);
        const auto below = w_.facts.pieces(page.node(w_.headline).end,
                                           page.node(w_.headline).end + nodes_below, pieces_below);
        bool prose = false;
        for (std::size_t i = 0; i < below.size(); ++i) {
            hear_line(below[i], !prose);
            if (i + 1 < below.size()) hear_label(below[i], below[i + 1]);
            prose = prose || below[i].text.size() > 250;
        }
        for (const auto& piece : above)
            hear_line(piece, false);
        unmarked_ = find_unmarked_names(w_.facts, below);
        // «المصدر: …», «كتب: فلان» below the text.
        for (const auto& piece : w_.facts.pieces(page.node(w_.headline).end + nodes_below,
                                                 static_cast<NodeId>(page.nodes().size()), last_pieces))
            if (!is_in_link(piece.id)) hear_line(piece, false); // a card is one link
    }

    [[nodiscard]] bool is_in_link(NodeId at) const {
        const auto& page = w_.facts.page();
        for (NodeId level = 0; level < levels_to_link && at != html::no_node;
             ++level, at = page.node(at).parent)
            if (page.node(at).tag == Tag::a) return true;
        return false;
    }

    const AuthorWitnesses& w_;
    std::string site_, host_; // letters alone
    PageAuthors result_;
    std::vector<std::string> organizations_, line_names_;
    std::vector<std::string> unmarked_;
    std::string site_author_, team_;
    bool site_signs_ = false; // its name stands where a person's would, not where a house's does
    std::string_view origin_; // of what is being heard
};

} // namespace

PageAuthors choose_authors(const AuthorWitnesses& witnesses) {
    return Hearing(witnesses).run();
}

} // namespace khabar::article
