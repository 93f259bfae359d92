#include "daemon/settings/source_list.hpp"

#include "daemon/settings/address.hpp"
#include "daemon/settings/source_access.hpp"
#include "daemon/settings/source_input.hpp"
#include "daemon/settings/time_zone.hpp"
#include "parsers/text/ascii.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace khabar::settings {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_id_bytes = 64;
constexpr std::size_t most_name_bytes = 200;
constexpr std::size_t most_tag_bytes = 64;
constexpr std::size_t most_user_agent_bytes = 512;

bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_id(std::string_view id) {
    const auto allowed = [](char c) { return is_lower_or_digit(c) || c == '.' || c == '_' || c == '-'; };
    return !id.empty() && id.size() <= most_id_bytes && std::all_of(id.begin(), id.end(), allowed);
}

void read_id(Mapping& mapping, Source& source, ProblemList& problems) {
    mapping.require("id");
    const auto value = mapping.scalar("id");
    if (!value) return;
    if (is_id(value->text))
        source.id = value->text;
    else
        problems.add(value->at, fmt::format("'id' must be 1 to {} of a-z 0-9 . _ -, not {}", most_id_bytes,
                                            in_quotes(value->text)));
}

void read_tags(Mapping& mapping, Source& source, ProblemList& problems) {
    for (Scalar& tag : mapping.scalars("tags")) {
        if (tag.text.empty() || tag.text.size() > most_tag_bytes)
            problems.add(tag.at, fmt::format("a tag must have 1 to {} bytes", most_tag_bytes));
        else if (std::find(source.tags.begin(), source.tags.end(), tag.text) != source.tags.end())
            problems.add(tag.at, fmt::format("tag {} stands twice; keep one", in_quotes(tag.text)));
        else
            source.tags.push_back(std::move(tag.text));
    }
}

void read_language(Mapping& mapping, Source& source, ProblemList& problems) {
    const auto value = mapping.scalar("language");
    if (!value) return;
    if (is_language_tag(value->text))
        source.language = value->text;
    else
        problems.add(value->at, fmt::format("'language' must be a language tag such as ar or en-GB, not {}",
                                            in_quotes(value->text)));
}

void read_time_zone(Mapping& mapping, Source& source, ProblemList& problems) {
    const auto value = mapping.scalar("time_zone");
    if (!value) return;
    if (const auto wrong = time_zone_problem(value->text))
        problems.add(value->at, *wrong);
    else
        source.time_zone = value->text;
}

void read_pace(Mapping& mapping, Source& source) {
    mapping.duration("interval", source.interval, {10s, 24h * 30});
    mapping.keep(source.keep);
    mapping.revisit(source.revisit);
    std::chrono::milliseconds delay{-1};
    mapping.duration("delay", delay, {0ms, 1h});
    if (delay >= 0ms) source.delay = delay;
}

void read_fields(Mapping& mapping, Source& source, ProblemList& problems) {
    read_id(mapping, source, problems);
    source.name = source.id;
    mapping.text("name", source.name, most_name_bytes);
    read_input(mapping, source, problems);
    read_tags(mapping, source, problems);
    read_language(mapping, source, problems);
    read_time_zone(mapping, source, problems);
    mapping.boolean("enabled", source.enabled);
    mapping.boolean("allow_private", source.allow_private);
    mapping.boolean("full_text", source.full_text);
    read_pace(mapping, source);
    mapping.text("user_agent", source.user_agent, most_user_agent_bytes);
    read_access(mapping, source, problems);
}

} // namespace

bool is_language_tag(std::string_view tag) {
    bool primary = true;
    while (true) {
        const std::string_view part = tag.substr(0, tag.find('-'));
        const auto letter = [&](char c) { return text::is_letter(c) || (!primary && text::is_digit(c)); };
        if (!std::all_of(part.begin(), part.end(), letter)) return false;
        if (primary ? part.size() < 2 || part.size() > 3 : part.empty() || part.size() > 8) return false;
        if (part.size() == tag.size()) return true;
        tag.remove_prefix(part.size() + 1);
        primary = false;
    }
}

void SourceReader::read(const YamlTree& tree, YamlId list, const std::string& shown_as,
                        ProblemList& problems) {
    const YamlNode& node = tree.node(list);
    if (node.kind == YamlNode::Kind::null) return; // `sources:` with every entry commented out
    if (node.kind != YamlNode::Kind::sequence) {
        problems.add(node.at, "'sources' must be a list; begin each source with '- id: …'");
        return;
    }
    for (const YamlId item : node.children)
        read_one(tree, item, shown_as, problems);
}

void SourceReader::read_one(const YamlTree& tree, YamlId node, const std::string& shown_as,
                            ProblemList& problems) {
    Mapping mapping(tree, node, "a source", problems);
    Source source;
    read_fields(mapping, source, problems);
    read_fallbacks(tree, mapping, source, problems);
    mapping.finish();
    source.place.file = shown_as;
    source.place.line = mapping.at().line;
    check_unique(source, mapping, problems);
    out_.push_back(std::move(source));
}

void SourceReader::check_unique(const Source& source, const Mapping& mapping, ProblemList& problems) {
    const auto check = [&](auto& seen, const std::string& value, std::string_view key) {
        if (value.empty()) return;
        const auto [at, is_new] = seen.emplace(value, out_.size());
        if (is_new) return;
        const Place& first = out_[at->second].place;
        problems.add(mapping.at(key), fmt::format("'{}' {} is already used by the source at {}:{}", key,
                                                  in_quotes(value), first.file, first.line));
    };
    check(ids_, source.id, "id");
    check(urls_, source.url, "url");
}

std::vector<std::string_view> source_keys() {
    const YamlTree empty;
    ProblemList ignored("");
    Mapping mapping(empty, empty.root(), "", ignored);
    Source source;
    read_fields(mapping, source, ignored);
    read_fallbacks(empty, mapping, source, ignored);
    return {mapping.vocabulary().begin(), mapping.vocabulary().end()};
}

} // namespace khabar::settings
