#include "daemon/cli/input/source_selection.hpp"

#include "daemon/settings/edit_distance.hpp"
#include "daemon/store/sources.hpp"
#include "parsers/text/fold.hpp"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <unordered_map>

namespace khabar::cli {

namespace {

// Every source once, and which of them are meant.
class Selection {
  public:
    Selection(const store::Database& database, const std::vector<settings::Source>& configured) {
        for (const settings::Source& source : configured)
            add(source.id);
        for (const store::SourceState& state : store::load_source_states(database))
            add(state.id);
        chosen_.resize(ids_.size());
    }

    // False where nothing matched.
    bool choose_word(const std::string& word) {
        if (const auto found = index_.find(word); found != index_.end()) {
            chosen_[found->second] = true;
            return true;
        }
        bool any = false;
        for (std::size_t i = 0; i < ids_.size(); ++i)
            if (fnmatch(word.c_str(), ids_[i].c_str(), 0) == 0) any = chosen_[i] = true;
        return any;
    }

    bool choose_tag(const std::vector<settings::Source>& configured, const std::string& tag) {
        bool any = false;
        for (const settings::Source& source : configured)
            if (std::ranges::find(source.tags, tag) != source.tags.end())
                any = chosen_[index_.at(source.id)] = true;
        return any;
    }

    [[nodiscard]] std::vector<std::string> chosen() const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < ids_.size(); ++i)
            if (chosen_[i]) out.push_back(ids_[i]);
        return out;
    }

    [[nodiscard]] std::string hint(const std::string& word) const {
        const std::vector<std::string_view> known(ids_.begin(), ids_.end());
        const auto best = settings::nearest(word, known);
        return best ? fmt::format("did you mean '{}'?", *best) : "`khabar sources` lists them";
    }

  private:
    void add(const std::string& id) {
        if (index_.emplace(id, ids_.size()).second) ids_.push_back(id);
    }

    std::vector<std::string> ids_;
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<bool> chosen_;
};

} // namespace

tl::expected<std::vector<std::string>, std::string>
select_sources(const store::Database& database, const std::vector<settings::Source>& configured,
               const std::vector<std::string>& words, const std::vector<std::string>& tags) {
    Selection selection(database, configured);
    for (const std::string& word : words)
        if (!selection.choose_word(word))
            return tl::unexpected<std::string>(
                fmt::format("no source '{}'; {}", text::escape_for_log(word), selection.hint(word)));
    for (const std::string& tag : tags)
        if (!selection.choose_tag(configured, tag))
            return tl::unexpected<std::string>(
                fmt::format("no source has the tag '{}'", text::escape_for_log(tag)));
    return selection.chosen();
}

} // namespace khabar::cli
