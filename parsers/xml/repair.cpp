#include "parsers/xml/repair.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/xml/declared_entities.hpp"
#include "parsers/xml/html_entities.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace khabar::xml {
namespace {

constexpr auto npos = std::string_view::npos;

// Longest name in an entity reference that is looked up; HTML 4's longest has 8 letters.
constexpr std::size_t max_reference_name = 40;
// Escaping may add as much as the document and this; real ones grow by a hundredth.
constexpr std::size_t free_growth = 64u << 10;
// A document with more stray end tags than this is no longer followed: each costs a look through the open
// elements.
constexpr std::size_t max_stray_ends = 20000;

bool is_space(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
// Beyond ASCII every character is let into names; the parser behind sorts out the few that may not.
bool begins_name(char c) noexcept {
    return text::is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool in_name(char c) noexcept {
    return begins_name(c) || text::is_digit(c) || c == '-' || c == '.' || c == ':';
}
bool is_control(char c) noexcept {
    return static_cast<unsigned char>(c) < 0x20 && !is_space(c);
}

// Searches that fail are remembered, so that a document full of "<!--" without "-->" stays linear.
class Needle {
  public:
    explicit Needle(std::string_view what) noexcept : what_(what) {}
    std::size_t find(std::string_view in, std::size_t from) noexcept {
        if (absent_) return npos;
        const std::size_t found = in.find(what_, from);
        absent_ = found == npos;
        return found;
    }

  private:
    std::string_view what_;
    bool absent_ = false;
};

class Repairer {
  public:
    explicit Repairer(std::string_view in) : in_(in) { result_.text.reserve(in.size() + in.size() / 8); }

    Repaired run() {
        skip_junk();
        while (at_ < in_.size() && !finished_)
            step();
        if (!open_.empty()) result_.changed = true;
        close_down_to(0);
        return std::move(result_);
    }

  private:
    void skip_junk() {
        if (in_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        const std::size_t begin = at_;
        while (at_ + 1 < in_.size() && !(in_[at_] == '<' && (begins_name(in_[at_ + 1]) ||
                                                             in_[at_ + 1] == '!' || in_[at_ + 1] == '?')))
            ++at_;
        if (at_ + 1 >= in_.size()) at_ = in_.size();
        const auto junk = in_.substr(begin, at_ - begin);
        if (!std::all_of(junk.begin(), junk.end(), is_space)) result_.changed = true;
    }

    void step() {
        if (in_[at_] != '<') return text();
        const char next = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
        if (next == '!') return declaration();
        if (next == '?') return instruction();
        if (next == '/') return end_tag();
        if (begins_name(next)) return start_tag();
        ++at_;
        stray("&lt;");
    }

    void stray(std::string_view replacement) {
        result_.changed = true;
        if (!open_.empty()) result_.text += replacement;
    }

    void text() {
        std::size_t end = in_.find('<', at_);
        if (end == npos) end = in_.size();
        if (open_.empty()) { // between the prolog's parts, nothing can stand
            at_ = end;
            return;
        }
        characters(end);
    }

    // Copies up to `end` with references resolved; at_ is moved there.
    void characters(std::size_t end) {
        std::size_t plain = at_;
        const auto flush = [&] { result_.text += in_.substr(plain, at_ - plain); };
        while (at_ < end) {
            const char c = in_[at_];
            if (c == '&') {
                flush();
                reference(end);
                plain = at_;
            } else if (is_control(c)) {
                flush();
                result_.changed = true;
                plain = ++at_;
            } else if (c == '\xEF' && at_ + 2 < end && in_[at_ + 1] == '\xBF' &&
                       (in_[at_ + 2] & '\xFE') == '\xBE') {
                flush(); // U+FFFE, U+FFFF
                result_.changed = true;
                plain = at_ += 3;
            } else if (c == '>' || c == '<' || c == '"') {
                flush();
                put_reference(c == '>' ? "&gt;" : c == '<' ? "&lt;" : "&quot;");
                plain = ++at_;
            } else {
                ++at_;
            }
        }
        flush();
    }

    // A reference in place of one character, unless escaping has made the document too large already: then
    // the character is dropped.
    void put_reference(std::string_view reference) {
        if (result_.text.size() > 2 * in_.size() + free_growth) {
            result_.cut = true;
            return;
        }
        result_.text += reference;
    }

    // At '&'. What follows is a reference only if it ends in ';' before `end`.
    void reference(std::size_t end) {
        std::size_t stop = at_ + 1;
        const std::size_t limit = std::min(end, at_ + 1 + max_reference_name);
        while (stop < limit && (text::is_letter_or_digit(in_[stop]) || in_[stop] == '#' || in_[stop] == '_' ||
                                in_[stop] == '-' || in_[stop] == '.'))
            ++stop;
        const std::string_view name = in_.substr(at_ + 1, stop - at_ - 1);
        if (stop >= limit || in_[stop] != ';' || name.empty()) {
            ++at_;
            result_.changed = true;
            put_reference("&amp;");
            return;
        }
        const std::size_t after = stop + 1;
        if (name[0] == '#') {
            const char32_t code_point = numeric_reference(name.substr(1));
            if (code_point == 0) result_.changed = true;
            if (code_point != 0) append_escaped(code_point);
            at_ = after;
            return;
        }
        if (expand_declared(name)) {
            at_ = after;
            return;
        }
        if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") {
            result_.text.append("&").append(name).append(";");
            at_ = after;
            return;
        }
        result_.changed = true; // HTML's entities are not XML's
        if (const char32_t code_point = html_entity(name)) {
            append_escaped(code_point);
            at_ = after;
            return;
        }
        put_reference("&amp;");
        ++at_;
    }

    bool expand_declared(std::string_view name) {
        const std::string_view value = entities_.find(name);
        if (value.data() == nullptr) return false;
        expanded_ += value.size();
        if (expanded_ > max_expansion_bytes) {
            result_.changed = true;
        } else {
            result_.text += value;
        }
        return true;
    }

    void append_escaped(char32_t code_point) {
        switch (code_point) {
        case '<':
            result_.text += "&lt;";
            return;
        case '>':
            result_.text += "&gt;";
            return;
        case '&':
            put_reference("&amp;");
            return;
        case '"':
            result_.text += "&quot;";
            return;
        default:
            text::append_utf8(result_.text, code_point);
        }
    }

    void declaration() {
        if (in_.substr(at_).starts_with("<!--")) {
            const std::size_t end = comment_end_.find(in_, at_ + 4);
            if (end == npos) return drop_to_gt();
            at_ = end + 3;
            return;
        }
        if (in_.substr(at_).starts_with("<![CDATA[")) return cdata();
        doctype();
    }

    // Something that should have ended elsewhere: taken to end at the next '>'.
    void drop_to_gt() {
        result_.changed = true;
        const std::size_t end = in_.find('>', at_);
        at_ = end == npos ? in_.size() : end + 1;
    }

    void cdata() {
        const std::size_t begin = at_ + 9;
        std::size_t end = cdata_end_.find(in_, begin);
        if (end == npos) result_.changed = true;
        at_ = end == npos ? in_.size() : end + 3;
        if (open_.empty()) return;
        // Out as escaped text: one form for the parser, and no limit on the size of a section.
        std::size_t plain = begin;
        end = end == npos ? in_.size() : end;
        for (std::size_t i = begin; i < end; ++i) {
            const char c = in_[i];
            const bool special = c == '<' || c == '&' || c == '>';
            if (!special && !is_control(c)) continue;
            result_.text += in_.substr(plain, i - plain);
            plain = i + 1;
            if (special) {
                put_reference(c == '<' ? "&lt;" : c == '&' ? "&amp;" : "&gt;");
            } else {
                result_.changed = true;
            }
        }
        result_.text += in_.substr(plain, end - plain);
    }

    void doctype() {
        if (declaration_open_) return drop_to_gt();
        std::size_t i = at_ + 2;
        std::size_t subset = npos;
        char quote = '\0';
        for (; i < in_.size(); ++i) {
            const char c = in_[i];
            if (quote != '\0') {
                if (c == quote) quote = '\0';
            } else if (c == '<' && in_.substr(i).starts_with("<!--")) { // its apostrophes quote nothing
                if (const std::size_t end = comment_end_.find(in_, i + 4); end != npos) i = end + 2;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' && subset == npos) {
                subset = i;
            } else if (c == ']' && subset != npos) {
                entities_.read(in_.substr(subset, i - subset));
                subset = npos;
            } else if (c == '>' && subset == npos) {
                break;
            }
        }
        if (i >= in_.size()) { // never closed, and so will be none that follows
            declaration_open_ = true;
            return drop_to_gt();
        }
        at_ = i + 1;
    }

    void instruction() {
        const std::size_t end = instruction_end_.find(in_, at_ + 2);
        if (end == npos) return drop_to_gt();
        at_ = end + 2;
    }

    void end_tag() {
        std::size_t i = at_ + 2;
        while (i < in_.size() && in_name(in_[i]))
            ++i;
        const std::string_view name = in_.substr(at_ + 2, i - at_ - 2);
        while (i < in_.size() && in_[i] != '>' && in_[i] != '<')
            ++i;
        if (i >= in_.size() || in_[i] != '>') result_.changed = true;
        at_ = i < in_.size() && in_[i] == '>' ? i + 1 : i;
        for (std::size_t depth = open_.size(); depth > 0; --depth) {
            if (open_[depth - 1] != name) continue;
            if (depth != open_.size()) result_.changed = true;
            close_down_to(depth - 1);
            return;
        }
        result_.changed = true;
        if (++stray_ends_ > max_stray_ends) stop();
    }

    void close_down_to(std::size_t depth) {
        while (open_.size() > depth) {
            result_.text.append("</").append(open_.back()).append(">");
            open_.pop_back();
        }
        if (depth == 0 && root_seen_) finish();
    }

    void finish() {
        const auto rest = in_.substr(std::min(at_, in_.size()));
        if (!std::all_of(rest.begin(),
                         rest.begin() + static_cast<long>(std::min<std::size_t>(rest.size(), 64)),
                         is_space) &&
            !rest.starts_with('<') && !rest.starts_with('\n'))
            result_.changed = true;
        finished_ = true;
    }

    void stop() {
        result_.cut = true;
        finished_ = true;
    }

    void start_tag() {
        if (open_.size() >= max_depth) return stop();
        std::size_t i = at_ + 1;
        while (i < in_.size() && in_name(in_[i]))
            ++i;
        std::string_view name = in_.substr(at_ + 1, i - at_ - 1);
        while (!name.empty() && name.back() == ':')
            name.remove_suffix(1);
        at_ = i;
        if (!take_name(name)) return stop();
        result_.text.append("<").append(name);
        seen_.clear();
        bool empty = false;
        while (at_ < in_.size()) {
            const char c = in_[at_];
            if (c == '>') {
                ++at_;
                break;
            }
            if (c == '<') { // never ended
                result_.changed = true;
                break;
            }
            if (c == '/' && at_ + 1 < in_.size() && in_[at_ + 1] == '>') {
                empty = true;
                at_ += 2;
                break;
            }
            if (begins_name(c)) {
                attribute();
            } else {
                if (!is_space(c)) result_.changed = true;
                ++at_;
            }
        }
        root_seen_ = true;
        if (empty) {
            result_.text += "/>";
            if (open_.empty()) finish();
            return;
        }
        result_.text += ">";
        open_.push_back(name);
    }

    // False for one name too many. A tree, since hashes of names from outside can be made to collide.
    bool take_name(std::string_view name) {
        if (names_.contains(name)) return true;
        return names_.size() < max_names && names_.insert(name).second;
    }

    void attribute() {
        std::size_t i = at_;
        while (i < in_.size() && in_name(in_[i]))
            ++i;
        const std::string_view name = in_.substr(at_, i - at_);
        while (i < in_.size() && is_space(in_[i]))
            ++i;
        const bool twice = std::find(seen_.begin(), seen_.end(), name) != seen_.end();
        const bool flood = seen_.size() >= max_attributes || !take_name(name);
        const bool dropped = twice || flood || name.back() == ':';
        if (flood) result_.cut = true;
        if (i >= in_.size() || in_[i] != '=') { // no value: HTML, not XML
            result_.changed = true;
            at_ = std::max(i, at_ + 1);
            return;
        }
        if (dropped) result_.changed = true;
        ++i;
        while (i < in_.size() && is_space(in_[i]))
            ++i;
        const std::size_t before = result_.text.size();
        result_.text.append(" ").append(name).append("=\"");
        at_ = i;
        value();
        result_.text += '"';
        if (dropped) {
            result_.text.resize(before);
        } else {
            seen_.push_back(name);
        }
    }

    void value() {
        if (at_ >= in_.size()) return;
        const char quote = in_[at_];
        if (quote != '"' && quote != '\'') {
            result_.changed = true;
            std::size_t end = at_;
            while (end < in_.size() && !is_space(in_[end]) && in_[end] != '>' && in_[end] != '<')
                ++end;
            if (end > at_ && end < in_.size() && in_[end] == '>' && in_[end - 1] == '/') --end;
            return characters(end);
        }
        ++at_;
        const std::size_t end = value_end(quote);
        const bool closed = end < in_.size() && in_[end] == quote;
        if (!closed) result_.changed = true;
        characters(end);
        if (closed) ++at_;
    }

    // The closing quote. A value that runs over a '>' and then a '<' has lost its quote: it ended at that
    // '>'.
    std::size_t value_end(char quote) {
        std::size_t first_gt = npos;
        for (std::size_t i = at_; i < in_.size(); ++i) {
            if (in_[i] == quote) return i;
            if (in_[i] == '>' && first_gt == npos) first_gt = i;
            if (in_[i] == '<') {
                result_.changed = true;
                if (first_gt != npos) return first_gt;
            }
        }
        return first_gt != npos ? first_gt : in_.size();
    }

    std::string_view in_;
    std::size_t at_ = 0;
    Repaired result_;
    std::vector<std::string_view> open_;
    std::vector<std::string_view> seen_; // attributes of the tag being read
    std::set<std::string_view> names_;
    DeclaredEntities entities_;
    std::size_t expanded_ = 0;
    std::size_t stray_ends_ = 0;
    bool declaration_open_ = false;
    bool root_seen_ = false;
    bool finished_ = false;
    Needle comment_end_{"-->"};
    Needle cdata_end_{"]]>"};
    Needle instruction_end_{"?>"};
};

} // namespace

Repaired repair(std::string_view utf8) {
    return Repairer(utf8).run();
}

} // namespace khabar::xml
