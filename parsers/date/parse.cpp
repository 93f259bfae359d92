#include "parsers/date/parse.hpp"

#include "parsers/date/iso8601.hpp"
#include "parsers/date/rfc822.hpp"

namespace khabar::date {
namespace {

// No date is longer; what stands beyond is not looked at.
constexpr std::size_t max_bytes = 256;

std::string_view trim(std::string_view text) noexcept {
    constexpr std::string_view space = " \t\r\n\f\v";
    const std::size_t begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

} // namespace

std::optional<DateTime> parse(std::string_view text, const Context& context) {
    text = trim(text.substr(0, max_bytes));
    if (text.empty()) return std::nullopt;
    std::optional<DateTime> found = parse_iso8601(text);
    if (!found && !is_iso8601_shaped(text)) found = parse_rfc822(text);
    if (!found) return std::nullopt;
    if (!found->offset && found->precision >= Precision::hour) found->offset = context.offset;
    return found;
}

} // namespace khabar::date
