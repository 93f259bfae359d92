#include "daemon/pipeline/source/document_fetch.hpp"

#include "daemon/net/status.hpp"
#include "daemon/pipeline/host/credentials.hpp"
#include "daemon/pipeline/host/paced_fetch.hpp"

namespace khabar::pipeline {

namespace {

constexpr double poll_weight = 4; // polls are few and find the news

net::Request request_of(const Hosts& hosts, const DocumentRequest& wanted, url::Url url) {
    net::Request request{.url = std::move(url)};
    request.user_agent =
        wanted.source.user_agent.empty() ? hosts.settings->fetch.user_agent : wanted.source.user_agent;
    request.accept = wanted.accept;
    request.bounds.max_bytes = wanted.max_bytes;
    request.allow_private = wanted.source.allow_private || hosts.settings->fetch.allow_private;
    request.credentials = credentials_of(wanted.source);
    if (wanted.validators.distrusted) return request;
    request.etag = wanted.validators.etag;
    request.last_modified = wanted.validators.last_modified;
    request.validators_from = wanted.validators.from;
    return request;
}

DocumentAnswer failed(Error error) {
    DocumentAnswer answer;
    answer.error = std::move(error);
    return answer;
}

} // namespace

boost::asio::awaitable<DocumentAnswer> fetch_document(Hosts& hosts, DocumentRequest wanted) {
    auto url = url::Url::parse(wanted.url);
    if (!url) co_return failed(url.error());
    net::Request request = request_of(hosts, wanted, std::move(*url));
    Turn turn;
    turn.flow = wanted.source.id;
    turn.weight = poll_weight;
    turn.robots = wanted.robots && hosts.settings->fetch.robots;
    FetchResult<Fetched> fetched = co_await paced_fetch(hosts, std::move(request), std::move(turn));
    DocumentAnswer answer;
    if (!fetched) {
        answer.error = fetched.error().error;
        answer.retry_after = fetched.error().retry_after;
        co_return answer;
    }
    answer.status = fetched->response.status;
    answer.retry_after = fetched->response.retry_after;
    if (const auto code = net::failure_of_status(answer.status)) {
        answer.error = Error{*code, "HTTP " + std::to_string(answer.status)};
        co_return answer;
    }
    answer.response = std::make_shared<net::Response>(std::move(fetched->response));
    answer.ticket = std::move(fetched->ticket);
    co_return answer;
}

} // namespace khabar::pipeline
