#include "daemon/explain/rule_effect.hpp"

#include "parsers/date/date_time.hpp"

#include <fmt/format.h>

namespace khabar::explain {

namespace {

std::string joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string date_text(const std::optional<date::DateTime>& when) {
    return when ? date::to_iso8601(*when) : std::string();
}

} // namespace

RuleEffect compare(const Explanation& without, const Explanation& with) {
    RuleEffect effect;
    const auto& before = without.trace.passages;
    const auto& after = with.trace.passages;
    // Lines are those of the page: a rule changes what becomes of them, not where they are.
    for (std::size_t i = 0; i < before.size() && i < after.size(); ++i) {
        if (after[i].kept && !before[i].kept) effect.gained.push_back(after[i].text);
        if (before[i].kept && !after[i].kept) effect.lost.push_back(before[i].text);
    }
    const article::Article none;
    const article::Article& old = without.article ? *without.article : none;
    const article::Article& made = with.article ? *with.article : none;
    const auto note = [&effect](std::string field, std::string was, std::string is) {
        if (was != is) effect.fields.push_back({std::move(field), std::move(was), std::move(is)});
    };
    note("title", old.title, made.title);
    note("author", joined(old.authors), joined(made.authors));
    note("published", date_text(old.published), date_text(made.published));
    note("language", old.language, made.language);
    return effect;
}

} // namespace khabar::explain
