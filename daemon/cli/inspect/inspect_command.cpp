#include "daemon/cli/inspect/inspect_command.hpp"

#include "daemon/cli/input/settings_in_force.hpp"
#include "daemon/cli/inspect/inspect_fetch.hpp"
#include "daemon/cli/inspect/inspectors.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "daemon/log/log.hpp"
#include "parsers/date/date_time.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <tl/expected.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

namespace khabar::cli {

namespace {

namespace json = boost::json;

// The answer with "id" in front, as every line of a batch has it.
json::object with_id(const json::value& id, json::object answer) {
    json::object line{{"id", id}};
    for (auto& field : answer)
        line.insert_or_assign(field.key(), std::move(field.value()));
    return line;
}

json::object answer_line(const InspectKind& kind, const std::string& line) {
    boost::system::error_code error;
    const auto parsed = json::parse(line, error);
    if (error) return {{"id", nullptr}, {"error", to_string(Error{Errc::bad_json, error.message()})}};
    if (!parsed.is_object())
        return {{"id", nullptr}, {"error", to_string(Error{Errc::bad_json, "not an object"})}};
    const auto& request = parsed.get_object();
    const auto* const id = request.if_contains("id");
    return with_id(id == nullptr ? json::value() : *id, kind.inspect(request));
}

int run_batch(const InspectKind& kind, std::istream& input) {
    std::string line;
    while (std::getline(input, line)) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) print_json_line(answer_line(kind, line));
    }
    return exit_ok;
}

std::string plain(const json::value& value) {
    if (value.is_string()) return value.get_string().empty() ? "–" : clean_lines(value.get_string());
    if (value.is_null()) return "–";
    if (value.is_double()) return fmt::format("{}", value.get_double()); // JSON's own is "2E0"
    return json::serialize(value);
}

void print_object(const json::object& object, const std::string& indent);

void print_field(std::string_view key, const json::value& value, const std::string& indent) {
    if (value.is_array()) {
        fmt::print("{}{}: {}\n", indent, key, value.get_array().size());
        for (const auto& item : value.get_array()) {
            if (item.is_object()) {
                print_object(item.get_object(), indent + "    ");
                fmt::print("\n");
            } else {
                fmt::print("{}    {}\n", indent, plain(item));
            }
        }
    } else if (value.is_object()) {
        fmt::print("{}{}:\n", indent, key);
        print_object(value.get_object(), indent + "    ");
    } else {
        const auto text = plain(value);
        fmt::print("{}{}:{}{}\n", indent, key, text.find('\n') == std::string::npos ? " " : "\n", text);
    }
}

// Answers are ours and shallow: at most a list of objects of lists.
// NOLINTNEXTLINE(misc-no-recursion)
void print_object(const json::object& object, const std::string& indent) {
    for (const auto& field : object)
        print_field(field.key(), field.value(), indent);
}

// Who asks at a terminal means today; a batch says what it means.
void add_now(const InspectKind& kind, json::object& request) {
    if (kind.name != "date" || request.contains("now")) return;
    request["now"] = date::to_iso8601(current_time());
}

json::object single_request(const InspectKind& kind, const InspectOptions& options) {
    json::object request;
    for (const auto& [field, value] : options.fields)
        if (!value.empty()) request[field] = value;
    add_now(kind, request);
    if (options.input != "-") {
        request[kind.argument] = options.input;
        return request;
    }
    std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
    if (kind.argument != "path")
        while (bytes.ends_with('\n') || bytes.ends_with('\r'))
            bytes.pop_back();
    request[kind.argument == "path" ? std::string_view("bytes") : kind.argument] = bytes;
    return request;
}

bool is_address(const InspectKind& kind, std::string_view input) {
    return kind.argument == "path" && (input.starts_with("http://") || input.starts_with("https://"));
}

// The pages of a site and the maps of them are for robots.txt to allow; feeds and lists are there to be read,
// and robots.txt itself is asked by everybody.
bool asks_robots(const InspectKind& kind) {
    return kind.name == "links" || kind.name == "sitemap" || kind.name == "encoding";
}

// What the options say goes before what the server says; of robots.txt, "url" is the address to judge.
json::object fetched_request(const InspectKind& kind, const InspectOptions& options,
                             const net::Response& response) {
    json::object request = request_of(response);
    if (kind.name == "robots") request.erase("url");
    for (const auto& [field, value] : options.fields)
        if (!value.empty()) request[field] = value;
    return request;
}

tl::expected<json::object, int> inspect_address(const InspectKind& kind, const InspectOptions& options) {
    auto settings = settings_in_force(options.config);
    if (!settings || !secrets_at_hand(*settings)) return tl::unexpected(exit_config);
    DocumentFetcher fetcher(std::move(*settings), options.allow_private);
    const auto response = fetcher.get(options.input, asks_robots(kind));
    if (!response) {
        fmt::print(stderr, "{}\n",
                   log::line("khabar: cannot fetch",
                             {{"url", options.input}, {"error", to_string(response.error())}}));
        return tl::unexpected(exit_failed);
    }
    json::object answer = kind.inspect(fetched_request(kind, options, *response));
    if (kind.name == "sitemap") follow_index(fetcher, answer);
    return answer;
}

tl::expected<json::object, int> single_answer(const InspectKind& kind, const InspectOptions& options) {
    if (is_address(kind, options.input)) return inspect_address(kind, options);
    return kind.inspect(single_request(kind, options));
}

int run_single(const InspectKind& kind, const InspectOptions& options) {
    const auto answered = single_answer(kind, options);
    if (!answered) return answered.error();
    const json::object& answer = *answered;
    if (const auto* const error = answer.if_contains("error"); error != nullptr && !options.json) {
        fmt::print(stderr, "{}\n", plain(*error));
        return plain(*error).starts_with(name(Errc::not_known)) ? exit_no_input : exit_data;
    }
    if (options.json)
        print_json_line(answer);
    else
        print_object(answer, "");
    return answer.contains("error") ? exit_data : exit_ok;
}

int unknown_kind(const std::string& asked) {
    std::string known;
    for (const auto& kind : inspect_kinds())
        known.append(known.empty() ? "" : ", ").append(kind.name);
    fmt::print(stderr, "no such kind '{}'; there are: {}\n", asked, known);
    return exit_usage;
}

} // namespace

int run_inspect(const InspectOptions& options) {
    const auto* const kind = find_inspect_kind(options.kind);
    if (kind == nullptr) return unknown_kind(options.kind);
    if (!options.batch) return run_single(*kind, options);
    if (options.input == "-") {
        std::ios::sync_with_stdio(false);
        return run_batch(*kind, std::cin);
    }
    std::ifstream file(options.input, std::ios::binary);
    if (file) return run_batch(*kind, file);
    fmt::print(stderr, "cannot open {}\n", options.input);
    return exit_no_input;
}

} // namespace khabar::cli
