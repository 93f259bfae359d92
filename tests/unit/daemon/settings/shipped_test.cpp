// What is installed to /etc/khabar: it loads, it says the defaults, and it names every key there is, as does
// the schema.

#include "daemon/settings/load.hpp"
#include "daemon/settings/problem_list.hpp"
#include "daemon/settings/yaml_tree.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace khabar::settings {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

const fs::path config = fs::path(KHABAR_SOURCE_DIR) / "config";

std::string contents(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream out;
    out << stream.rdbuf();
    return std::move(out).str();
}

json::value schema(const char* name) {
    return json::parse(contents(config / name));
}

// "fetch.delay" → the text that stands there.
std::map<std::string, std::string> main_file_values() {
    ProblemList problems("khabar.yaml");
    const auto tree = parse_yaml(contents(config / "khabar.yaml"), problems);
    EXPECT_TRUE(tree);
    std::map<std::string, std::string> values;
    const auto each = [&](const YamlNode& mapping, const auto& use) {
        for (std::size_t i = 0; i < mapping.children.size(); i += 2)
            use(tree->node(mapping.children[i]).text, tree->node(mapping.children[i + 1]));
    };
    each(tree->node(tree->root()), [&](const std::string& section, const YamlNode& value) {
        if (value.kind == YamlNode::Kind::scalar) values[section] = value.text;
        if (value.kind == YamlNode::Kind::mapping)
            each(value, [&](const std::string& key, const YamlNode& node) {
                values[section + "." + key] = node.text;
            });
    });
    return values;
}

std::vector<std::string> keys_starting(std::string_view prefix) {
    std::vector<std::string> names;
    for (const std::string& name : key_names())
        if (name.starts_with(prefix)) names.push_back(name.substr(prefix.size()));
    return names;
}

std::vector<std::string> main_keys() {
    std::vector<std::string> names;
    for (const std::string& name : key_names())
        if (name.find("[]") == std::string::npos) names.push_back(name);
    return names;
}

std::vector<std::string> sorted_names(const json::object& properties) {
    std::vector<std::string> names;
    for (const auto& property : properties)
        names.emplace_back(property.key());
    std::sort(names.begin(), names.end());
    return names;
}

// "fetch.delay" → its schema.
std::map<std::string, json::object> main_schema() {
    std::map<std::string, json::object> found;
    const json::value whole = schema("khabar.schema.json");
    for (const auto& section : whole.at("properties").as_object()) {
        const json::object& described = section.value().as_object();
        if (described.contains("$ref")) continue; // the lists
        if (!described.contains("properties")) found[section.key()] = described;
        if (const auto* keys = described.if_contains("properties"))
            for (const auto& key : keys->as_object())
                found[std::string(section.key()) + "." + std::string(key.key())] = key.value().as_object();
    }
    return found;
}

std::string as_yaml(const json::value& value) {
    return value.is_string() ? std::string(value.as_string()) : json::serialize(value);
}

TEST(ShippedConfiguration, Loads) {
    const Loaded loaded = load(config / "khabar.yaml");
    std::vector<std::string> lines;
    for (const Problem& problem : loaded.problems)
        lines.push_back(to_string(problem));
    EXPECT_THAT(lines, IsEmpty());
    EXPECT_GE(loaded.settings.sources.size(), 20u);
    EXPECT_GE(loaded.settings.sites.size(), 3u);
}

TEST(ShippedConfiguration, SaysTheDefaults) {
    const Settings shipped = load(config / "khabar.yaml").settings;
    Fetch fetch;
    fetch.user_agent = shipped.fetch.user_agent;
    EXPECT_EQ(shipped.fetch, fetch);
    EXPECT_EQ(fetch.user_agent, defaults().fetch.user_agent);
    EXPECT_EQ(shipped.poll, Poll{});
    EXPECT_EQ(shipped.store, Store{});
    EXPECT_EQ(shipped.log, Log{});
    EXPECT_EQ(shipped.workers, Settings{}.workers);
}

TEST(ShippedConfiguration, HoldsEveryKeyAndNoOther) {
    std::vector<std::string> names;
    for (const auto& [name, value] : main_file_values())
        names.push_back(name);
    EXPECT_THAT(names, ElementsAreArray(main_keys()));
}

TEST(ShippedConfiguration, ExplainsEveryKeyOfItsLists) {
    const std::string sources = contents(config / "sources.d/arabic.yaml");
    for (const std::string& key : keys_starting("sources[]."))
        EXPECT_NE(sources.find(key + ": "), std::string::npos) << key;
    const std::string sites = contents(config / "sites.d/news.yaml");
    for (const std::string& key : keys_starting("sites[]."))
        EXPECT_NE(sites.find(key + ": "), std::string::npos) << key;
}

TEST(ShippedConfiguration, TellsEditorsWhereTheSchemaIs) {
    for (const auto& entry : fs::recursive_directory_iterator(config)) {
        if (entry.path().extension() != ".yaml") continue;
        const std::string text = contents(entry.path());
        const std::string line = text.substr(0, text.find('\n'));
        const std::string_view prefix = "# yaml-language-server: $schema=";
        ASSERT_TRUE(line.starts_with(prefix)) << entry.path();
        EXPECT_TRUE(fs::exists(entry.path().parent_path() / line.substr(prefix.size()))) << line;
    }
}

TEST(Manual, ExplainsEveryKey) {
    const std::string manual = contents(fs::path(KHABAR_SOURCE_DIR) / "docs/khabar.yaml.5");
    for (const std::string& name : key_names()) {
        const std::string key = name.substr(name.rfind('.') + 1);
        // ".B key" alone, or one of several in a line of ".BR".
        const bool alone = manual.find("\n.TP\n.B " + key + "\n") != std::string::npos;
        const bool first = manual.find("\n.TP\n.BR " + key + " ") != std::string::npos;
        const bool further = manual.find("\", \" " + key) != std::string::npos;
        EXPECT_TRUE(alone || first || further) << name;
    }
}

TEST(Schema, DescribesEveryKeyOfTheMainFileAndNoOther) {
    std::vector<std::string> names;
    for (const auto& [name, described] : main_schema()) {
        names.push_back(name);
        EXPECT_TRUE(described.contains("description")) << name;
    }
    EXPECT_THAT(names, ElementsAreArray(main_keys()));
}

TEST(Schema, SaysTheDefaultsOfTheMainFile) {
    const auto values = main_file_values();
    for (const auto& [name, described] : main_schema()) {
        ASSERT_TRUE(described.contains("default")) << name;
        const auto& value = described.at("default"); // the file's values are scalars; an empty list is ""
        const std::string expected = value.is_array() && value.get_array().empty() ? "" : as_yaml(value);
        EXPECT_EQ(expected, values.at(name)) << name;
    }
}

TEST(Schema, DescribesEveryKeyOfTheListsAndNoOther) {
    const json::value sources = schema("sources.schema.json");
    EXPECT_THAT(sorted_names(sources.at_pointer("/definitions/source/properties").as_object()),
                ElementsAreArray(keys_starting("sources[].")));
    const json::value sites = schema("sites.schema.json");
    EXPECT_THAT(sorted_names(sites.at_pointer("/definitions/site/properties").as_object()),
                ElementsAreArray(keys_starting("sites[].")));
}

TEST(Schema, EveryReferenceLeadsSomewhere) {
    for (const char* name : {"khabar.schema.json", "sources.schema.json", "sites.schema.json"}) {
        const std::string text = contents(config / name);
        const std::string_view mark = "\"$ref\": \"";
        std::size_t count = 0;
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at), ++count) {
            at += mark.size();
            const std::string reference = text.substr(at, text.find('"', at) - at);
            const std::string file = reference.substr(0, reference.find('#'));
            const json::value target = schema(file.empty() ? name : file.c_str());
            boost::system::error_code error;
            EXPECT_NE(target.find_pointer(reference.substr(reference.find('#') + 1), error), nullptr)
                << name << ": " << reference;
        }
        EXPECT_GT(count, 0u) << name;
    }
}

} // namespace
} // namespace khabar::settings
