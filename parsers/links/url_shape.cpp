#include "parsers/links/url_shape.hpp"

#include "parsers/date/parse.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/url/path.hpp"
#include "parsers/url/percent.hpp"

#include <algorithm>
#include <vector>

namespace khabar::links {

namespace {

// Heads of families are told apart up to here, which is deeper than sites nest.
constexpr std::size_t max_segments = 8;

enum class Part : std::uint8_t { name, number, slug };

using text::is_digit;

std::vector<std::string> segments_of(std::string_view path) {
    std::vector<std::string> segments;
    for (const std::string_view segment : url::segments(path))
        if (segments.size() < max_segments)
            segments.push_back(text::to_valid_utf8(url::percent_decode(segment)));
    return segments;
}

std::ptrdiff_t joints(std::string_view segment) {
    return std::ranges::count_if(segment, [](char c) { return c == '-' || c == '_' || c == '+'; });
}

// The longest run of digits: an identifier has four or more.
std::size_t digits_in(std::string_view text) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = is_digit(c) ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

Part part_of(std::string_view segment) {
    const std::string_view stem = segment.substr(0, segment.rfind('.'));
    if (!stem.empty() && std::ranges::all_of(stem, is_digit)) return Part::number;
    return joints(stem) >= 3 || text::length(stem) >= 25 || digits_in(stem) >= 4 ? Part::slug : Part::name;
}

double slug_shape(std::string_view segment) {
    const double by_length = std::clamp((static_cast<double>(text::length(segment)) - 12) / 18, 0.0, 1.0);
    const double by_joints = std::clamp((static_cast<double>(joints(segment)) - 1) / 3, 0.0, 1.0);
    const double by_number = digits_in(segment) >= 4 ? 0.9 : 0;
    return std::max({(by_length + by_joints) / 2, by_number});
}

} // namespace

double url_shape(const url::Url& url) {
    const auto segments = segments_of(url.path());
    const double by_query = digits_in(url.query().value_or("")) >= 4 ? 0.8 : 0;
    if (segments.empty()) return by_query;
    if (date::from_url_path(url.path())) return 1;
    // Some put the slug before a number, a language or "amp".
    double best = by_query;
    for (std::size_t i = segments.size() - std::min<std::size_t>(segments.size(), 2); i < segments.size();
         ++i)
        best = std::max(best, slug_shape(segments[i]));
    return best;
}

std::string url_family(const url::Url& url) {
    const auto segments = segments_of(url.path());
    std::string family(url.host());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Part part = part_of(segments[i]);
        family.push_back('/');
        const bool last = i + 1 == segments.size();
        if (part == Part::name && !last)
            family += segments[i];
        else
            family += part == Part::name ? "name" : part == Part::number ? "1" : "slug";
    }
    return family;
}

} // namespace khabar::links
