#include "daemon/settings/source_edit.hpp"

#include "daemon/settings/yaml_walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace khabar::settings {

namespace {

constexpr std::string_view sources = "sources";
constexpr std::size_t new_list_indent = 2;

tl::unexpected<Error> refuse(std::string_view why) {
    return fail(Errc::bad_config, fmt::format("cannot be edited: {}; change it with an editor", why));
}

Result<YamlTree> parse(std::string_view file) {
    ProblemList problems("line");
    auto tree = parse_yaml(file, problems);
    if (tree) return std::move(*tree);
    const auto found = std::move(problems).take();
    return fail(Errc::bad_config,
                "is broken already: " + (found.empty() ? std::string("no YAML") : to_string(found.front())));
}

// The lines of a text, each with its end, so that joining them again changes nothing.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

std::size_t indent(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}
std::string_view content(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
}
bool is_blank(std::string_view line) {
    return content(line).empty();
}
bool is_comment(std::string_view line) {
    return content(line).starts_with('#');
}

// Lines [first, end) of one item of a block list, and the column of its dash.
struct Extent {
    std::size_t first = 0, end = 0, dash = 0;
};

// Where the item's dash is: before its first key, or alone on a line above it.
std::optional<Extent> begin_of(const std::vector<std::string_view>& lines, const YamlNode& item) {
    if (item.at.line == 0 || item.at.line > lines.size()) return std::nullopt;
    std::size_t line = item.at.line - 1;
    const std::string_view before =
        lines[line].substr(0, std::min<std::size_t>(item.at.column - 1, lines[line].size()));
    if (content(before).starts_with('-') && is_blank(content(before).substr(1)))
        return Extent{line, 0, indent(before)};
    if (!is_blank(before)) return std::nullopt;
    while (line > 0) {
        const std::string_view above = content(lines[--line]);
        if (above.starts_with('-') && (is_blank(above.substr(1)) || is_comment(above.substr(1))))
            return Extent{line, 0, indent(lines[line])};
        if (!above.empty() && !above.starts_with('#')) break;
    }
    return std::nullopt;
}

// The item goes on while lines are deeper than its dash. Comments at its end are its own where they are as
// deep and no blank line parts them from it.
std::optional<Extent> extent_of(const std::vector<std::string_view>& lines, const YamlNode& item) {
    std::optional<Extent> extent = begin_of(lines, item);
    if (!extent) return std::nullopt;
    extent->end = std::max<std::size_t>(extent->first + 1, item.at.line);
    bool parted = false;
    for (std::size_t i = extent->end; i < lines.size(); ++i) {
        if (is_blank(lines[i])) {
            parted = true;
            continue;
        }
        if (indent(lines[i]) <= extent->dash && !is_comment(lines[i])) break;
        if (is_comment(lines[i]) && (parted || indent(lines[i]) <= extent->dash)) {
            parted = true;
            continue;
        }
        extent->end = i + 1;
        parted = false;
    }
    return extent;
}

std::string join(const std::vector<std::string_view>& lines, std::size_t first, std::size_t end) {
    std::string out;
    for (std::size_t i = first; i < end; ++i)
        out.append(lines[i]);
    return out;
}

std::string written(const SourceFields& fields, std::size_t dash, std::string_view line_end) {
    std::string out;
    std::string_view before = "- ";
    for (const auto& [key, value] : fields) {
        out.append(dash, ' ').append(before).append(key).append(": ").append(value).append(line_end);
        before = "  ";
    }
    return out;
}

// What the document must mean once `sources` is there, be it empty.
std::vector<std::string> with_list(const YamlTree& tree) {
    std::vector<std::string> words = meaning(tree, tree.root());
    if (value_of(tree, tree.root(), sources)) return words;
    if (tree.node(tree.root()).kind != YamlNode::Kind::mapping) words = {"{", "}"};
    words.insert(words.end() - 1, {"=" + std::string(sources), "null"});
    return words;
}

bool says(const YamlTree& tree, YamlId item, const SourceFields& fields) {
    std::string text;
    for (const auto& [key, value] : fields)
        text.append(key).append(": ").append(value).append("\n");
    const auto wanted = parse(text);
    return wanted && meaning(*wanted, wanted->root()) == meaning(tree, item);
}

Result<std::string> checked_addition(const YamlTree& before, std::string after, const SourceFields& fields) {
    const auto tree = parse(after);
    if (!tree) return refuse("a line more would break it");
    const std::vector<YamlId> items = source_items(*tree);
    if (items.size() != source_items(before).size() + 1 || !says(*tree, items.back(), fields))
        return refuse("its list of sources is not written with one line a key");
    if (meaning(*tree, tree->root(), items.back()) != with_list(before))
        return refuse("a source more would change others");
    return after;
}

} // namespace

Result<std::string> with_source(std::string_view file, const SourceFields& fields) {
    const auto tree = parse(file);
    if (!tree) return tl::unexpected<Error>(tree.error());
    const std::vector<std::string_view> lines = lines_of(file);
    const std::string_view line_end = file.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
    std::size_t at = lines.size(), dash = new_list_indent;
    std::string head;
    const auto list = value_of(*tree, tree->root(), sources);
    const std::vector<YamlId> items = source_items(*tree);
    if (!items.empty()) {
        const auto last = extent_of(lines, tree->node(items.back()));
        if (!last) return refuse("its list of sources is written in one line");
        at = last->end;
        dash = last->dash;
    } else if (list) {
        at = std::min<std::size_t>(tree->node(*list).at.line, lines.size());
    } else {
        head.append(sources).append(":").append(line_end);
    }
    std::string before = join(lines, 0, at);
    if (!before.empty() && !before.ends_with('\n')) before.append(line_end);
    return checked_addition(
        *tree, before + head + written(fields, dash, line_end) + join(lines, at, lines.size()), fields);
}

Result<std::string> without_source(std::string_view file, std::string_view id) {
    const auto tree = parse(file);
    if (!tree) return tl::unexpected<Error>(tree.error());
    const auto item = source_item(*tree, id);
    if (!item) return fail(Errc::not_found, "has no source " + in_quotes(id));
    const std::vector<std::string_view> lines = lines_of(file);
    const auto extent = extent_of(lines, tree->node(*item));
    if (!extent) return refuse("the source shares a line with others");
    std::string after = join(lines, 0, extent->first) + join(lines, extent->end, lines.size());
    const auto left = parse(after);
    if (!left || meaning(*left, left->root()) != meaning(*tree, tree->root(), *item))
        return refuse("taking the source's lines out would change others");
    return after;
}

} // namespace khabar::settings
