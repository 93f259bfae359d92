#include "parsers/robots/robots.hpp"

#include "parsers/robots/pattern.hpp"
#include "parsers/robots/record.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_set>

namespace khabar::robots {

namespace {

// RFC 9309, §2.2.1: letters, '_' and '-'.
constexpr bool is_token_character(char c) noexcept {
    return text::is_letter(c) || c == '-' || c == '_';
}

std::string_view leading_token(std::string_view text) noexcept {
    return text.substr(
        0, static_cast<std::size_t>(std::ranges::find_if_not(text, is_token_character) - text.begin()));
}

// "khabar/0.1 (+https://…)" → "khabar"; empty for what is neither a token nor a user-agent string ("Foo
// Bar"): only "*" is for that.
std::string_view product_token(std::string_view agent) noexcept {
    const auto token = leading_token(agent);
    const auto rest = agent.substr(token.size());
    return rest.empty() || rest.starts_with('/') || rest.starts_with(" (") ? token : std::string_view{};
}

std::optional<std::chrono::milliseconds> parse_delay(std::string_view value) noexcept {
    if (value.empty() || ((value[0] < '0' || value[0] > '9') && value[0] != '.'))
        return std::nullopt; // "inf" too
    double seconds = 0;
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), seconds, std::chars_format::fixed);
    if (error == std::errc::result_out_of_range)
        seconds = static_cast<double>(max_crawl_delay.count());
    else if (error != std::errc{} || !(seconds >= 0))
        return std::nullopt;
    seconds = std::min(seconds, static_cast<double>(max_crawl_delay.count()));
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

struct Group {
    std::vector<Rule> rules;
    std::optional<std::chrono::milliseconds> delay;

    void add(bool allow, std::string pattern, std::uint32_t line) {
        if (rules.size() < max_rules) rules.push_back({std::move(pattern), allow, line});
    }
    void slow_down(std::chrono::milliseconds by) { delay = std::max(delay.value_or(by), by); }
};

// Cuts a pattern before its star number max_stars + 1; false where there is none.
bool cut_at_bound(std::string& pattern) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at)
        if (pattern[at] == '*' && (at == 0 || pattern[at - 1] != '*') && ++count > max_stars) {
            pattern.resize(at);
            return true;
        }
    return false;
}

// Follows the groups of the file and keeps what is for one agent and what is for all.
class Collector {
  public:
    explicit Collector(std::string_view agent) noexcept : agent_(product_token(agent)) {}

    void take(const Record& record) {
        switch (record.field) {
        case Field::user_agent:
            return user_agent(record.value);
        case Field::allow:
            return rule(true, record);
        case Field::disallow:
            return rule(false, record);
        case Field::crawl_delay:
            return crawl_delay(record.value);
        case Field::sitemap:
            return sitemap(record.value);
        case Field::other:
            return;
        }
    }

    [[nodiscard]] Robots result() && {
        auto& group = agent_seen_ ? own_ : all_; // a group of one's own replaces "*", even an empty one
        return {std::move(group.rules), group.delay, std::move(sitemaps_)};
    }

  private:
    // Which agents the lines below are for.
    struct Scope {
        bool own = false, all = false;
        bool closed = false; // the next user-agent line begins a new group
        void open() noexcept {
            if (closed) *this = {};
        }
    };

    void user_agent(std::string_view value) {
        rules_for_.open();
        delay_for_.open();
        if (value.starts_with('*') && (value.size() == 1 || value[1] == ' ' || value[1] == '\t')) {
            rules_for_.all = delay_for_.all = true;
        } else if (!agent_.empty() && text::equals_ignoring_case(leading_token(value), agent_)) {
            rules_for_.own = delay_for_.own = agent_seen_ = true;
        }
    }

    void rule(bool allow, const Record& record) {
        rules_for_.closed = delay_for_.closed = true;
        if ((!rules_for_.own && !rules_for_.all) || record.value.empty())
            return; // "Disallow:" forbids nothing
        auto& group = rules_for_.own ? own_ : all_;
        auto pattern = normalised_pattern(record.value);
        if (cut_at_bound(pattern) && allow) return;
        if (allow) add_directory(group, pattern, record.line);
        group.add(allow, std::move(pattern), record.line);
    }

    // Google: who allows "/a/index.html" allows "/a/" as well.
    static void add_directory(Group& group, const std::string& pattern, std::uint32_t line) {
        const auto slash = pattern.rfind('/');
        if (slash == std::string::npos || !std::string_view(pattern).substr(slash).starts_with("/index.htm"))
            return;
        group.add(true, pattern.substr(0, slash + 1) + "$", line);
    }

    // RFC 9309, §2.2.4: other records must not end a group of rules. But a delay is for the agents right
    // above it: sites list agent after agent, each with its delay and nothing else.
    void crawl_delay(std::string_view value) {
        delay_for_.closed = true;
        const auto delay = parse_delay(value);
        if (!delay) return;
        if (delay_for_.own) own_.slow_down(*delay);
        if (delay_for_.all) all_.slow_down(*delay);
    }

    void sitemap(std::string_view value) {
        if (value.empty() || sitemaps_.size() == max_rules) return;
        if (!sitemaps_seen_.insert(value).second) return;
        // Bytes of another encoding: as %XX they ask the server for what the line says.
        sitemaps_.push_back(text::is_valid_utf8(value) ? std::string(value) : normalised_pattern(value));
    }

    std::string_view agent_;
    bool agent_seen_ = false;
    Scope rules_for_, delay_for_;
    Group own_, all_;
    std::vector<std::string> sitemaps_;
    std::unordered_set<std::string_view> sitemaps_seen_; // views into the file
};

bool has_utf16_bom(std::string_view bytes) noexcept {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

} // namespace

Robots parse(std::string_view bytes, std::string_view agent) {
    std::string decoded;
    if (has_utf16_bom(bytes)) {
        decoded = text::decode(bytes.substr(0, 2 * max_bytes), {}, text::Markup::none).utf8;
        bytes = decoded;
    }
    Collector collector(agent);
    for_each_record(bytes, [&](const Record& record) { collector.take(record); });
    return std::move(collector).result();
}

Verdict Robots::verdict(std::string_view path) const {
    const auto wanted = normalised_path(path);
    const Rule* best = nullptr;
    std::size_t searched = 0;
    for (const auto& rule : rules) {
        const bool more_specific =
            best == nullptr || rule.pattern.size() > best->pattern.size() ||
            (rule.pattern.size() == best->pattern.size() && rule.allow && !best->allow);
        if (more_specific && matches(rule.pattern, wanted, searched)) best = &rule;
        if (searched > max_searched_bytes) return {false, rule.line};
    }
    return best == nullptr ? Verdict{} : Verdict{best->allow, best->line};
}

} // namespace khabar::robots
