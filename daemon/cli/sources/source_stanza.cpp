#include "daemon/cli/sources/source_stanza.hpp"

#include "daemon/settings/quantity.hpp"
#include "daemon/settings/yaml_text.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/url/canonical.hpp"

#include <fmt/format.h>

namespace khabar::cli {

namespace {

constexpr std::size_t most_id_bytes = 48; // ids have 64; a number may follow

bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Letters and digits in lower case, everything else one hyphen; empty where little is left of it.
std::string slug(std::string_view text) {
    std::string out;
    std::size_t foreign = 0;
    for (const char c : text.substr(0, 256)) {
        const char lower = text::lower(c);
        if (static_cast<unsigned char>(c) >= 0x80) ++foreign;
        if (is_lower_or_digit(lower))
            out.push_back(lower);
        else if (!out.empty() && out.back() != '-')
            out.push_back('-');
        if (out.size() >= most_id_bytes) break;
    }
    while (out.ends_with('-'))
        out.pop_back();
    return out.size() > foreign ? out : std::string();
}

std::string host_slug(std::string_view address) {
    const auto url = url::Url::parse(address);
    if (!url) return {};
    std::string_view host = url->host();
    if (host.starts_with("www.")) host.remove_prefix(4);
    return slug(host);
}

void add_key(std::string& out, std::string_view indent, std::string_view key, std::string_view value) {
    out.append(indent).append(key).append(": ").append(value).append("\n");
}

void add_input(std::string& out, std::string_view indent, const settings::SourceInput& input) {
    add_key(out, indent, "url", settings::yaml_text(input.url));
    if (!input.links.empty()) add_key(out, indent, "links", settings::yaml_text(input.links));
    if (!input.pattern.empty()) add_key(out, indent, "pattern", settings::yaml_text(input.pattern));
    if (input.newer_than) add_key(out, indent, "newer_than", settings::format_duration(*input.newer_than));
    if (input.backfill) add_key(out, indent, "backfill", "true");
}

} // namespace

std::string make_source_id(std::string_view title, std::string_view url,
                           std::set<std::string, std::less<>>& taken) {
    std::string stem = slug(title);
    if (stem.empty()) stem = host_slug(url);
    if (stem.empty()) stem = "source";
    std::string id = stem;
    for (int number = 2; !taken.insert(id).second; ++number)
        id = fmt::format("{}-{}", stem, number);
    return id;
}

std::string source_stanza(const settings::Source& source) {
    std::string out;
    constexpr std::string_view indent = "    ";
    out.append("  - id: ").append(settings::yaml_text(source.id)).append("\n");
    if (!source.name.empty() && source.name != source.id)
        add_key(out, indent, "name", settings::yaml_text(source.name));
    if (source.kind != settings::SourceKind::feed) add_key(out, indent, "kind", settings::name(source.kind));
    add_input(out, indent, source);
    if (!source.tags.empty()) add_key(out, indent, "tags", settings::yaml_list(source.tags));
    if (!source.language.empty()) add_key(out, indent, "language", settings::yaml_text(source.language));
    if (!source.fallbacks.empty()) out.append(indent).append("fallbacks:\n");
    for (const settings::SourceInput& input : source.fallbacks) {
        out.append("      - kind: ").append(settings::name(input.kind)).append("\n");
        add_input(out, "        ", input);
    }
    return out;
}

} // namespace khabar::cli
