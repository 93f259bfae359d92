#pragma once
// One YAML mapping read key by key into typed fields. Every read names its key, so what was never asked for
// is unknown and what is asked for is the vocabulary of the mapping; a value that is wrong is a problem and
// leaves the field at its default.

#include "daemon/settings/problem_list.hpp"
#include "daemon/settings/yaml_tree.hpp"

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar::settings {

// A scalar with its place, for the checks that a field's owner makes itself.
struct Scalar {
    std::string text;
    Position at;
};

template <typename T>
struct Range {
    T least;
    T most;
};

// Ages at which stored pages are fetched again: sooner is the same visit, later than most feeds show is no
// newspaper's correction any more; and as many as a page of a live blog deserves.
inline constexpr std::chrono::seconds least_revisit = std::chrono::minutes(10);
inline constexpr std::chrono::seconds most_revisit = std::chrono::hours(24 * 90);
inline constexpr std::size_t most_revisits = 12;

// How long articles may be kept: 0 for ever; less than a day would delete what feeds still show.
inline constexpr std::chrono::seconds least_keep = std::chrono::hours(24);

class Mapping {
  public:
    // `where` names the mapping in messages: "fetch", "a source". A null node is an empty mapping.
    Mapping(const YamlTree& tree, YamlId id, std::string_view where, ProblemList& problems);

    // None where the key is absent or its value is no scalar.
    [[nodiscard]] std::optional<Scalar> scalar(std::string_view key);
    // A list of scalars, or one scalar for a list of one; empty where absent. At most max_list_items.
    [[nodiscard]] std::vector<Scalar> scalars(std::string_view key);
    // The node below `key`, whatever it is.
    [[nodiscard]] std::optional<YamlId> child(std::string_view key);

    // Each writes `field` only where the key is there and its value is good.
    void text(std::string_view key, std::string& field, std::size_t most_bytes);
    void boolean(std::string_view key, bool& field);
    void number(std::string_view key, std::uint32_t& field, Range<std::uint32_t> range);
    void duration(std::string_view key, std::chrono::milliseconds& field,
                  Range<std::chrono::milliseconds> range);
    void duration(std::string_view key, std::chrono::seconds& field, Range<std::chrono::seconds> range);
    void duration(std::string_view key, std::optional<std::chrono::seconds>& field,
                  Range<std::chrono::seconds> range);
    void size(std::string_view key, std::size_t& field, Range<std::size_t> range);

    // `revisit`, of all sources or of one: a list of ages, ascending.
    void revisit(std::optional<std::vector<std::chrono::seconds>>& field);
    // `keep`, of the archive or of one source.
    void keep(std::optional<std::chrono::seconds>& field);

    template <typename Enum>
    void choice(std::string_view key, Enum& field, std::span<const std::pair<std::string_view, Enum>> names) {
        std::vector<std::string_view> words;
        for (const auto& [word, value] : names)
            words.push_back(word);
        if (const auto index = one_of(key, words)) field = names[*index].second;
    }
    // The index of the word that stands at `key`.
    [[nodiscard]] std::optional<std::size_t> one_of(std::string_view key,
                                                    std::span<const std::string_view> words);

    // A problem where `key` is absent.
    void require(std::string_view key);
    // Call last: a problem for every key that was never asked for, with the nearest one that was. `home_of`
    // tells the mapping that a key belongs to, empty where it knows none.
    void finish(std::string (*home_of)(std::string_view key) = nullptr);

    [[nodiscard]] const YamlTree& tree() const noexcept { return tree_; } // of what child() returns
    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
    [[nodiscard]] Position at() const;
    [[nodiscard]] Position at(std::string_view key) const; // of the key's value, else of the mapping
    [[nodiscard]] std::span<const std::string_view> vocabulary() const noexcept { return asked_; }

    static constexpr std::size_t max_list_items = 1000;
    static constexpr std::size_t max_keys = 100; // ten times ours; finding duplicates is quadratic in it

  private:
    struct Entry {
        Scalar key;
        YamlId value;
    };

    void add_entry(YamlId key, YamlId value);
    [[nodiscard]] const Entry* find(std::string_view key) const;
    [[nodiscard]] std::optional<Scalar> as_scalar(YamlId id, std::string_view key);

    const YamlTree& tree_;
    YamlId id_;
    std::string where_;
    ProblemList& problems_;
    std::vector<Entry> entries_;
    std::vector<std::string_view> asked_; // literals of the callers
};

} // namespace khabar::settings
