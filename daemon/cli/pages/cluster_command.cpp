#include "daemon/cli/pages/cluster_command.hpp"

#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/store/database.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/story/story_index.hpp"
#include "parsers/date/parse.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

namespace khabar::cli {

namespace {

struct Input {
    boost::json::value id; // a string or a number, given back as it came
    std::string text;
    std::string title;
    std::string source;
    std::optional<std::chrono::sys_seconds> published;
    std::chrono::sys_seconds order{}; // when the stream had it: published, or as the line before
};

std::string string_of(const boost::json::object& object, std::string_view key) {
    const boost::json::value* value = object.if_contains(key);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::optional<std::chrono::sys_seconds> published_of(const boost::json::object& object) {
    const std::string stated = string_of(object, "published");
    if (stated.empty()) return std::nullopt;
    const std::optional<date::DateTime> parsed = date::parse(stated);
    if (!parsed || parsed->precision < date::Precision::day) return std::nullopt;
    return parsed->instant();
}

std::optional<Input> parse_line(const std::string& line) {
    boost::system::error_code error;
    boost::json::value value = boost::json::parse(line, error);
    if (error || !value.is_object() || !value.get_object().contains("id")) return std::nullopt;
    const boost::json::object& object = value.get_object();
    Input input{object.at("id"),
                string_of(object, "text"),
                string_of(object, "title"),
                string_of(object, "source"),
                published_of(object),
                {}};
    return input;
}

// False where a line could not be understood; each such line is named on standard error.
bool read_input(std::vector<Input>& inputs) {
    bool good = true;
    std::string line;
    for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
        if (line.empty()) continue;
        std::optional<Input> input = parse_line(line);
        if (input) {
            input->order =
                input->published.value_or(inputs.empty() ? std::chrono::sys_seconds{} : inputs.back().order);
            inputs.push_back(std::move(*input));
        } else {
            fmt::print(stderr, "khabar cluster: line {}: no JSON object with an id\n", number);
            good = false;
        }
    }
    // Lines before the first that states a time: as that one.
    const auto timed = std::find_if(inputs.begin(), inputs.end(), [](const Input& i) { return i.published; });
    if (timed != inputs.end())
        for (auto before = inputs.begin(); before != timed; ++before)
            before->order = timed->order;
    return good;
}

void place_all(story::StoryIndex& index, store::Database& database, const std::vector<Input>& inputs) {
    std::vector<std::size_t> stream(inputs.size());
    std::iota(stream.begin(), stream.end(), std::size_t{0});
    std::stable_sort(stream.begin(), stream.end(),
                     [&](std::size_t a, std::size_t b) { return inputs[a].order < inputs[b].order; });
    store::Transaction transaction(database);
    for (const std::size_t i : stream) {
        const Input& input = inputs[i];
        story::Document document;
        document.article = static_cast<std::int64_t>(i) + 1;
        document.title = input.title;
        document.text = input.text;
        document.source = input.source;
        document.published = input.published;
        document.fetched = input.order;
        index.place(document);
    }
    transaction.commit();
}

// Only now: a later article may have brought two stories together.
void print_all(story::StoryIndex& index, const std::vector<Input>& inputs) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::optional<story::Placement> placement = index.find(static_cast<std::int64_t>(i) + 1);
        boost::json::object line;
        line["id"] = inputs[i].id;
        line["cluster"] = placement->story;
        line["duplicate_of"] = nullptr;
        if (placement->duplicate_of)
            line["duplicate_of"] = inputs[static_cast<std::size_t>(*placement->duplicate_of - 1)].id;
        line["similarity"] = placement->similarity;
        line["kind"] = story::name(placement->kind);
        print_json_line(line);
    }
}

} // namespace

int run_cluster(const ClusterOptions&) {
    std::vector<Input> inputs;
    const bool good = read_input(inputs);
    store::Database database(":memory:");
    store::migrate(database);
    story::create_tables(database);
    story::StoryIndex index(database, [&](std::int64_t article) -> std::optional<story::StoredText> {
        const Input& input = inputs[static_cast<std::size_t>(article - 1)];
        return story::StoredText{input.title, input.text};
    });
    place_all(index, database, inputs);
    print_all(index, inputs);
    return good ? exit_ok : exit_data;
}

} // namespace khabar::cli
