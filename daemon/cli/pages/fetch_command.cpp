#include "daemon/cli/pages/fetch_command.hpp"

#include "daemon/cli/input/settings_in_force.hpp"
#include "daemon/cli/pages/article_output.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/progress_bar.hpp"
#include "daemon/log/log.hpp"
#include "daemon/pipeline/host/kept_pacing.hpp"
#include "daemon/pipeline/one_shot.hpp"
#include "daemon/pipeline/page/page_worker.hpp"
#include "daemon/store/remedy.hpp"
#include "parsers/url/url.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace khabar::cli {

namespace {

// By hand and by source id alike: what one command line asked for.
struct Job {
    settings::Source source;
    bool poll = false; // a configured source; else a URL that turns out to be a page or a feed
};

const settings::Source* configured(const settings::Settings& settings, const std::string& target) {
    const auto found =
        std::find_if(settings.sources.begin(), settings.sources.end(),
                     [&target](const auto& source) { return source.id == target || source.url == target; });
    return found == settings.sources.end() ? nullptr : &*found;
}

// Of a feed that is fetched once: no configured source can have it, for an id holds no slash. Without user
// name and password.
std::string id_of(const url::Url& url) {
    std::string id = url.origin();
    id.append(url.path());
    if (const auto query = url.query()) id.append("?").append(*query);
    return id;
}

std::optional<Job> job_of(const settings::Settings& settings, const std::string& target) {
    Job job;
    if (const settings::Source* source = configured(settings, target)) {
        job.source = *source;
        job.poll = true;
        return job;
    }
    const auto url = url::Url::parse(target);
    if (!url || !url->is_http()) return std::nullopt;
    job.source.id = id_of(*url);
    job.source.url = url->href();
    return job;
}

// One fetch command: its own loop, and a database only where something is stored.
class FetchRun {
  public:
    FetchRun(settings::Settings settings, const FetchOptions& options, bool stores)
        : options_(options),
          archive_(stores ? settings.store.database : std::filesystem::path(":memory:"),
                   pipeline::story_rules(settings.stories)),
          pool_(0),
          crawl_(loop_.get_executor(), std::make_shared<const settings::Settings>(std::move(settings)),
                 archive_, pool_),
          pacing_(crawl_, pipeline::KeptPacing::Writers::several) {}

    // The exit status so far. Sources among the jobs are polled; URLs that turn out to be feeds are left in
    // feeds().
    int run(std::vector<Job> jobs) {
        const auto work = boost::asio::make_work_guard(loop_);
        boost::asio::co_spawn(loop_, all(std::move(jobs)), [this](std::exception_ptr error) {
            error_ = error;
            loop_.stop();
        });
        loop_.run();
        if (error_) std::rethrow_exception(error_);
        return status_;
    }

    [[nodiscard]] std::vector<settings::Source> feeds() && { return std::move(feeds_); }

  private:
    boost::asio::awaitable<void> all(std::vector<Job> jobs) {
        auto read = [](store::Database& database, story::StoryIndex&) {
            return pipeline::KeptPacing::read(database);
        };
        const pipeline::KeptPacing::Rows rows = co_await archive_.write(read);
        pacing_.restore(rows);
        for (Job& job : jobs) {
            if (job.poll)
                co_await poll(std::move(job.source));
            else
                co_await url(std::move(job.source));
            co_await pacing_.save();
        }
    }

    boost::asio::awaitable<void> url(settings::Source source) {
        store::Link link;
        link.url = source.url;
        Result<pipeline::FetchedUrl> fetched = co_await pipeline::fetch_url(crawl_, source, link);
        if (!fetched) {
            failed(source.url, fetched.error());
            co_return;
        }
        if (fetched->is_feed) {
            feeds_.push_back(std::move(source));
            co_return;
        }
        const std::string out = render(fetched->draft.article, options_.format);
        if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) status_ = exit_io;
        std::fflush(stdout);
        if (!options_.store) co_return;
        source.id.clear(); // stored by hand
        const pipeline::Committed committed =
            co_await pipeline::commit_page(crawl_, std::move(source), link, std::move(fetched->draft),
                                           std::nullopt, std::move(fetched->validators));
        fmt::print(stderr, "khabar: {} as article {}\n", pipeline::name(committed.kind), committed.article);
    }

    boost::asio::awaitable<void> poll(settings::Source source) {
        ProgressBar bar;
        auto show = [&bar](const pipeline::OneShotProgress& progress) {
            bar.show(progress.done, progress.total,
                     fmt::format("stored {}  failed {}", progress.stored, progress.failed));
        };
        const std::string url = source.url;
        const std::string id = source.id;
        const pipeline::OneShotReport report =
            co_await pipeline::poll_and_fetch(crawl_, std::move(source), show);
        if (!report.poll.error.empty() ||
            (report.poll.outcome != "ok" && report.poll.outcome != "not_modified")) {
            fmt::print(stderr, "khabar: {}: {}: {}\n", id, url,
                       report.poll.outcome + ": " + report.poll.error);
            status_ = exit_failed;
        }
        fmt::print("{}: {} new, {} known, {} fetched, {} stored, {} failed\n", id, report.poll.added,
                   report.poll.known, report.pages.done, report.pages.stored, report.pages.failed);
    }

    void failed(const std::string& url, const Error& error) {
        fmt::print(stderr, "{}\n",
                   log::line("khabar: page failed", {{"url", url}, {"error", to_string(error)}}));
        status_ = exit_failed;
    }

    const FetchOptions& options_;
    boost::asio::io_context loop_{1};
    pipeline::Archive archive_;
    pipeline::CpuPool pool_;
    pipeline::Crawl crawl_;
    pipeline::KeptPacing pacing_;
    std::vector<settings::Source> feeds_;
    std::exception_ptr error_;
    int status_ = exit_ok;
};

int fetch_targets(const FetchOptions& options) {
    std::optional<settings::Settings> settings = settings_in_force(options.config);
    if (!settings) return exit_config;
    if (options.allow_private) settings->fetch.allow_private = true;
    std::vector<Job> urls, polls;
    for (const std::string& target : options.targets) {
        std::optional<Job> job = job_of(*settings, target);
        if (!job) {
            fmt::print(
                stderr, "{}\n",
                log::line("khabar: neither a configured source nor an http(s) URL", {{"target", target}}));
            return exit_usage;
        }
        if (!secrets_at_hand(*settings, &job->source)) return exit_config;
        (job->poll ? polls : urls).push_back(std::move(*job));
    }
    int status = exit_ok;
    if (!urls.empty()) {
        FetchRun run(*settings, options, options.store);
        status = run.run(std::move(urls));
        for (settings::Source& source : std::move(run).feeds())
            polls.push_back(Job{std::move(source), true});
    }
    if (polls.empty()) return status;
    FetchRun run(std::move(*settings), options, true);
    return std::max(status, run.run(std::move(polls)));
}

} // namespace

int run_fetch(const FetchOptions& options) {
    try {
        return fetch_targets(options);
    } catch (const store::StoreError& error) {
        fmt::print(stderr, "{}\n",
                   log::line("khabar: stopped by the database",
                             {{"error", error.what()}, {"remedy", store::remedy(error)}}));
        return error.corrupt() ? exit_data : exit_io;
    }
}

} // namespace khabar::cli
