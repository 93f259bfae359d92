#include "parsers/article/metadata/marked_names.hpp"

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/article/lines/person_names.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

using html::NodeId;
using html::Tag;

constexpr std::size_t max_mark_bytes = 160; // a biography is longer
constexpr std::size_t max_box_bytes = 290;
constexpr NodeId max_box_nodes = 1000; // marks may stand in marks: each walks its own nodes
constexpr std::size_t max_names = 16;
constexpr std::size_t max_name_boxes = 64; // of one mark: they may name nobody, and each is read
constexpr std::size_t max_pieces = 6;

class Marked {
  public:
    Marked(const PageFacts& facts, NodeId id) : facts_(facts), page_(facts.page()), id_(id) {}

    std::vector<std::string> read() {
        if (page_.node(id_).end - id_ > max_box_nodes ||
            facts_.shown(id_, max_box_bytes + 1).size() > max_box_bytes)
            return {}; // not a byline but a box of cards
        from_elements();
        if (names_.empty()) from_pieces();
        return std::move(names_);
    }

  private:
    void add(std::string name) {
        if (names_.size() < max_names && std::ranges::find(names_, name) == names_.end())
            names_.push_back(std::move(name));
    }

    void from_elements() {
        std::size_t boxes = 0;
        for (NodeId at = id_; at < page_.node(id_).end && boxes < max_name_boxes; ++at) {
            if (!names_someone(at)) continue;
            ++boxes;
            auto text = facts_.shown(at, max_mark_bytes + 1);
            if (text.empty()) text = std::string(page_.attribute(at, "content"));
            if (text.size() > max_mark_bytes || is_boilerplate(classify_line(text).kind)) continue;
            // <span itemprop=author><span itemprop=name>Ask the Gardeners</span></span>: a desk may sign.
            const bool stated =
                page_.attribute(at, "itemprop") == "name" && page_.attribute(id_, "itemprop") == "author";
            for (auto& name : split_authors(text))
                if (stated || looks_like_person(name) || is_account(at, name)) add(std::move(name));
            at = page_.node(at).end - 1;
        }
        drop_accounts(names_);
    }

    // One word is a name where it has a capital, or where the link says it is an author's.
    [[nodiscard]] bool is_account(NodeId at, std::string_view name) const {
        if (line_words(name, 2).size() != 1) return false;
        const bool small = name.front() >= 'a' && name.front() <= 'z';
        return !small || page_.attribute(at, "rel").find("author") != std::string_view::npos ||
               page_.attribute(at, "href").find("author") != std::string_view::npos ||
               page_.attribute(at, "itemprop") == "name";
    }

    void from_pieces() {
        auto pieces = facts_.pieces(id_, page_.node(id_).end, max_pieces);
        if (pieces.empty()) pieces.push_back({id_, std::string(page_.attribute(id_, "content"))});
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
    }

    [[nodiscard]] bool is_name_box(NodeId at) const {
        return !page_.node(at).is_text() &&
               (page_.attribute(at, "itemprop") == "name" ||
                page_.attribute(at, "class").find("name") != std::string_view::npos);
    }

    [[nodiscard]] bool names_someone(NodeId at) const {
        const auto& node = page_.node(at);
        if (node.is_text()) return false;
        if (is_name_box(at)) return true;
        if (node.tag != Tag::a || leads_to_topic(page_, at)) return false;
        // A card of a person: the name has its own box in it.
        for (NodeId inner = at + 1; inner < node.end; ++inner)
            if (is_name_box(inner)) return false;
        const auto href = page_.attribute(at, "href");
        return !href.starts_with('#') && href.find("share") == std::string_view::npos &&
               href.find("mailto:?") == std::string_view::npos;
    }

    const PageFacts& facts_;
    const html::Document& page_;
    NodeId id_;
    std::vector<std::string> names_;
};

} // namespace

std::vector<std::string> names_in(const PageFacts& facts, NodeId id) {
    return Marked(facts, id).read();
}

bool leads_to_topic(const html::Document& page, NodeId link) {
    constexpr std::array<std::string_view, 8> places{"/category/", "/categories/", "/tag/",    "/tags/",
                                                     "/topic/",    "/section/",    "/topics/", "/label/"};
    const auto rel = page.attribute(link, "rel");
    if (rel.find("tag") != std::string_view::npos || rel.find("category") != std::string_view::npos)
        return true;
    const auto href = page.attribute(link, "href");
    return std::ranges::any_of(
        places, [&](std::string_view place) { return href.find(place) != std::string_view::npos; });
}

} // namespace khabar::article
