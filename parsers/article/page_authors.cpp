#include "parsers/article/page_authors.hpp"

#include "parsers/article/line_class.hpp"
#include "parsers/article/line_words.hpp"
#include "parsers/article/person_names.hpp"
#include "parsers/article/trace.hpp"
#include "parsers/text/fold.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace khabar::article {
namespace {

using html::NodeId;
using html::Tag;

constexpr NodeId nodes_above = 200;
constexpr NodeId nodes_below = 600;
constexpr std::size_t pieces_above = 12;
constexpr std::size_t pieces_below = 40;
constexpr std::size_t last_pieces = 60;     // bylines at the foot of the article
constexpr std::size_t max_mark_bytes = 160; // a biography is longer
constexpr std::size_t max_box_bytes = 290;
constexpr std::size_t max_authors = 16;

constexpr std::array<std::string_view, 14> author_metas{"author",
                                                        "article:author",
                                                        "article:author_name",
                                                        "parsely-author",
                                                        "sailthru.author",
                                                        "dc.creator",
                                                        "dcterms.creator",
                                                        "dc.contributor",
                                                        "byl",
                                                        "citation_author",
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

class Hearing {
  public:
    explicit Hearing(const AuthorWitnesses& witnesses) : w_(witnesses), site_(letters(witnesses.site)) {}

    PageAuthors run() {
        json_ld();
        if (result_.names.empty() && !w_.head_is_foreign) metas();
        if (result_.names.empty()) marked(true);
        lines();
        if (result_.names.empty()) result_.names = std::move(line_names_);
        if (result_.names.empty()) marked(false);
        if (result_.names.empty()) result_.names = std::move(organizations_);
        if (result_.names.empty() && !site_author_.empty()) result_.names.push_back(std::move(site_author_));
        return std::move(result_);
    }

  private:
    void note(std::string_view name) const {
        if (w_.trace != nullptr) w_.trace->hear(Field::author, origin_, name);
    }

    // A name counts as a person unless it is the site's own or says it is an organization.
    void take(std::string name, bool organization = false) {
        if (name.empty() || result_.names.size() >= max_authors) return;
        note(name);
        const auto key = letters(name);
        if (!site_.empty() && (key == site_ || (key.size() > 5 && (site_.find(key) != std::string::npos ||
                                                                   key.find(site_) != std::string::npos)))) {
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
            for (auto& one : split_authors(name))
                take(std::move(one));
        for (const auto& name : w_.linked->organizations)
            for (auto& one : split_authors(name)) {
                // Plugins mark every author as an organization; a person's name is still one.
                const bool person = looks_like_person(one);
                take(std::move(one), !person);
            }
    }

    void metas() {
        for (const auto key : author_metas) {
            origin_ = key;
            for (const auto value : w_.facts.metas(key))
                for (auto& one : split_authors(value))
                    take(std::move(one));
            if (!result_.names.empty()) return;
        }
    }

    bool near_headline(NodeId id) const {
        return w_.headline != html::no_node && id + nodes_above > w_.headline &&
               id < w_.headline + nodes_below;
    }

    // What an element marked as author says: the links, itemprop=name or "…name" boxes inside it, else its
    // own short pieces.
    std::vector<std::string> names_in(NodeId id) const {
        const auto& page = w_.facts.page();
        std::vector<std::string> names;
        const auto add = [&](std::string name) {
            if (names.size() < max_authors && std::ranges::find(names, name) == names.end())
                names.push_back(std::move(name));
        };
        if (w_.facts.shown(id, max_box_bytes + 1).size() > max_box_bytes)
            return names; // not a byline but a box of cards
        for (NodeId at = id; at < page.node(id).end; ++at) {
            if (!names_someone(at)) continue;
            auto text = w_.facts.shown(at, max_mark_bytes + 1);
            if (text.empty()) text = std::string(page.attribute(at, "content"));
            if (text.size() > max_mark_bytes || is_boilerplate(classify_line(text).kind)) continue;
            for (auto& name : split_authors(text))
                if (looks_like_person(name) || line_words(name, 2).size() == 1) add(std::move(name));
            at = page.node(at).end - 1;
        }
        if (!names.empty()) return names;
        auto pieces = w_.facts.pieces(id, page.node(id).end, 6);
        if (pieces.empty()) pieces.push_back({id, std::string(page.attribute(id, "content"))});
        LineContext context;
        context.head = true;
        for (const auto& piece : pieces) {
            if (piece.text.size() > max_mark_bytes) continue;
            auto line = classify_line(piece.text, context);
            for (auto& name : line.names)
                add(std::move(name));
            if (line.kind != LineKind::prose) continue;
            for (auto& name : split_authors(piece.text))
                if (looks_like_person(name)) add(std::move(name));
        }
        return names;
    }

    bool names_someone(NodeId at) const {
        const auto& page = w_.facts.page();
        const auto& node = page.node(at);
        if (node.is_text()) return false;
        if (page.attribute(at, "itemprop") == "name") return true;
        if (page.attribute(at, "class").find("name") != std::string_view::npos) return true;
        if (node.tag != Tag::a) return false;
        const auto href = page.attribute(at, "href");
        return !href.starts_with('#') && href.find("share") == std::string_view::npos &&
               href.find("mailto:?") == std::string_view::npos;
    }

    void marked(bool near) {
        origin_ = near ? "marked as author near the headline" : "marked as author";
        // The first mark in the header speaks; its neighbours within a few nodes name co-authors.
        std::optional<NodeId> first;
        for (const NodeId id : w_.facts.author_marks) {
            if (near_headline(id) != near) continue;
            if (first && id > *first + 60) break;
            for (auto& name : names_in(id)) {
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

    void hear_line(const std::string& text, bool head) {
        LineContext context;
        context.head = head;
        auto line = classify_line(text, context);
        if (w_.trace != nullptr) trace_line(line);
        if (line.kind == LineKind::byline && line_names_.empty()) line_names_ = std::move(line.names);
        if (result_.credit.empty() && (line.kind == LineKind::credit || line.kind == LineKind::byline))
            result_.credit = std::move(line.credit);
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
        for (const auto& piece : below) {
            hear_line(piece.text, !prose);
            prose = prose || piece.text.size() > 250;
        }
        for (const auto& piece : above)
            hear_line(piece.text, false);
        // «المصدر: …», «كتب: فلان» below the text.
        for (const auto& piece : w_.facts.pieces(page.node(w_.headline).end + nodes_below,
                                                 static_cast<NodeId>(page.nodes().size()), last_pieces))
            hear_line(piece.text, false);
    }

    const AuthorWitnesses& w_;
    std::string site_;
    PageAuthors result_;
    std::vector<std::string> organizations_, line_names_;
    std::string site_author_;
    std::string_view origin_; // of what is being heard
};

} // namespace

PageAuthors choose_authors(const AuthorWitnesses& witnesses) {
    return Hearing(witnesses).run();
}

} // namespace khabar::article
