#pragma once
// robots.txt by RFC 9309: the longest matching rule wins, Allow wins a tie, `*` and `$` in patterns, groups
// merged by product token. Where the RFC leaves room we do as Google's matcher does, whose reading site
// owners test against: lines without a colon, common misspellings and a directory for its index.html are
// understood; other records never end a group. Against the RFC, and with Google, "%62" in a rule is not "b"
// (pattern.hpp).
//
// Bounds: the first 512 KiB are read, 16,663 bytes a line, 5,000 rules a group, 32 stars a rule (a Disallow
// is cut there, which makes it wider; an Allow is dropped). Reading is linear. A verdict looks once at each
// rule; one that would search more than 256 KiB is a refusal, since only a file made to be slow needs it.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::robots {

inline constexpr std::size_t max_bytes = std::size_t{512} * 1024; // RFC 9309, §2.5, asks for at least 500 KiB
inline constexpr std::size_t max_line_bytes = 16'663; // Google: eight times the longest address browsers took
inline constexpr std::size_t max_rules = 5'000;
inline constexpr std::size_t max_stars = 32;
inline constexpr std::chrono::seconds max_crawl_delay{120};
// What one verdict may look through for the pieces after stars: some 3 ms for the worst patterns there are,
// and room for thousands of rules with stars on an ordinary path.
inline constexpr std::size_t max_searched_bytes = std::size_t{256} * 1024;

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
    std::vector<std::string> sitemaps; // of the whole file, each once; as written, or with %XX for no UTF-8

    // `path` is path and query as in the request line ("/a?b=c"), percent-encoded. Whether robots.txt itself
    // may be fetched is not asked here (RFC 9309, §2.2.2: it may).
    [[nodiscard]] Verdict verdict(std::string_view path) const;
};

// `agent` is a user-agent string or product token: "khabar/0.1 (+https://…)" matches groups for "khabar".
[[nodiscard]] Robots parse(std::string_view bytes, std::string_view agent);

} // namespace khabar::robots
