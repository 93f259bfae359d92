#include "daemon/settings/load.hpp"

#include "daemon/settings/main_section.hpp"
#include "daemon/settings/read_file.hpp"
#include "daemon/settings/read_secrets.hpp"
#include "daemon/settings/site_list.hpp"
#include "daemon/settings/source_list.hpp"
#include "daemon/settings/twin_feeds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace khabar::settings {

namespace {

namespace fs = std::filesystem;

constexpr const char* system_file = "/etc/khabar/khabar.yaml";

std::string default_user_agent() {
    return "Mozilla/5.0 (compatible; khabar/" KHABAR_VERSION ")";
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

// One pass over all files; holds what they share.
class Loader {
  public:
    Loader(const fs::path& file, const LoadOptions& options)
        : file_(file),
          base_(file.parent_path()),
          options_(options) {
        loaded_.settings.file = file;
    }

    Loaded run() && {
        main_file();
        folder("sources.d", sources_key);
        folder("sites.d", sites_key);
        if (loaded_.settings.fetch.user_agent.empty())
            loaded_.settings.fetch.user_agent = default_user_agent();
        secrets();
        note_twin_feeds(loaded_.settings.sources, base_, loaded_.warnings);
        return std::move(loaded_);
    }

    LoadedSites run_sites() && {
        list_file(file_.filename(), sites_key);
        return {std::move(loaded_.settings.sites), std::move(loaded_.problems)};
    }

  private:
    void main_file() {
        ProblemList problems(file_.string());
        if (const auto tree = read_tree(file_, problems)) {
            const InlineLists lists = read_main(*tree, loaded_.settings, problems);
            if (lists.sources) sources_.read(*tree, *lists.sources, file_.filename().string(), problems);
            if (lists.sites) sites_.read(*tree, *lists.sites, problems);
        }
        keep(std::move(problems));
    }

    void folder(const char* name, std::string_view key) {
        ProblemList problems((base_ / name).string());
        std::vector<std::string> names = yaml_names(base_ / name, problems);
        keep(std::move(problems));
        for (const auto& [path, text] : options_.instead) // one that is to be made
            if (path.parent_path() == base_ / name &&
                !std::ranges::binary_search(names, path.filename().string()))
                names.insert(std::ranges::lower_bound(names, path.filename().string()),
                             path.filename().string());
        for (const std::string& each : names)
            list_file(fs::path(name) / each, key);
    }

    // A file below sources.d or sites.d: one list and nothing else.
    void list_file(const fs::path& relative, std::string_view key) {
        ProblemList problems((base_ / relative).string());
        if (const auto tree = read_tree(base_ / relative, problems)) {
            Mapping top(*tree, tree->root(), "this file", problems);
            const auto list = top.child(key);
            if (list && key == sources_key) sources_.read(*tree, *list, relative.string(), problems);
            if (list && key == sites_key) sites_.read(*tree, *list, problems);
            top.finish();
        }
        keep(std::move(problems));
    }

    std::optional<YamlTree> read_tree(const fs::path& path, ProblemList& problems) {
        if (const auto found = options_.instead.find(path); found != options_.instead.end())
            return parse_yaml(found->second, problems);
        const auto bytes = read_file(path, max_yaml_bytes, problems);
        return bytes ? parse_yaml(*bytes, problems) : std::nullopt;
    }

    void secrets() {
        SecretFindings found = read_secrets(loaded_.settings, base_);
        const auto append = [](std::vector<Problem>& to, std::vector<Problem>& from) {
            std::move(from.begin(), from.end(), std::back_inserter(to));
        };
        append(options_.secrets ? loaded_.problems : loaded_.warnings, found.unreadable);
        append(loaded_.warnings, found.exposed);
    }

    void keep(ProblemList&& problems) {
        auto found = std::move(problems).take();
        std::move(found.begin(), found.end(), std::back_inserter(loaded_.problems));
    }

    fs::path file_;
    fs::path base_;
    const LoadOptions& options_;
    Loaded loaded_;
    SourceReader sources_{loaded_.settings.sources};
    SiteReader sites_{loaded_.settings.sites};
};

} // namespace

Loaded load(const fs::path& file, const LoadOptions& options) {
    return Loader(file, options).run();
}

LoadedSites load_sites(const fs::path& file) {
    const LoadOptions options;
    return Loader(file, options).run_sites();
}

Settings defaults() {
    Settings settings;
    settings.fetch.user_agent = default_user_agent();
    const std::string data = variable("XDG_DATA_HOME");
    const std::string home = variable("HOME");
    // The XDG Base Directory Specification has relative values ignored.
    if (fs::path(data).is_absolute())
        settings.store.database = fs::path(data) / "khabar" / "khabar.db";
    else if (!home.empty())
        settings.store.database = fs::path(home) / ".local" / "share" / "khabar" / "khabar.db";
    return settings;
}

fs::path find_file() {
    if (const std::string named = variable("KHABAR_CONFIG"); !named.empty()) return named;
    std::error_code error;
    return fs::exists(system_file, error) ? fs::path(system_file) : fs::path();
}

std::vector<std::string> key_names() {
    std::vector<std::string> names{std::string(workers_key)};
    for (const Section& section : main_sections())
        for (const std::string_view key : section_keys(section))
            names.push_back(fmt::format("{}.{}", section.name, key));
    for (const std::string_view key : source_keys())
        names.push_back(fmt::format("{}[].{}", sources_key, key));
    for (const std::string_view key : site_keys())
        names.push_back(fmt::format("{}[].{}", sites_key, key));
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace khabar::settings
