#include "parsers/links/glob.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/url/percent.hpp"

#include <algorithm>

namespace khabar::links {

Result<Glob> Glob::compile(std::string_view pattern) {
    if (pattern.empty() || pattern.size() > max_pattern_bytes)
        return fail(Errc::bad_config, "must have 1 to " + std::to_string(max_pattern_bytes) + " bytes");
    if (pattern.front() != '/' && pattern.front() != '*')
        return fail(Errc::bad_config, "is matched against the path: begin it with / or **");
    Glob glob;
    glob.with_query_ = pattern.find('?') != std::string_view::npos;
    const std::string text = url::percent_decode(pattern); // as copied from an address bar
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool two = text[i] == '*' && i + 1 < text.size() && text[i + 1] == '*';
        if (two)
            glob.steps_.push_back({Kind::anything, 0});
        else if (text[i] == '*')
            glob.steps_.push_back({Kind::segment, 0});
        else if (text[i] == '#')
            glob.steps_.push_back({Kind::digits, 0});
        else
            glob.steps_.push_back({Kind::literal, text[i]});
        if (two) ++i;
    }
    return glob;
}

// All places of the pattern that the text so far can have reached are carried along (Thompson's
// construction), so no pattern makes it go back.
bool Glob::matches(const url::Url& url) const {
    std::string text = url::percent_decode(url.path());
    if (with_query_) text.append("?").append(url::percent_decode(url.query().value_or("")));
    const std::size_t end = steps_.size();
    std::vector<char> at(end + 1, 0);
    std::vector<char> next(end + 1, 0);
    const auto reach = [&](std::vector<char>& set, std::size_t place) {
        set[place] = 1;
        // A star may stand for nothing. What follows a place that was reached before was reached too.
        const auto star = [&] {
            return steps_[place].kind == Kind::segment || steps_[place].kind == Kind::anything;
        };
        while (place < end && star() && set[place + 1] == 0)
            set[++place] = 1;
    };
    reach(at, 0);
    for (const char c : text) {
        std::ranges::fill(next, char{0});
        for (std::size_t place = 0; place < end; ++place) {
            if (at[place] == 0) continue;
            const Step step = steps_[place];
            const bool digit = text::is_digit(c);
            if (step.kind == Kind::anything || (step.kind == Kind::segment && c != '/')) reach(next, place);
            if (step.kind == Kind::digits && digit) {
                next[place] = 1;
                reach(next, place + 1);
            }
            if (step.kind == Kind::literal && c == step.literal) reach(next, place + 1);
        }
        at.swap(next);
    }
    return at[end] != 0;
}

} // namespace khabar::links
