#include "daemon/settings/mapping.hpp"

#include "daemon/settings/edit_distance.hpp"
#include "daemon/settings/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace khabar::settings {

namespace {

std::string listed(std::span<const std::string_view> words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
        out += words[i];
    }
    return out;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
    const auto best = nearest(word, known);
    return best ? fmt::format("; did you mean '{}'?", *best) : std::string{};
}

} // namespace

Mapping::Mapping(const YamlTree& tree, YamlId id, std::string_view where, ProblemList& problems)
    : tree_(tree),
      id_(id),
      where_(where),
      problems_(problems) {
    const YamlNode& node = tree_.node(id);
    if (node.kind == YamlNode::Kind::null) return;
    if (node.kind != YamlNode::Kind::mapping) {
        problems_.add(node.at, fmt::format("{} must be a mapping of keys to values (key: value)", where_));
        return;
    }
    if (node.children.size() / 2 > max_keys) {
        problems_.add(node.at, fmt::format("{} has more than {} keys", where_, max_keys));
        return;
    }
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2)
        add_entry(node.children[i], node.children[i + 1]);
}

void Mapping::add_entry(YamlId key, YamlId value) {
    const YamlNode& node = tree_.node(key);
    if (const Entry* first = find(node.text)) {
        problems_.add(node.at, fmt::format("{} stands twice in {} (first in line {}); keep one",
                                           in_quotes(node.text), where_, first->key.at.line));
        return;
    }
    entries_.push_back({{node.text, node.at}, value});
}

const Mapping::Entry* Mapping::find(std::string_view key) const {
    const auto at =
        std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.key.text == key; });
    return at == entries_.end() ? nullptr : &*at;
}

Position Mapping::at() const {
    return tree_.node(id_).at;
}

Position Mapping::at(std::string_view key) const {
    const Entry* entry = find(key);
    return entry != nullptr ? tree_.node(entry->value).at : at();
}

std::optional<YamlId> Mapping::child(std::string_view key) {
    asked_.push_back(key);
    const Entry* entry = find(key);
    if (entry == nullptr) return std::nullopt;
    return entry->value;
}

std::optional<Scalar> Mapping::as_scalar(YamlId id, std::string_view key) {
    const YamlNode& node = tree_.node(id);
    if (node.kind == YamlNode::Kind::scalar) return Scalar{node.text, node.at};
    if (node.kind == YamlNode::Kind::null)
        problems_.add(node.at, fmt::format("'{}' has no value; give it one, or remove the line", key));
    else
        problems_.add(node.at, fmt::format("'{}' must be a single value", key));
    return std::nullopt;
}

std::optional<Scalar> Mapping::scalar(std::string_view key) {
    const auto value = child(key);
    return value ? as_scalar(*value, key) : std::nullopt;
}

std::vector<Scalar> Mapping::scalars(std::string_view key) {
    std::vector<Scalar> out;
    const auto value = child(key);
    if (!value || tree_.node(*value).kind == YamlNode::Kind::null) return out;
    const YamlNode& node = tree_.node(*value);
    if (node.kind != YamlNode::Kind::sequence) {
        if (auto one = as_scalar(*value, key)) out.push_back(std::move(*one));
        return out;
    }
    if (node.children.size() > max_list_items) {
        problems_.add(node.at, fmt::format("'{}' has more than {} items", key, max_list_items));
        return out;
    }
    for (const YamlId item : node.children)
        if (auto one = as_scalar(item, key)) out.push_back(std::move(*one));
    return out;
}

void Mapping::text(std::string_view key, std::string& field, std::size_t most_bytes) {
    auto value = scalar(key);
    if (!value) return;
    const auto control = [](unsigned char c) { return c < 0x20 || c == 0x7F; };
    if (value->text.size() > most_bytes)
        problems_.add(value->at, fmt::format("'{}' is longer than {} bytes", key, most_bytes));
    else if (std::any_of(value->text.begin(), value->text.end(), control))
        problems_.add(value->at, fmt::format("'{}' must be one line without control characters", key));
    else
        field = std::move(value->text);
}

void Mapping::boolean(std::string_view key, bool& field) {
    constexpr std::array<std::string_view, 2> words{"false", "true"};
    if (const auto index = one_of(key, words)) field = *index == 1;
}

void Mapping::number(std::string_view key, std::uint32_t& field, Range<std::uint32_t> range) {
    const auto value = scalar(key);
    if (!value) return;
    std::uint32_t number = 0;
    const char* const end = value->text.data() + value->text.size();
    const auto [stop, error] = std::from_chars(value->text.data(), end, number);
    if (error != std::errc{} || stop != end || number < range.least || number > range.most)
        problems_.add(value->at, fmt::format("'{}' must be a whole number from {} to {}, not {}", key,
                                             range.least, range.most, in_quotes(value->text)));
    else
        field = number;
}

void Mapping::duration(std::string_view key, std::chrono::milliseconds& field,
                       Range<std::chrono::milliseconds> range) {
    const auto value = scalar(key);
    if (!value) return;
    const auto parsed = parse_duration(value->text);
    if (!parsed)
        problems_.add(value->at,
                      fmt::format("'{}': {} {}", key, in_quotes(value->text), parsed.error().detail));
    else if (*parsed < range.least || *parsed > range.most)
        problems_.add(value->at,
                      fmt::format("'{}' must be from {} to {}, not {}", key, format_duration(range.least),
                                  format_duration(range.most), in_quotes(value->text)));
    else
        field = *parsed;
}

void Mapping::duration(std::string_view key, std::chrono::seconds& field, Range<std::chrono::seconds> range) {
    std::chrono::milliseconds exact = field;
    duration(key, exact, {range.least, range.most});
    const auto whole = std::chrono::duration_cast<std::chrono::seconds>(exact);
    if (whole != exact)
        problems_.add(at(key), fmt::format("'{}' must be whole seconds", key));
    else
        field = whole;
}

void Mapping::duration(std::string_view key, std::optional<std::chrono::seconds>& field,
                       Range<std::chrono::seconds> range) {
    std::chrono::seconds value = range.least - std::chrono::seconds(1);
    duration(key, value, range);
    if (value >= range.least) field = value;
}

void Mapping::revisit(std::optional<std::vector<std::chrono::seconds>>& field) {
    constexpr std::string_view key = "revisit";
    const std::vector<Scalar> items = scalars(key);
    if (!has(key)) return;
    std::vector<std::chrono::seconds> ages;
    for (const Scalar& item : items) {
        const auto age = parse_duration(item.text);
        if (!age)
            problems_.add(item.at, fmt::format("'{}': {} {}", key, in_quotes(item.text), age.error().detail));
        else if (*age < least_revisit || *age > most_revisit)
            problems_.add(item.at, fmt::format("'{}': an age must be from {} to {}, not {}", key,
                                               format_duration(least_revisit), format_duration(most_revisit),
                                               in_quotes(item.text)));
        else if (!ages.empty() && *age <= ages.back())
            problems_.add(item.at,
                          fmt::format("'{}': ages must ascend, and {} does not", key, in_quotes(item.text)));
        else
            ages.push_back(std::chrono::duration_cast<std::chrono::seconds>(*age));
    }
    if (ages.size() > most_revisits)
        problems_.add(at(key), fmt::format("'{}' has more than {} ages", key, most_revisits));
    else
        field = std::move(ages);
}

void Mapping::keep(std::optional<std::chrono::seconds>& field) {
    duration("keep", field, {std::chrono::seconds(0), std::chrono::hours(24 * 3650)});
    if (field && field->count() > 0 && *field < least_keep)
        problems_.add(at("keep"),
                      "'keep' must be 0 (for ever) or at least 1d: feeds show for a day or two what was "
                      "deleted here");
}

void Mapping::size(std::string_view key, std::size_t& field, Range<std::size_t> range) {
    const auto value = scalar(key);
    if (!value) return;
    const auto parsed = parse_size(value->text);
    if (!parsed)
        problems_.add(value->at,
                      fmt::format("'{}': {} {}", key, in_quotes(value->text), parsed.error().detail));
    else if (*parsed < range.least || *parsed > range.most)
        problems_.add(value->at,
                      fmt::format("'{}' must be from {} to {}, not {}", key, format_size(range.least),
                                  format_size(range.most), in_quotes(value->text)));
    else
        field = *parsed;
}

std::optional<std::size_t> Mapping::one_of(std::string_view key, std::span<const std::string_view> words) {
    const auto value = scalar(key);
    if (!value) return std::nullopt;
    const auto at = std::find(words.begin(), words.end(), value->text);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    problems_.add(value->at, fmt::format("'{}' must be {}, not {}{}", key, listed(words),
                                         in_quotes(value->text), did_you_mean(value->text, words)));
    return std::nullopt;
}

void Mapping::require(std::string_view key) {
    if (tree_.node(id_).kind == YamlNode::Kind::mapping || tree_.node(id_).kind == YamlNode::Kind::null)
        if (find(key) == nullptr)
            problems_.add(at(), fmt::format("'{}' is missing from {}; add it", key, where_));
}

void Mapping::finish(std::string (*home_of)(std::string_view key)) {
    for (const Entry& entry : entries_) {
        const std::string& key = entry.key.text;
        if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
        const std::string home = home_of != nullptr ? home_of(key) : std::string{};
        const std::string hint =
            home.empty() ? did_you_mean(key, asked_) : fmt::format("; it belongs in '{}'", home);
        problems_.add(entry.key.at, fmt::format("unknown key {} in {}{}", in_quotes(key), where_, hint));
    }
}

} // namespace khabar::settings
