#include "daemon/cli/sources/opml_command.hpp"

#include "daemon/cli/input/page_input.hpp"
#include "daemon/cli/input/settings_in_force.hpp"
#include "daemon/cli/sources/source_stanza.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/log/log.hpp"
#include "daemon/settings/address.hpp"
#include "daemon/settings/source_list.hpp"
#include "parsers/opml/opml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <set>

namespace khabar::cli {

namespace {

constexpr std::size_t most_tags = 20;
constexpr std::size_t most_tag_bytes = 64; // as the configuration takes them
constexpr std::size_t most_name_bytes = 200;

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

int write_out(const std::string& text, const std::filesystem::path& output, bool force) {
    if (output.empty()) {
        fmt::print("{}", text);
        return exit_ok;
    }
    std::unique_ptr<std::FILE, CloseFile> file(std::fopen(output.c_str(), force ? "w" : "wx"));
    if (!file && errno == EEXIST) {
        fmt::print(stderr, "khabar: {} exists; --force overwrites it\n", output.string());
        return exit_io;
    }
    if (!file || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() ||
        std::fflush(file.get()) != 0) {
        fmt::print(stderr, "khabar: cannot write {}: {}\n", output.string(), std::strerror(errno));
        return exit_io;
    }
    return exit_ok;
}

// "a / b" and categories → tags, each once.
std::vector<std::string> tags_of(const opml::Feed& feed) {
    std::vector<std::string> tags;
    const auto add = [&](std::string_view tag) {
        const bool known = std::find(tags.begin(), tags.end(), tag) != tags.end();
        if (!tag.empty() && tag.size() <= most_tag_bytes && tags.size() < most_tags && !known)
            tags.emplace_back(tag);
    };
    std::string_view group = feed.group;
    constexpr std::string_view separator = " / ";
    while (!group.empty()) {
        const std::size_t end = std::min(group.find(separator), group.size());
        add(group.substr(0, end));
        group.remove_prefix(std::min(end + separator.size(), group.size()));
    }
    for (const std::string& category : feed.categories)
        add(category);
    return tags;
}

// What a list of feeds becomes; what is left out is told on standard error.
class Import {
  public:
    explicit Import(const settings::Settings& known) {
        for (const settings::Source& source : known.sources) {
            ids_.insert(source.id);
            configured_.insert(source.url);
        }
    }

    void add(const opml::Feed& feed) {
        const auto address = settings::http_address(feed.xml_url);
        if (!address) return leave_out("no web address", feed.xml_url);
        if (configured_.contains(*address)) return leave_out("configured already", *address);
        if (!seen_.insert(*address).second) return leave_out("twice in the list", *address);
        settings::Source source;
        source.url = *address;
        source.name = feed.title.size() <= most_name_bytes ? feed.title : std::string();
        source.id = make_source_id(feed.title, *address, ids_);
        source.tags = tags_of(feed);
        if (settings::is_language_tag(feed.language)) source.language = feed.language;
        stanzas_ += source_stanza(source);
        ++taken_;
    }

    [[nodiscard]] std::string file() const { return "sources:\n" + stanzas_; }
    [[nodiscard]] std::size_t taken() const noexcept { return taken_; }
    [[nodiscard]] std::size_t left_out() const noexcept { return left_out_; }

  private:
    void leave_out(std::string_view why, const std::string& address) {
        ++left_out_;
        fmt::print(stderr, "{}\n", log::line("khabar: left out", {{"reason", why}, {"url", address}}));
    }

    std::set<std::string, std::less<>> ids_, configured_, seen_;
    std::string stanzas_;
    std::size_t taken_ = 0, left_out_ = 0;
};

std::optional<opml::Feed> feed_of(const settings::Source& source) {
    opml::Feed feed;
    feed.title = source.name;
    feed.language = source.language;
    if (!source.tags.empty()) feed.group = source.tags.front();
    if (source.tags.size() > 1) feed.categories = source.tags;
    if (source.kind == settings::SourceKind::feed) feed.xml_url = source.url;
    for (const settings::SourceInput& input : source.fallbacks)
        if (feed.xml_url.empty() && input.kind == settings::SourceKind::feed) feed.xml_url = input.url;
    return feed.xml_url.empty() ? std::nullopt : std::optional(std::move(feed));
}

} // namespace

int run_import_opml(const OpmlImportOptions& options) {
    const std::optional<settings::Settings> known = settings_in_force(options.config);
    if (!known) return exit_config;
    const auto bytes = read_page(options.input.string());
    if (!bytes) {
        fmt::print(stderr, "khabar: {}\n", to_string(bytes.error()));
        return exit_no_input;
    }
    const auto list = opml::parse(*bytes);
    if (!list) {
        fmt::print(stderr, "khabar: {}: {}\n", options.input.string(), to_string(list.error()));
        return exit_data;
    }
    Import import(*known);
    for (const opml::Feed& feed : list->feeds)
        import.add(feed);
    fmt::print(stderr, "khabar: {} of {} feeds taken, {} left out{}\n", import.taken(), list->feeds.size(),
               import.left_out(),
               list->salvaged ? "; the file is damaged or too long, what could be read was" : "");
    return write_out(import.file(), options.output, options.force);
}

int run_export_opml(const OpmlExportOptions& options) {
    const std::optional<settings::Settings> settings = settings_in_force(options.config);
    if (!settings) return exit_config;
    opml::Subscriptions list;
    list.title = "khabar";
    std::size_t without = 0;
    for (const settings::Source& source : settings->sources) {
        if (auto feed = feed_of(source))
            list.feeds.push_back(std::move(*feed));
        else
            ++without;
    }
    if (without > 0)
        fmt::print(stderr, "khabar: {} sources without a feed cannot stand in OPML and were left out\n",
                   without);
    return write_out(opml::write(list), options.output, options.force);
}

} // namespace khabar::cli
