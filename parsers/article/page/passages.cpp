#include "parsers/article/page/passages.hpp"

#include "parsers/text/punctuation.hpp"
#include "parsers/text/white_space.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {

using html::Document;
using html::no_node;
using html::NodeId;
using html::Tag;

std::string_view name(Reason reason) noexcept {
    static constexpr std::array<std::string_view, 23> names{
        "none",       "navigation",    "comments",   "form",     "share",  "related",
        "newsletter", "advertisement", "author_box", "tags",     "byline", "caption",
        "hidden",     "footer",        "sidebar",    "notice",   "rule",   "template",
        "line",       "outside",       "link",       "repeated", "embed"};
    return names[static_cast<std::size_t>(reason)];
}

namespace {

// Elements whose characters a reader never sees as text of the page.
bool is_skipped(Tag tag) noexcept {
    switch (tag) {
    case Tag::head:
    case Tag::template_:
    case Tag::select:
    case Tag::datalist:
    case Tag::option:
    case Tag::optgroup:
    case Tag::textarea:
    case Tag::iframe:
    case Tag::object:
    case Tag::embed:
    case Tag::video:
    case Tag::audio:
    case Tag::canvas:
    case Tag::svg:
    case Tag::map:
    case Tag::progress:
    case Tag::meter:
    case Tag::input:
    case Tag::button:
    case Tag::title:
    case Tag::style:
    case Tag::script:
    case Tag::rp:
    case Tag::rt:
        return true;
    default:
        return false;
    }
}

bool is_bold(Tag tag) noexcept {
    return tag == Tag::b || tag == Tag::strong;
}

// Of prose on a page; what introduces a list or a quotation counts as well.
bool is_sentence_end(char32_t c) noexcept {
    return text::ends_sentence(c) || c == ':' || c == U'：';
}

bool is_invisible(char32_t c) noexcept {
    return text::is_control(c) || text::is_bidi_embedding(c) || c == 0x200B || c == 0xFEFF || c == 0xAD ||
           c == 0x2060;
}

} // namespace

// Keeps a stack of the ends of open elements, never recursion.
class PassageBuilder {
  public:
    PassageBuilder(PassageList& list, const Document& page) : list_(list), page_(page) {}

    void build() {
        const auto count = static_cast<NodeId>(page_.nodes().size());
        list_.first_at_.assign(count + 1, 0);
        for (NodeId id = 0; id < count;) {
            leave(id);
            // A passage still open belongs to the element it began in, not to what begins here.
            list_.first_at_[id] = static_cast<std::uint32_t>(list_.passages_.size() + (open_ ? 1 : 0));
            const auto& node = page_.node(id);
            if (node.is_text()) {
                add(id, node.text);
                ++id;
            } else if (is_skipped(node.tag)) {
                const NodeId end = node.end;
                for (; id < end; ++id)
                    list_.first_at_[id] =
                        static_cast<std::uint32_t>(list_.passages_.size() + (open_ ? 1 : 0));
            } else {
                enter(id);
                ++id;
            }
        }
        flush();
        list_.first_at_[count] = static_cast<std::uint32_t>(list_.passages_.size());
    }

  private:
    struct Open {
        NodeId id;
        Tag tag;
    };

    void enter(NodeId id) {
        const Tag tag = page_.node(id).tag;
        if (tag == Tag::br) {
            flush();
            after_break_ = true;
            return;
        }
        if (html::is_block(tag)) {
            flush();
            after_break_ = false;
        } else if (tag == Tag::a && leads_away(id)) {
            ++links_;
        } else if (is_bold(tag)) {
            ++bolds_;
        } else {
            return; // inline, or an anchor that leads nowhere: no state of its own
        }
        if (page_.node(id).end > id + 1)
            stack_.push_back({id, tag});
        else
            left(tag);
    }

    // The anchor of a heading and the mark of a footnote are links to their own page; a table of contents is
    // one too.
    bool leads_away(NodeId id) const {
        if (!page_.has_attribute(id, "href")) return false;
        if (!page_.attribute(id, "href").starts_with('#')) return true;
        for (auto open = stack_.rbegin(); open != stack_.rend(); ++open)
            if (html::is_block(open->tag)) return !html::is_heading(open->tag);
        return true;
    }

    void leave(NodeId id) {
        while (!stack_.empty() && page_.node(stack_.back().id).end <= id) {
            const Tag tag = stack_.back().tag;
            stack_.pop_back();
            left(tag);
        }
    }

    void left(Tag tag) {
        if (html::is_block(tag)) {
            flush();
            after_break_ = false;
        } else if (tag == Tag::a) {
            --links_;
        } else {
            --bolds_;
        }
    }

    void add(NodeId id, std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            const char32_t c = decode(text, at);
            if (text::is_white_space(c)) {
                space_ = open_;
                linked_space_ = links_ > 0;
                continue;
            }
            if (is_invisible(c)) continue;
            if (!open_) start(id);
            if (space_ && is_drop_cap(c)) space_ = false;
            if (space_) {
                list_.text_.push_back(' ');
                ++current_.chars;
                if (linked_space_) ++current_.link_chars;
                space_ = false;
            }
            list_.text_.append(text, begin, at - begin);
            count(width(c));
            if (text::divides_clauses(c)) ++current_.commas;
            if (!text::closes(c)) current_.ends_sentence = is_sentence_end(c) || is_long_without_stops(c);
            current_.last = id;
        }
    }

    // "T he council": a first letter set large in an element of its own, and white space between the two. One
    // that is a word by itself is left alone.
    bool is_drop_cap(char32_t next) const {
        constexpr std::string_view words = "AEIOUY";
        if (current_.chars != 1 || next < 'a' || next > 'z') return false;
        const char letter = list_.text_.back();
        if (letter < 'A' || letter > 'Z' || words.find(letter) != words.npos) return false;
        for (NodeId id = current_.first; id != no_node; id = page_.node(id).parent) {
            const auto names = page_.attribute(id, "class");
            for (const std::string_view name :
                 {"drop", "Drop", "nitial", "irst-letter", "irstLetter", "ettrine"})
                if (names.find(name) != names.npos) return true;
            if (id == current_.container) break;
        }
        return false;
    }

    [[nodiscard]] bool is_long_without_stops(char32_t c) const {
        constexpr std::uint32_t longer_than_headings = 100;
        return text::writes_without_stops(c) && current_.chars >= longer_than_headings;
    }

    // A letter of the Chinese, Japanese and Korean scripts says as much as two or three of the alphabets that
    // the lengths here are measured in.
    static std::uint32_t width(char32_t c) {
        const bool wide =
            (c >= 0x3000 && c <= 0x33FF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xFF00 && c <= 0xFFEF);
        const bool han = (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
        return han ? 3 : wide ? 2 : 1;
    }

    void count(std::uint32_t chars) {
        current_.chars += chars;
        if (links_ > 0) current_.link_chars += chars;
        if (bolds_ > 0) current_.bold_chars += chars;
    }

    // The document's text is valid UTF-8.
    static char32_t decode(std::string_view text, std::size_t& at) {
        const auto byte = [&](std::size_t i) {
            return static_cast<unsigned char>(i < text.size() ? text[i] : '\0');
        };
        const unsigned char lead = byte(at);
        if (lead < 0x80) {
            ++at;
            return lead;
        }
        const int extra = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        char32_t c = lead & (0x3F >> extra);
        for (int i = 1; i <= extra; ++i)
            c = (c << 6) | (byte(at + static_cast<std::size_t>(i)) & 0x3F);
        at = std::min(at + static_cast<std::size_t>(extra) + 1, text.size());
        return c;
    }

    void start(NodeId id) {
        open_ = true;
        space_ = false;
        current_ = {};
        current_.first = current_.last = id;
        current_.begin = static_cast<std::uint32_t>(list_.text_.size());
        current_.after_break = after_break_;
        for (auto open = stack_.rbegin(); open != stack_.rend(); ++open)
            if (html::is_block(open->tag)) {
                current_.container = open->id;
                break;
            }
    }

    void flush() {
        space_ = false;
        if (!open_) return;
        open_ = false;
        current_.size = static_cast<std::uint32_t>(list_.text_.size()) - current_.begin;
        list_.passages_.push_back(current_);
    }

    PassageList& list_;
    const Document& page_;
    std::vector<Open> stack_;
    Passage current_;
    std::uint32_t links_ = 0;
    std::uint32_t bolds_ = 0;
    bool open_ = false;
    bool space_ = false;
    bool linked_space_ = false; // the space that waits was read within a link
    bool after_break_ = false;
};

PassageList::PassageList(const Document& page) : page_(&page) {
    PassageBuilder(*this, page).build();
}

NodeId nearest(const Document& page, NodeId id, Tag tag, NodeId stop) noexcept {
    for (; id != no_node && id != stop; id = page.node(id).parent)
        if (page.node(id).tag == tag) return id;
    return no_node;
}

} // namespace khabar::article
