#pragma once
// robots.txt by RFC 9309: the longest matching rule wins, Allow wins a tie, `*` and `$` in patterns, groups merged by product token.
// Bounds: the first 512 KiB are read, 5,000 rules a group, 32 stars a rule; matching is linear in pattern times path length.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::robots {

struct Rule {
    std::string pattern; // normalised percent-encoding
    bool allow = false;
    std::uint32_t line = 0; // 1-based, in the file
};

struct Verdict {
    bool allowed = true;
    std::uint32_t line = 0; // the rule that decided; 0 where none did
};

// The rules that one agent must follow.
struct Robots {
    std::vector<Rule> rules;
    std::optional<std::chrono::milliseconds> crawl_delay; // clamped to 0…120 s
    std::vector<std::string> sitemaps;                     // of the whole file, as written

    // `path` is path and query as in the request line ("/a?b=c").
    [[nodiscard]] Verdict verdict(std::string_view path) const;
};

// `agent` is a user-agent string or product token: "khabar/0.1 (+https://…)" matches groups for "khabar".
[[nodiscard]] Robots parse(std::string_view bytes, std::string_view agent);

} // namespace khabar::robots
