#include "daemon/settings/yaml_tree.hpp"

#include "parsers/text/utf8.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace khabar::settings {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// yaml-cpp lets the end of the file close a quote, and the rest of the file would silently be one value. The
// end of a document closes none.
constexpr std::string_view document_end = "\n...\n";

// Where lines begin, so that yaml-cpp's byte columns become the characters that editors count.
class LineIndex {
  public:
    explicit LineIndex(std::string_view bytes) : bytes_(bytes) {
        begins_.push_back(0);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            if (bytes[i] == '\n') begins_.push_back(i + 1);
    }

    [[nodiscard]] Position position(const YAML::Mark& mark) const {
        if (mark.is_null() || mark.line < 0 || mark.column < 0) return {};
        const auto line = static_cast<std::size_t>(mark.line);
        const auto column = static_cast<std::size_t>(mark.column);
        if (line >= begins_.size()) return {static_cast<std::uint32_t>(begins_.size()), 1}; // in document_end
        const std::string_view before = bytes_.substr(begins_[line], column);
        std::uint32_t characters = 1;
        for (const char c : before)
            characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
        return {static_cast<std::uint32_t>(line + 1), characters};
    }

    [[nodiscard]] Position of_byte(std::size_t offset) const {
        const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
        const auto line = static_cast<std::size_t>(after - begins_.begin());
        const std::size_t column = offset - begins_[line - 1] + 1;
        return {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)};
    }

  private:
    std::string_view bytes_;
    std::vector<std::size_t> begins_;
};

// Thrown from a yaml-cpp callback, with the problem already noted, to leave its recursion before it can go
// deep or to spare a document that is refused anyway; caught in parse_yaml().
struct Stop {};

} // namespace

class TreeBuilder : public YAML::EventHandler {
  public:
    TreeBuilder(const LineIndex& lines, ProblemList& problems) : lines_(lines), problems_(problems) {
        tree_.nodes_.clear();
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ == 0) return;
        refuse(lines_.position(mark), "a second document begins here (---); keep one a file");
        throw Stop{};
    }
    void OnDocumentEnd() override {}

    // yaml-cpp places a missing value at whatever follows it; its key, or the list it is missing from, is
    // where to look.
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        Position at = lines_.position(mark);
        if (!open_.empty()) {
            const YamlNode& parent = tree_.nodes_[open_.back()];
            const bool has_key = parent.kind == YamlNode::Kind::mapping && !parent.children.empty();
            at = has_key ? tree_.nodes_[parent.children.back()].at : parent.at;
        }
        add(YamlNode::Kind::null, at);
    }

    void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
        refuse(lines_.position(mark),
               fmt::format("anchors ({}) are not taken; write the value out", in_quotes("&" + name)));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        refuse(lines_.position(mark), "aliases (*name) are not taken; write the value out");
        add(YamlNode::Kind::null, lines_.position(mark));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        const Position at = lines_.position(mark);
        refuse_tag(tag, at);
        const YamlId id = add(YamlNode::Kind::scalar, at);
        tree_.nodes_[id].plain = tag == "?";
        tree_.nodes_[id].text = value;
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        open(YamlNode::Kind::sequence, mark, tag);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        open(YamlNode::Kind::mapping, mark, tag);
    }
    void OnSequenceEnd() override { open_.pop_back(); }
    void OnMapEnd() override { open_.pop_back(); }

    [[nodiscard]] bool refused() const noexcept { return refused_; }
    [[nodiscard]] std::uint32_t last_line() const {
        return tree_.nodes_.empty() ? 1 : tree_.nodes_.back().at.line;
    }

    [[nodiscard]] YamlTree take() && {
        if (tree_.nodes_.empty()) tree_.nodes_.emplace_back();
        return std::move(tree_);
    }

  private:
    void refuse(Position at, std::string message) {
        problems_.add(at, std::move(message));
        refused_ = true;
    }

    // yaml-cpp reports "?" for plain and "!" for quoted scalars; collections without a tag have "?" or
    // nothing.
    void refuse_tag(const std::string& tag, Position at) {
        if (tag.empty() || tag == "?" || tag == "!") return;
        refuse(at, fmt::format("tags ({}) are not taken; remove it", in_quotes(tag)));
    }

    void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag) {
        const Position at = lines_.position(mark);
        if (open_.size() == max_yaml_depth) {
            refuse(at, fmt::format("is nested deeper than {} levels", max_yaml_depth));
            throw Stop{};
        }
        refuse_tag(tag, at);
        open_.push_back(add(kind, at));
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

    const LineIndex& lines_;
    ProblemList& problems_;
    YamlTree tree_;
    std::vector<YamlId> open_;
    std::size_t documents_ = 0;
    bool refused_ = false;
};

namespace {

bool is_text(std::string_view bytes, const LineIndex& lines, ProblemList& problems) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if ((c >= 0x20 && c != 0x7F) || c == '\n' || c == '\r' || c == '\t') continue;
        problems.add(lines.of_byte(i),
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
    const LineIndex lines(bytes);
    if (!is_text(bytes, lines, problems)) return std::nullopt;
    TreeBuilder builder(lines, problems);
    try {
        std::istringstream stream{std::string(bytes).append(document_end)};
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Stop&) {
        return std::nullopt;
    } catch (const YAML::Exception& error) {
        const bool unclosed =
            error.msg == YAML::ErrorMsg::DOC_IN_SCALAR || error.msg == YAML::ErrorMsg::EOF_IN_SCALAR;
        if (unclosed)
            problems.add({builder.last_line(), 1},
                         "is no YAML: a quote opened here or just below is never closed");
        else
            problems.add(lines.position(error.mark), "is no YAML: " + error.msg);
        return std::nullopt;
    }
    if (builder.refused()) return std::nullopt;
    return std::move(builder).take();
}

} // namespace khabar::settings
