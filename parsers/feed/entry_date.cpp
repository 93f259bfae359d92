#include "parsers/feed/entry_date.hpp"

#include "parsers/date/parse.hpp"
#include "parsers/date/zone.hpp"

#include <array>

namespace khabar::feed {
namespace {

// "2025-06-31T10:61:30" and a zone: every field two digits, whatever they say.
std::optional<date::DateTime> carried(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00T00:00:00";
    if (text.size() < shape.size()) return std::nullopt;
    std::array<int, 6> fields{};
    std::size_t field = 0;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == '0') {
            if (text[i] < '0' || text[i] > '9') return std::nullopt;
            fields[field] = fields[field] * 10 + (text[i] - '0');
        } else {
            if (text[i] != shape[i]) return std::nullopt;
            ++field;
        }
    }
    const std::string_view rest = text.substr(shape.size());
    const auto zone = rest.empty() ? std::nullopt : date::zone(rest);
    if ((!rest.empty() && !zone) || fields[1] == 0 || fields[2] == 0) return std::nullopt;
    const auto month = std::chrono::year_month{std::chrono::year{fields[0]}, std::chrono::January} +
                       std::chrono::months{fields[1] - 1};
    const auto day = std::chrono::local_days{month / 1} + std::chrono::days{fields[2] - 1};
    return date::DateTime{day + std::chrono::hours{fields[3]} + std::chrono::minutes{fields[4]} +
                              std::chrono::seconds{fields[5]},
                          zone, date::Precision::second};
}

} // namespace

std::optional<date::DateTime> entry_date(std::string_view text, std::optional<std::chrono::minutes> offset) {
    auto found = date::parse(text, {.now = std::nullopt, .offset = offset, .ahead = {}, .declared = true});
    if (found) return found;
    found = carried(text);
    if (found && !found->offset) found->offset = offset;
    return found;
}

} // namespace khabar::feed
