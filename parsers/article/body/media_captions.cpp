#include "parsers/article/body/media_captions.hpp"

#include "parsers/article/lines/line_class.hpp"

#include <algorithm>
#include <vector>

namespace khabar::article {

using html::no_node;
using html::NodeId;
using html::Tag;

namespace {

constexpr std::uint32_t most_caption_chars = 450;
constexpr std::uint32_t most_caption_lines = 4;
// Without a credit or a class that says so it takes less.
constexpr std::uint32_t most_bare_chars = 250;
constexpr std::uint32_t most_bare_lines = 2;
constexpr std::size_t most_bare_boxes = 6;
constexpr std::uint32_t most_lines_to_prose = 4;
constexpr std::uint32_t least_unended_chars = 30; // of a <p> beside a picture that ends no sentence
constexpr std::uint32_t prose_chars = 80;
constexpr double most_bare_share = 0.2;

bool is_media(Tag tag) {
    return tag == Tag::img || tag == Tag::picture || tag == Tag::video || tag == Tag::figure ||
           tag == Tag::iframe;
}

bool is_box(Tag tag) {
    return tag == Tag::div || tag == Tag::figure || tag == Tag::section || tag == Tag::td ||
           tag == Tag::span || tag == Tag::unknown || tag == Tag::aside || tag == Tag::center ||
           tag == Tag::table;
}

// Elements that prose is written in; a caption of one's own making is mostly a bare <div> or <span>.
bool is_prose_element(Tag tag) {
    return tag == Tag::p || tag == Tag::li || tag == Tag::blockquote || tag == Tag::td || tag == Tag::pre;
}

class CaptionMarker {
  public:
    CaptionMarker(PassageList& list, NodeId headline) : list_(list), page_(list.page()), headline_(headline) {
        find_quotes();
        find_boxes();
    }

    void run() {
        bare_is_rare_ = bare_text_is_rare();
        std::vector<NodeId> bare;
        NodeId done = 0; // boxes are visited once
        for (NodeId id = 0; id < page_.nodes().size(); ++id) {
            if (id < done || !is_media(page_.node(id).tag)) continue;
            if (page_.node(id).tag == Tag::figure) {
                if (holds_text_proper(id)) {
                    done = page_.node(id).end;
                    continue;
                }
                if (fits(id)) mark(id);
            }
            const NodeId box = box_[id];
            if (box == no_node) continue;
            done = page_.node(box).end;
            if (is_named_or_credited(box))
                mark_beside_caption(box);
            else if (bare_is_rare_ && is_bare(box))
                bare.push_back(box);
        }
        // A whole row of them is a list with icons.
        if (bare.size() <= most_bare_boxes) std::ranges::for_each(bare, [this](NodeId box) { mark(box); });
    }

  private:
    // A <figure> may hold a quotation, a table or a listing as well; then its text is the article's.
    bool holds_text_proper(NodeId figure) const {
        for (NodeId id = figure; id < page_.node(figure).end; ++id) {
            const Tag tag = page_.node(id).tag;
            if (tag == Tag::blockquote || tag == Tag::table || tag == Tag::pre) return true;
        }
        return false;
    }

    void find_quotes() {
        quote_.assign(page_.nodes().size(), no_node);
        for (NodeId id = 0; id < quote_.size(); ++id) {
            const NodeId up = page_.node(id).parent;
            if (page_.node(id).tag == Tag::blockquote)
                quote_[id] = id;
            else if (up != no_node)
                quote_[id] = quote_[up];
        }
    }

    // From the top down, because an element shares its parent's box: no picture climbs to find its own.
    void find_boxes() {
        box_.assign(page_.nodes().size(), no_node);
        for (NodeId id = 0; id < box_.size(); ++id) {
            if (page_.node(id).is_text() || id == page_.body() || !fits(id)) continue;
            const NodeId up = page_.node(id).parent;
            if (up != no_node) box_[id] = box_[up];
            const bool says_something = list_.begin_of(id) < list_.end_of(id);
            if (box_[id] == no_node && is_box(page_.node(id).tag) && says_something) box_[id] = id;
        }
    }

    bool fits(NodeId id) const {
        const std::uint32_t begin = list_.begin_of(id), end = list_.end_of(id);
        if (end > begin + most_caption_lines) return false;
        if (headline_ != no_node && page_.contains(id, headline_)) return false;
        std::uint32_t chars = 0;
        for (std::uint32_t i = begin; i < end; ++i) {
            if (is_heading(page_.node(list_.all()[i].container).tag)) return false;
            if (is_quoted(list_.all()[i].container, id)) return false;
            chars += list_.all()[i].chars;
        }
        return chars <= most_caption_chars;
    }

    // A <blockquote> stands around the container, and not around `id` as well; anywhere around it where the
    // container is not inside `id`.
    bool is_quoted(NodeId container, NodeId id) const {
        const NodeId quote = quote_[container];
        return quote != no_node && (quote > id || !page_.contains(id, container));
    }

    // Whether this page writes its prose in <p> and its kin, so that a bare <div> beside a picture says
    // something.
    bool bare_text_is_rare() const {
        std::uint32_t bare = 0, all = 0;
        for (const Passage& p : list_.all()) {
            if (p.reason != Reason::none || p.chars < prose_chars || p.link_chars > p.chars / 3) continue;
            all += p.chars;
            if (!is_prose_element(page_.node(p.container).tag)) bare += p.chars;
        }
        return bare < all * most_bare_share;
    }

    bool is_named_or_credited(NodeId box) const {
        for (std::uint32_t i = list_.begin_of(box); i < list_.end_of(box); ++i) {
            const Passage& p = list_.all()[i];
            if (p.reason == Reason::caption) return true;
            if (p.reason == Reason::none && classify_line(list_.text(p)).kind == LineKind::caption)
                return true;
        }
        return false;
    }

    bool is_bare(NodeId box) const {
        std::uint32_t lines = 0, chars = 0;
        for (std::uint32_t i = list_.begin_of(box); i < list_.end_of(box); ++i) {
            const Passage& p = list_.all()[i];
            if (p.reason != Reason::none) continue;
            const Tag tag = page_.node(p.container).tag;
            const bool unended = tag == Tag::p && !p.ends_sentence && p.chars >= least_unended_chars;
            const bool alone = list_.end_of(box) - list_.begin_of(box) == 1;
            if (is_prose_element(tag) && !(unended && alone && stands_beside_prose(box))) return false;
            ++lines;
            chars += p.chars;
        }
        return lines <= most_bare_lines && chars <= most_bare_chars;
    }

    // Otherwise the line below the picture may be all that there is.
    bool stands_beside_prose(NodeId box) const {
        const auto is_prose = [&](std::uint32_t i) {
            const Passage& p = list_.all()[i];
            return p.reason == Reason::none && p.chars >= prose_chars && p.ends_sentence;
        };
        const std::uint32_t begin = list_.begin_of(box), end = list_.end_of(box);
        const auto last = std::min<std::uint32_t>(end + most_lines_to_prose,
                                                  static_cast<std::uint32_t>(list_.all().size()));
        for (std::uint32_t i = begin - std::min(begin, most_lines_to_prose); i < last; ++i)
            if ((i < begin || i >= end) && is_prose(i)) return true;
        return false;
    }

    // A picture with its caption may stand in one box with a brief of a sentence or two.
    void mark_beside_caption(NodeId box) {
        for (std::uint32_t i = list_.begin_of(box); i < list_.end_of(box); ++i) {
            Passage& p = list_.all()[i];
            const bool sentence =
                p.chars >= prose_chars && p.ends_sentence && page_.node(p.container).tag == Tag::p;
            if (p.reason == Reason::none && !(sentence && has_caption_beside(box, i))) {
                p.reason = Reason::caption;
                p.by = box;
            }
        }
    }

    [[nodiscard]] bool has_caption_beside(NodeId box, std::uint32_t but) const {
        for (std::uint32_t i = list_.begin_of(box); i < list_.end_of(box); ++i)
            if (i != but && list_.all()[i].reason == Reason::caption) return true;
        return false;
    }

    void mark(NodeId box) {
        for (std::uint32_t i = list_.begin_of(box); i < list_.end_of(box); ++i)
            if (list_.all()[i].reason == Reason::none) {
                list_.all()[i].reason = Reason::caption;
                list_.all()[i].by = box;
            }
    }

    PassageList& list_;
    const html::Document& page_;
    NodeId headline_;
    std::vector<NodeId> quote_; // by node: the innermost <blockquote> around it, itself included
    std::vector<NodeId> box_;   // by element: the widest box around it that holds no more than a caption
    bool bare_is_rare_ = false;
};

} // namespace

void mark_media_captions(PassageList& list, NodeId headline) {
    CaptionMarker(list, headline).run();
}

} // namespace khabar::article
