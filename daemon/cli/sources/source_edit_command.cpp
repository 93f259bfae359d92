#include "daemon/cli/sources/source_edit_command.hpp"

#include "daemon/cli/operate/reload_command.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/settings/load.hpp"
#include "daemon/settings/replace_file.hpp"
#include "daemon/settings/source_edit.hpp"
#include "daemon/settings/yaml_text.hpp"
#include "daemon/store/daemon_lock.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/url/url.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>

namespace khabar::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view new_file = "# yaml-language-server: $schema=../sources.schema.json\n"
                                      "# Sources added by `khabar sources add`. Edit it as you like.\n";

int refuse(int status, std::string_view line) {
    fmt::print(stderr, "khabar: {}\n", line);
    return status;
}

int show(const std::vector<settings::Problem>& problems) {
    for (const settings::Problem& problem : problems)
        fmt::print(stderr, "{}\n", settings::to_string(problem));
    return exit_config;
}

// The configuration that is to be changed, and the texts it will have.
struct Edit {
    fs::path main;
    settings::Settings settings;
    std::map<fs::path, std::optional<std::string>> before;
    std::map<fs::path, std::string> after;

    // The file as it is to be by now.
    Result<std::string> text(const fs::path& file) {
        if (const auto found = after.find(file); found != after.end()) return found->second;
        auto bytes = settings::file_bytes(file);
        if (!bytes) return tl::unexpected<Error>(bytes.error());
        before[file] = *bytes;
        return bytes->value_or(std::string(new_file));
    }
};

// 0, or the exit status after a line has said why not.
int begin(Edit& edit, const fs::path& config) {
    edit.main = config.empty() ? settings::find_file() : config;
    if (edit.main.empty())
        return refuse(exit_no_input,
                      "no configuration: name one with -c, or put it at /etc/khabar/khabar.yaml");
    settings::Loaded loaded = settings::load(edit.main);
    if (!loaded.problems.empty()) return show(loaded.problems);
    edit.settings = std::move(loaded.settings);
    return exit_ok;
}

// Writes the texts once the whole configuration is proven with them.
int finish(const Edit& edit, bool no_reload) {
    settings::LoadOptions options;
    options.instead = edit.after;
    const settings::Loaded loaded = settings::load(edit.main, options);
    if (!loaded.problems.empty()) {
        show(loaded.problems);
        return refuse(exit_config, "nothing was changed");
    }
    for (const auto& [file, text] : edit.after)
        if (const auto written = settings::replace_file(file, edit.before.at(file), text); !written)
            return refuse(exit_io, written.error().detail);
    if (no_reload) return exit_ok;
    try {
        if (!store::running_daemon(edit.settings.store.database)) return exit_ok;
    } catch (const store::StoreError&) {
        return refuse(exit_ok, "`systemctl reload khabar` has the daemon take the change");
    }
    return run_reload({edit.main, {}, false});
}

// The host without "www.", as far as an id may hold it; a number behind where it is taken.
std::string id_for(const url::Url& url, const std::vector<settings::Source>& sources,
                   const std::vector<std::string>& taken) {
    std::string base(url.host());
    if (base.starts_with("www.")) base.erase(0, 4);
    std::erase_if(base, [](char c) { return c == '[' || c == ']'; });
    std::replace(base.begin(), base.end(), ':', '-');
    base.resize(std::min<std::size_t>(base.size(), 56)); // of 64; the rest is for the number
    const auto is_taken = [&](const std::string& id) {
        return std::ranges::any_of(sources, [&](const settings::Source& s) { return s.id == id; }) ||
               std::ranges::find(taken, id) != taken.end();
    };
    std::string id = base;
    for (int number = 2; is_taken(id); ++number)
        id = fmt::format("{}-{}", base, number);
    return id;
}

fs::path target(const Edit& edit, const fs::path& named) {
    const fs::path folder = edit.main.parent_path();
    if (named.empty()) return folder / "sources.d" / "local.yaml";
    return named.is_absolute() || fs::exists(named) ? named : folder / named;
}

// Whether load() would read it: a file elsewhere would be a source that is never polled.
bool is_read(const Edit& edit, const fs::path& file) {
    std::error_code error;
    const auto whole_path = [&error](const fs::path& path) {
        return fs::weakly_canonical(fs::absolute(path, error).parent_path(), error) / path.filename();
    };
    const fs::path folder = whole_path(edit.main).parent_path();
    const fs::path whole = whole_path(file);
    return whole == folder / edit.main.filename() ||
           (whole.parent_path() == folder / "sources.d" && whole.extension() == ".yaml");
}

int add_one(Edit& edit, const SourceAddOptions& options, const fs::path& file, const std::string& address,
            std::vector<std::string>& ids) {
    const auto url = url::Url::parse(address);
    if (!url || !url->is_http())
        return refuse(exit_usage, fmt::format("'{}' is no http or https address of a feed",
                                              text::escape_for_log(address)));
    ids.push_back(options.id.empty() ? id_for(*url, edit.settings.sources, ids) : options.id);
    settings::SourceFields fields{{"id", settings::yaml_text(ids.back())}};
    if (!options.name.empty()) fields.emplace_back("name", settings::yaml_text(options.name));
    fields.emplace_back("url", settings::yaml_text(address));
    if (!options.tags.empty()) fields.emplace_back("tags", settings::yaml_list(options.tags));
    const auto before = edit.text(file);
    if (!before) return refuse(exit_config, before.error().detail);
    auto after = settings::with_source(*before, fields);
    if (!after) return refuse(exit_config, fmt::format("{} {}", file.string(), after.error().detail));
    edit.after[file] = std::move(*after);
    return exit_ok;
}

} // namespace

int run_source_add(const SourceAddOptions& options) {
    Edit edit;
    if (const int status = begin(edit, options.config); status != exit_ok) return status;
    if (options.urls.size() > 1 && (!options.id.empty() || !options.name.empty()))
        return refuse(exit_usage, "--id and --name are for one address");
    const fs::path file = target(edit, options.file);
    if (!is_read(edit, file))
        return refuse(exit_usage,
                      fmt::format("{} is not read by khabar: name {} or a *.yaml file in sources.d beside it",
                                  file.string(), edit.main.filename().string()));
    std::vector<std::string> ids;
    for (const std::string& address : options.urls)
        if (const int status = add_one(edit, options, file, address, ids); status != exit_ok) return status;
    const int status = finish(edit, options.no_reload);
    if (status == exit_ok)
        for (const std::string& id : ids)
            fmt::print("{}: added to {}\n", id, file.string());
    return status;
}

int run_source_remove(const SourceRemoveOptions& options) {
    Edit edit;
    if (const int status = begin(edit, options.config); status != exit_ok) return status;
    for (const std::string& id : options.ids) {
        const auto source = std::ranges::find(edit.settings.sources, id, &settings::Source::id);
        if (source == edit.settings.sources.end())
            return refuse(exit_failed,
                          fmt::format("no source '{}' in the configuration", text::escape_for_log(id)));
        const fs::path file = edit.main.parent_path() / source->place.file;
        const auto before = edit.text(file);
        if (!before) return refuse(exit_config, before.error().detail);
        auto after = settings::without_source(*before, id);
        if (!after) return refuse(exit_config, fmt::format("{} {}", file.string(), after.error().detail));
        edit.after[file] = std::move(*after);
    }
    const int status = finish(edit, options.no_reload);
    if (status == exit_ok)
        for (const std::string& id : options.ids)
            fmt::print("{}: removed; its articles stay\n", id);
    return status;
}

} // namespace khabar::cli
