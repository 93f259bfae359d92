#include "daemon/cli/inspect/inspect_fetch.hpp"

#include "daemon/cli/inspect/inspectors.hpp"
#include "daemon/pipeline/source/document_fetch.hpp"
#include "parsers/sitemap/sitemap.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/json/array.hpp>

#include <algorithm>
#include <deque>
#include <unordered_set>
#include <vector>

namespace khabar::cli {

namespace {

namespace json = boost::json;

struct File {
    std::string url, lastmod;
    int depth = 1;
};

std::string text_of(const json::object& object, std::string_view field) {
    const auto* const value = object.if_contains(field);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// ISO 8601 stamps of one form sort as text; where forms differ, the day still does.
std::vector<File> files_of(const json::object& index, int depth) {
    std::vector<File> files;
    const auto* const locations = index.if_contains("locs");
    if (locations == nullptr || !locations->is_array()) return files;
    for (const json::value& location : locations->get_array())
        files.push_back(
            {text_of(location.get_object(), "loc"), text_of(location.get_object(), "lastmod"), depth});
    std::ranges::stable_sort(files, std::ranges::greater{}, &File::lastmod);
    return files;
}

bool is_index(const json::object& answer) {
    return text_of(answer, "kind") == "index";
}

class IndexWalk {
  public:
    explicit IndexWalk(DocumentFetcher& fetcher) : fetcher_(fetcher) {}

    void run(json::object& answer) {
        add_files(answer, 1);
        while (!waiting_.empty() && files_.size() < max_inspected_files &&
               locations_.size() < max_inspected_locations) {
            const File file = std::move(waiting_.front());
            waiting_.pop_front();
            if (asked_.insert(file.url).second) read(file);
        }
        answer["files"] = std::move(files_);
        answer["unread"] = waiting_.size();
        answer["locs"] = std::move(locations_);
    }

  private:
    void add_files(const json::object& index, int depth) {
        if (depth > max_inspected_depth) return;
        for (File& file : files_of(index, depth))
            waiting_.push_back(std::move(file));
    }

    void read(const File& file) {
        json::object line{{"loc", file.url}};
        const auto response = fetcher_.get(file.url, true);
        json::object answer =
            response ? inspect_sitemap(request_of(*response)) : error_answer(response.error());
        if (const auto* const error = answer.if_contains("error")) {
            line["error"] = *error;
        } else if (is_index(answer)) {
            line["locs"] = answer.at("locs").as_array().size();
            add_files(answer, file.depth + 1);
        } else {
            json::array& found = answer.at("locs").as_array();
            line["locs"] = found.size();
            for (json::value& location : found)
                if (locations_.size() < max_inspected_locations) locations_.push_back(std::move(location));
        }
        files_.push_back(std::move(line));
    }

    DocumentFetcher& fetcher_;
    std::deque<File> waiting_;
    std::unordered_set<std::string> asked_;
    json::array files_, locations_;
};

} // namespace

DocumentFetcher::DocumentFetcher(settings::Settings settings, bool allow_private)
    : archive_(":memory:"),
      pool_(1),
      crawl_(loop_.get_executor(), std::make_shared<const settings::Settings>(std::move(settings)), archive_,
             pool_) {
    source_.id = "inspect";
    source_.allow_private = allow_private;
}

Result<net::Response> DocumentFetcher::get(const std::string& url, bool robots) {
    pipeline::DocumentRequest wanted;
    wanted.source = source_;
    wanted.source.url = url;
    wanted.url = url;
    wanted.accept = "*/*";
    wanted.max_bytes = sitemap::max_sitemap_bytes; // the largest of all kinds
    wanted.robots = robots;
    Result<net::Response> made = fail(Errc::cancelled, "not fetched");
    std::exception_ptr failed;
    auto done = [&](std::exception_ptr error, pipeline::DocumentAnswer answer) {
        failed = error;
        if (!error && answer.error)
            made = tl::unexpected(*answer.error);
        else if (!error && answer.response)
            made = std::move(*answer.response);
        loop_.stop();
    };
    loop_.restart();
    boost::asio::co_spawn(loop_, pipeline::fetch_document(crawl_, std::move(wanted)), done);
    const auto work = boost::asio::make_work_guard(loop_);
    loop_.run();
    if (failed) std::rethrow_exception(failed);
    return made;
}

json::object request_of(const net::Response& response) {
    json::object headers{{"content-type", response.content_type}};
    return {{"bytes", response.body},
            {"url", response.url},
            {"content_type", response.content_type},
            {"headers", std::move(headers)}};
}

void follow_index(DocumentFetcher& fetcher, json::object& answer) {
    if (is_index(answer)) IndexWalk(fetcher).run(answer);
}

} // namespace khabar::cli
