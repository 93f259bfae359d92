#include "parsers/robots/record.hpp"

#include "parsers/robots/robots.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>

namespace khabar::robots {

namespace {

using namespace std::literals;

constexpr auto white_space = " \t\v\f\0"sv;

struct Spelling {
    std::string_view begin; // names are compared by their beginning
    Field field;
};

// Right spellings and those seen often enough that Google accepts them.
constexpr Spelling spellings[] = {
    {"user-agent", Field::user_agent},   {"useragent", Field::user_agent},
    {"user agent", Field::user_agent},   {"allow", Field::allow},
    {"disallow", Field::disallow},       {"dissallow", Field::disallow},
    {"dissalow", Field::disallow},       {"disalow", Field::disallow},
    {"diasllow", Field::disallow},       {"disallaw", Field::disallow},
    {"sitemap", Field::sitemap},         {"site-map", Field::sitemap},
    {"crawl-delay", Field::crawl_delay}, {"crawldelay", Field::crawl_delay},
};

Field field_of(std::string_view name) noexcept {
    for (const auto& spelling : spellings)
        if (text::starts_ignoring_case(name, spelling.begin)) return spelling.field;
    return Field::other;
}

Record record_of(std::string_view line, std::uint32_t number) noexcept {
    line = text::trim(line.substr(0, line.find('#')), white_space);
    auto separator = line.find(':');
    if (separator == std::string_view::npos) {
        // "disallow /": the colon forgotten, if there are exactly two words.
        separator = line.find_first_of(" \t");
        if (separator == std::string_view::npos) return {};
        if (text::trim(line.substr(separator), white_space).find_first_of(" \t") != std::string_view::npos)
            return {};
    }
    return {field_of(text::trim(line.substr(0, separator), white_space)),
            text::trim(line.substr(separator + 1), white_space), number};
}

// A BOM, also one cut short, also one that went through an editor as Latin-1.
std::string_view without_bom(std::string_view bytes) noexcept {
    for (const auto bom : {"\xEF\xBB\xBF"sv, "\xC3\xAF\xC2\xBB\xC2\xBF"sv}) {
        const auto [end, ignored] = std::mismatch(bytes.begin(), bytes.end(), bom.begin(), bom.end());
        if (end != bytes.begin()) return bytes.substr(static_cast<std::size_t>(end - bytes.begin()));
    }
    return bytes;
}

} // namespace

void for_each_record(std::string_view bytes, const std::function<void(const Record&)>& use) {
    if (bytes.size() > max_bytes) { // a line that the bound cuts could mean something else: it goes
        bytes = bytes.substr(0, max_bytes);
        bytes = bytes.substr(0, bytes.find_last_of("\r\n") + 1);
    }
    bytes = without_bom(bytes);
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const auto end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
        const auto record = record_of(bytes.substr(begin, std::min(end - begin, max_line_bytes)), ++number);
        if (record.field != Field::other) use(record);
        begin = end + (bytes.substr(end).starts_with("\r\n") ? 2 : 1);
    }
}

} // namespace khabar::robots
