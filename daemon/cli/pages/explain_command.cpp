#include "daemon/cli/pages/explain_command.hpp"

#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/input/page_input.hpp"
#include "daemon/cli/input/settings_in_force.hpp"
#include "daemon/cli/pages/explain_fetch.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/explain/json_report.hpp"
#include "daemon/explain/picture.hpp"
#include "daemon/explain/text_report.hpp"
#include "daemon/pipeline/draft/site_rules.hpp"
#include "daemon/pipeline/page/page_fetch.hpp"
#include "daemon/settings/load.hpp"
#include "daemon/settings/zone_offset.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/store/site_traits.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/url/canonical.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <memory>

namespace khabar::cli {

namespace {

int refuse(int status, std::string_view line) {
    fmt::print(stderr, "khabar: {}\n", text::clean_field(line));
    return status;
}

std::optional<std::int64_t> article_id(std::string_view target) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(target.data(), target.data() + target.size(), id);
    const bool whole = error == std::errc() && end == target.data() + target.size();
    return whole && id > 0 ? std::optional(id) : std::nullopt;
}

bool is_address(std::string_view target) {
    const auto url = url::Url::parse(target);
    return url && url->is_http();
}

class ExplainRun {
  public:
    ExplainRun(const ExplainOptions& options, settings::Settings settings)
        : options_(options),
          settings_(std::move(settings)) {}

    int run() {
        input_.name = options_.target;
        input_.now = current_time();
        if (const int status = load_rules(); status != exit_ok) return status;
        if (const int status = read(); status != exit_ok || told_) return status;
        if (const int status = choose_rule(); status != exit_ok) return status;
        take_memory();
        return report();
    }

  private:
    int read() {
        if (const auto id = article_id(options_.target)) return read_stored(*id);
        if (is_address(options_.target)) {
            source_.url = url::Url::parse(options_.target)->href();
            source_.id = url::registrable_domain(url::Url::parse(options_.target)->host());
            open_quietly();
            take_link(options_.target);
            return fetch(source_.url);
        }
        return read_file();
    }

    int read_file() {
        auto bytes = read_page(options_.target);
        if (!bytes)
            return refuse(bytes.error().code == Errc::not_found ? exit_no_input : exit_data,
                          to_string(bytes.error()));
        input_.bytes = std::move(*bytes);
        input_.url = options_.url;
        open_quietly();
        return exit_ok;
    }

    int read_stored(std::int64_t id) {
        auto archive = open_database(options_.config, options_.database);
        if (!archive) return archive.error();
        database_ = std::make_unique<store::Database>(std::move(archive->database));
        const auto article = store::find_article(*database_, id);
        if (!article)
            return refuse(exit_failed, fmt::format("no article {}; `khabar articles` lists them", id));
        input_.name = fmt::format("article {}: {}", id, article->url);
        const auto known = std::ranges::find(settings_.sources, article->source_id, &settings::Source::id);
        if (known != settings_.sources.end()) source_ = *known;
        take_link(article->url);
        const int status = options_.offline ? exit_ok : fetch(article->url);
        if (options_.offline || status != exit_ok) tell_stored(*article);
        told_ = options_.offline;
        return status;
    }

    static std::string origin(const store::StoredArticle& article) {
        if (article.via == store::Via::page) return "its page";
        std::string text = "what the feed said";
        if (!article.via_reason.empty()) text.append("; the page: ").append(article.via_reason);
        return text::clean_field(text);
    }

    // The archive keeps texts, not pages: without the page there is nothing to decide again.
    static void tell_stored(const store::StoredArticle& article) {
        fmt::print("article {}: {}\n  stored {} from {}\n  title  {}\n  text   {} bytes\n"
                   "  The archive keeps the text and not the page: what was decided about it can only be "
                   "shown when the page can be fetched again.\n",
                   article.id, text::clean_field(article.url), absolute(article.fetched_at), origin(article),
                   text::clean_field(article.title), article.text.size());
    }

    int fetch(const std::string& address) {
        if (options_.offline) return refuse(exit_usage, "--offline needs a file or the id of an article");
        if (!secrets_at_hand(settings_, &source_)) return exit_config;
        if (options_.allow_private) settings_.fetch.allow_private = true;
        FetchedForReport fetched = fetch_for_report(settings_, source_, address);
        input_.robots = std::move(fetched.robots);
        if (!fetched.response) {
            fmt::print("Fetch\n  robots.txt    {}\n", text::clean_field(input_.robots));
            return refuse(exit_failed, fmt::format("{}: {}", address, to_string(fetched.response.error())));
        }
        input_.bytes = std::move(fetched.response->body);
        input_.url = fetched.response->url;
        input_.content_type = fetched.response->content_type;
        input_.offset = settings::zone_offset(source_.time_zone, *input_.now);
        input_.response = std::move(*fetched.response);
        return exit_ok;
    }

    // What the feed said of the page, where the archive knows it.
    void take_link(const std::string& address) {
        const auto url = url::Url::parse(address);
        if (!database_ || !url) return;
        const auto link = store::find_link(*database_, url::canonical_key(*url));
        if (!link) return;
        input_.feed_title = link->title;
        input_.feed_summary = pipeline::text_of_html(link->summary_html);
    }

    // The archive only adds to what is known: without one, pages are read without it.
    void open_quietly() {
        const auto file = options_.database.empty() ? settings_.store.database : options_.database;
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored)) return;
        try {
            auto database = std::make_unique<store::Database>(file, store::Database::Mode::read_only);
            store::require_current(*database);
            database_ = std::move(database);
        } catch (const store::StoreError& failure) {
            fmt::print(stderr, "khabar: without the archive's memory of the site: {}\n", failure.what());
        }
    }

    void take_memory() {
        const std::string site = pipeline::site_of(input_.url);
        if (!database_ || site.empty()) return;
        memory_ = store::load_site_memory(*database_, site);
        input_.memory = &memory_;
    }

    int load_rules() {
        if (options_.rule.empty()) return exit_ok;
        settings::LoadedSites loaded = settings::load_sites(options_.rule);
        for (const settings::Problem& problem : loaded.problems)
            fmt::print(stderr, "{}\n", settings::to_string(problem));
        rules_ = std::move(loaded.sites);
        if (!loaded.problems.empty()) return exit_config;
        return rules_.empty() ? refuse(exit_config, options_.rule.string() + ": holds no rule") : exit_ok;
    }

    int choose_rule() {
        if (options_.rule.empty()) {
            input_.rule = pipeline::find_rule(settings_.sites, input_.url);
            return exit_ok;
        }
        input_.rule = pipeline::find_rule(rules_, input_.url);
        if (input_.rule == nullptr && rules_.size() == 1) input_.rule = &rules_.front();
        if (input_.rule == nullptr)
            return refuse(
                exit_usage,
                fmt::format("{}: none of its {} rules covers {}; name the page's address with --url",
                            options_.rule.string(), rules_.size(),
                            input_.url.empty() ? "a page without address" : input_.url));
        input_.rule_file = options_.rule.string();
        return exit_ok;
    }

    int report() {
        std::optional<explain::RuleEffect> effect;
        std::optional<explain::Explanation> without;
        if (!options_.rule.empty()) {
            explain::Input plain = input_;
            plain.rule = pipeline::find_rule(settings_.sites, input_.url);
            without = explain::explain(std::move(plain));
        }
        const explain::Explanation made = explain::explain(std::move(input_));
        if (without) effect = explain::compare(*without, made);
        const explain::RuleEffect* changed = effect ? &*effect : nullptr;
        if (options_.json)
            print_json_line(explain::json_report(made, changed));
        else
            fmt::print("{}", explain::text_report(made, changed));
        if (!write_picture(made)) return exit_io;
        return made.article ? exit_ok : exit_failed;
    }

    bool write_picture(const explain::Explanation& made) {
        if (options_.html.empty()) return true;
        std::ofstream file(options_.html, std::ios::binary);
        file << explain::picture(made) << std::flush;
        if (!file) refuse(exit_io, options_.html.string() + ": cannot be written");
        return static_cast<bool>(file);
    }

    const ExplainOptions& options_;
    settings::Settings settings_;
    settings::Source source_;
    std::vector<article::SiteRule> rules_; // of --rule
    std::unique_ptr<store::Database> database_;
    article::SiteMemory memory_;
    explain::Input input_;
    bool told_ = false; // there is no page, and that was what was asked for
};

} // namespace

int run_explain(const ExplainOptions& options) {
    std::optional<settings::Settings> settings = settings_in_force(options.config);
    if (!settings) return exit_config;
    return ExplainRun(options, std::move(*settings)).run();
}

} // namespace khabar::cli
