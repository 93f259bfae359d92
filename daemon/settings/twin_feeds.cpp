#include "daemon/settings/twin_feeds.hpp"

#include "daemon/settings/problem_list.hpp"
#include "parsers/url/canonical.hpp"
#include "parsers/url/url.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace khabar::settings {

void note_twin_feeds(const std::vector<Source>& sources, const std::filesystem::path& folder,
                     std::vector<Problem>& warnings) {
    std::unordered_map<std::string, const Source*> first;
    for (const Source& source : sources) {
        const auto url = url::Url::parse(source.url);
        if (!url || !source.enabled) continue;
        const auto [twin, is_new] = first.try_emplace(url::canonical_key(*url), &source);
        if (!is_new)
            warnings.push_back({(folder / source.place.file).string(), source.place.line, 1,
                                fmt::format("source {} is most likely the same feed as {} at {}:{}; keep one",
                                            in_quotes(source.id), in_quotes(twin->second->id),
                                            twin->second->place.file, twin->second->place.line)});
    }
}

} // namespace khabar::settings
