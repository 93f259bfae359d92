#include "daemon/settings/source_access.hpp"

#include "parsers/text/ascii.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace khabar::settings {

namespace {

constexpr std::size_t most_name_bytes = 256;
constexpr std::size_t most_fields = 50;

// Token characters of RFC 9110 §5.6.2: what a header field's or cookie's name may be made of.
bool is_token(std::string_view text) {
    const auto allowed = [](char c) {
        return text::is_letter_or_digit(c) ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    };
    return !text.empty() && text.size() <= most_name_bytes && std::all_of(text.begin(), text.end(), allowed);
}

// Fields that khabar or the transfer itself must decide.
bool is_ours(std::string_view name) {
    constexpr std::array<std::string_view, 12> ours{
        "host",    "connection",         "content-length", "transfer-encoding", "te",
        "upgrade", "accept-encoding",    "keep-alive",     "if-none-match",     "if-modified-since",
        "trailer", "proxy-authorization"};
    const std::string lower = text::lower_case(name);
    return std::find(ours.begin(), ours.end(), lower) != ours.end();
}

Secret place(Secret secret, Position at, const ProblemList& problems) {
    secret.file = problems.file();
    secret.line = at.line;
    secret.column = at.column;
    return secret;
}

Secret reference(const YamlTree& tree, const YamlNode& node, std::string_view key, ProblemList& problems) {
    constexpr std::array<std::pair<std::string_view, Secret::From>, 3> kinds{
        {{"credential", Secret::From::credential},
         {"env", Secret::From::environment},
         {"file", Secret::From::file}}};
    if (node.children.size() == 2 && tree.node(node.children[1]).kind == YamlNode::Kind::scalar)
        for (const auto& [word, from] : kinds)
            if (tree.node(node.children[0]).text == word) {
                const std::string& name = tree.node(node.children[1]).text;
                const bool folder = from == Secret::From::credential && name.find('/') != std::string::npos;
                if (!name.empty() && !folder) return {from, name};
            }
    problems.add(node.at,
                 fmt::format("'{}' must be the secret itself, or one of {{credential: NAME}}, {{env: NAME}} "
                             "and {{file: PATH}}",
                             key));
    return {};
}

Secret secret_at(const YamlTree& tree, YamlId id, std::string_view key, ProblemList& problems) {
    const YamlNode& node = tree.node(id);
    if (node.kind == YamlNode::Kind::scalar && node.text.empty()) return {};
    if (node.kind == YamlNode::Kind::scalar) {
        const auto control = [](unsigned char c) { return c < 0x20 || c == 0x7F; };
        if (std::none_of(node.text.begin(), node.text.end(), control))
            return place({Secret::From::literal, node.text}, node.at, problems);
        problems.add(node.at, fmt::format("'{}' must be one line without control characters", key));
        return {};
    }
    if (node.kind == YamlNode::Kind::mapping)
        return place(reference(tree, node, key, problems), node.at, problems);
    problems.add(node.at, fmt::format("'{}' has no value; give it one, or remove the line", key));
    return {};
}

void read_basic(const YamlTree& tree, YamlId id, Auth& auth, ProblemList& problems) {
    Mapping basic(tree, id, "basic", problems);
    basic.require("username");
    basic.require("password");
    basic.text("username", auth.username, most_name_bytes);
    read_secret(basic, "password", auth.password, problems);
    if (auth.username.find(':') != std::string::npos) // RFC 7617 §2
        problems.add(basic.at("username"), "'username' must not hold a colon");
    basic.finish();
}

void read_auth(const YamlTree& tree, YamlId id, Auth& auth, ProblemList& problems) {
    Mapping mapping(tree, id, "auth", problems);
    const auto basic = mapping.child("basic");
    if (basic) read_basic(tree, *basic, auth, problems);
    read_secret(mapping, "bearer", auth.bearer, problems);
    if (basic.has_value() == mapping.has("bearer"))
        problems.add(mapping.at(), "'auth' must hold either basic or bearer");
    mapping.finish();
}

void read_fields(const YamlTree& tree, YamlId id, std::string_view key, std::vector<NamedSecret>& out,
                 ProblemList& problems) {
    const YamlNode& node = tree.node(id);
    if (node.kind == YamlNode::Kind::null) return;
    Mapping duplicates(tree, id, key, problems); // says so where a name stands twice
    if (node.kind != YamlNode::Kind::mapping) return;
    if (node.children.size() / 2 > most_fields) {
        problems.add(node.at, fmt::format("'{}' has more than {} entries", key, most_fields));
        return;
    }
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
        const YamlNode& name = tree.node(node.children[i]);
        if (!is_token(name.text))
            problems.add(name.at, fmt::format("{} cannot be a name in '{}'", in_quotes(name.text), key));
        else if (key == "headers" && is_ours(name.text))
            problems.add(name.at, fmt::format("{} is khabar's own to send", in_quotes(name.text)));
        else
            out.push_back({name.text, secret_at(tree, node.children[i + 1], name.text, problems)});
    }
}

} // namespace

void read_secret(Mapping& mapping, std::string_view key, Secret& field, ProblemList& problems) {
    if (const auto id = mapping.child(key)) field = secret_at(mapping.tree(), *id, key, problems);
}

void read_access(Mapping& mapping, Source& source, ProblemList& problems) {
    const YamlTree& tree = mapping.tree();
    if (const auto auth = mapping.child("auth")) read_auth(tree, *auth, source.access.edit().auth, problems);
    if (const auto headers = mapping.child("headers"))
        read_fields(tree, *headers, "headers", source.access.edit().headers, problems);
    if (const auto cookies = mapping.child("cookies"))
        read_fields(tree, *cookies, "cookies", source.access.edit().cookies, problems);
}

} // namespace khabar::settings
