#include "daemon/settings/yaml_tree.hpp"

#include "daemon/settings/yaml_events.hpp"
#include "parsers/text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace khabar::settings {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view no_specific_tag = "!"; // which is how YAML says: this is text

bool is_null_word(std::string_view text) { // yaml.org/spec/1.2, §10.3.2
    constexpr std::array<std::string_view, 5> words{"", "~", "null", "Null", "NULL"};
    return std::ranges::find(words, text) != words.end();
}

} // namespace

// Puts events into the tree, and says what is not taken.
class TreeBuilder {
  public:
    explicit TreeBuilder(ProblemList& problems) : problems_(problems) { tree_.nodes_.clear(); }

    // False: the rest of the document need not be read, for it is refused.
    [[nodiscard]] bool take(YamlEvent&& event) {
        refuse_properties(event);
        switch (event.kind) {
        case YamlEvent::Kind::scalar:
            scalar(std::move(event));
            return true;
        case YamlEvent::Kind::sequence:
            return open(YamlNode::Kind::sequence, event.at);
        case YamlEvent::Kind::mapping:
            return open(YamlNode::Kind::mapping, event.at);
        case YamlEvent::Kind::close:
            open_.pop_back();
            return true;
        case YamlEvent::Kind::alias:
            refuse(event.at, "aliases (*name) are not taken; write the value out");
            add(YamlNode::Kind::null, event.at);
            return true;
        case YamlEvent::Kind::document:
            if (documents_++ == 0) return true;
            refuse(event.at, "a second document begins here (---); keep one a file");
            return false;
        case YamlEvent::Kind::end:
            break;
        }
        return false;
    }

    [[nodiscard]] bool refused() const noexcept { return refused_; }

    [[nodiscard]] YamlTree result() && {
        if (tree_.nodes_.empty()) tree_.nodes_.emplace_back();
        return std::move(tree_);
    }

  private:
    void refuse(Position at, std::string message) {
        problems_.add(at, std::move(message));
        refused_ = true;
    }

    void refuse_properties(const YamlEvent& event) {
        if (!event.anchor.empty())
            refuse(event.at, fmt::format("anchors ({}) are not taken; write the value out",
                                         in_quotes("&" + event.anchor)));
        if (!event.tag.empty() && event.tag != no_specific_tag)
            refuse(event.at, fmt::format("tags ({}) are not taken; remove it", in_quotes(event.tag)));
    }

    void scalar(YamlEvent&& event) {
        if (event.plain && is_null_word(event.text)) {
            add(YamlNode::Kind::null, place_of_nothing(event.at));
            return;
        }
        YamlNode& node = tree_.nodes_[add(YamlNode::Kind::scalar, event.at)];
        node.plain = event.plain;
        node.text = std::move(event.text);
    }

    // A missing value stands at whatever follows it; its key, or the list it is missing from, is where to
    // look.
    [[nodiscard]] Position place_of_nothing(Position at) const {
        if (open_.empty()) return at;
        const YamlNode& parent = tree_.nodes_[open_.back()];
        const bool has_key = parent.kind == YamlNode::Kind::mapping && !parent.children.empty();
        return has_key ? tree_.nodes_[parent.children.back()].at : parent.at;
    }

    [[nodiscard]] bool open(YamlNode::Kind kind, Position at) {
        if (open_.size() == max_yaml_depth) {
            refuse(at, fmt::format("is nested deeper than {} levels", max_yaml_depth));
            return false;
        }
        open_.push_back(add(kind, at));
        return true;
    }

    YamlId add(YamlNode::Kind kind, Position at) {
        const auto id = static_cast<YamlId>(tree_.nodes_.size());
        tree_.nodes_.emplace_back();
        tree_.nodes_[id].kind = kind;
        tree_.nodes_[id].at = at;
        if (!open_.empty()) attach(id);
        return id;
    }

    void attach(YamlId id) {
        YamlNode& parent = tree_.nodes_[open_.back()];
        const bool is_key = parent.kind == YamlNode::Kind::mapping && parent.children.size() % 2 == 0;
        if (is_key && tree_.nodes_[id].kind != YamlNode::Kind::scalar)
            refuse(tree_.nodes_[id].at, "a key must be a plain word");
        parent.children.push_back(id);
    }

    ProblemList& problems_;
    YamlTree tree_;
    std::vector<YamlId> open_;
    std::size_t documents_ = 0;
    bool refused_ = false;
};

namespace {

bool is_text(std::string_view bytes, ProblemList& problems) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if ((c >= 0x20 && c != 0x7F) || c == '\n' || c == '\r' || c == '\t') continue;
        problems.add(position_of_byte(bytes, i),
                     fmt::format("is no text (byte 0x{:02x}); save the file as UTF-8 text", c));
        return false;
    }
    if (text::is_valid_utf8(bytes)) return true;
    problems.add({}, "is not valid UTF-8; save the file as UTF-8 text");
    return false;
}

} // namespace

std::optional<YamlTree> parse_yaml(std::string_view bytes, ProblemList& problems) {
    if (bytes.size() > max_yaml_bytes) {
        problems.add({}, "is larger than 1 MiB; split it into several files");
        return std::nullopt;
    }
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (!is_text(bytes, problems)) return std::nullopt;
    YamlEvents events(bytes);
    TreeBuilder builder(problems);
    for (auto event = events.next();; event = events.next()) {
        if (!event) {
            problems.add(event.error().at, "is no YAML: " + event.error().message);
            return std::nullopt;
        }
        if (!builder.take(std::move(*event))) break;
    }
    if (builder.refused()) return std::nullopt;
    return std::move(builder).result();
}

} // namespace khabar::settings
