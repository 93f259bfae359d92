#include "daemon/net/fetcher.hpp"

#include "daemon/net/address.hpp"
#include "daemon/net/curl_loop.hpp"
#include "daemon/net/redirect.hpp"
#include "daemon/net/status.hpp"
#include "daemon/net/transfer.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <utility>

namespace khabar::net {

namespace asio = boost::asio;

namespace {

// Idle connections kept, per transfer that may run: most hosts are met again only at their next poll.
constexpr std::size_t kept_connections_per_transfer = 2;

std::size_t kept_connections(const settings::Fetch& settings) {
    return std::max<std::size_t>(8, settings.concurrency * kept_connections_per_transfer);
}

} // namespace

// Connections that went through an open SSRF gate are pooled apart: a pooled connection is reused without
// asking the gate again.
struct Fetcher::State {
    State(asio::any_io_executor on, const settings::Fetch& with)
        : executor(std::move(on)),
          settings(with),
          gated(std::make_shared<CurlLoop>(executor, kept_connections(settings))),
          ungated(std::make_shared<CurlLoop>(executor, kept_connections(settings))) {}

    asio::any_io_executor executor;
    settings::Fetch settings;
    std::string ca_file;
    std::shared_ptr<CurlLoop> gated;
    std::shared_ptr<CurlLoop> ungated;
    bool closed = false;
};

namespace {

Bounds filled(Bounds bounds, const settings::Fetch& settings) {
    if (bounds.max_bytes == 0) bounds.max_bytes = settings.page_bytes;
    if (!bounds.redirects) bounds.redirects = settings.redirects;
    if (bounds.connect_timeout.count() <= 0) bounds.connect_timeout = settings.connect_timeout;
    if (bounds.transfer_timeout.count() <= 0) bounds.transfer_timeout = settings.transfer_timeout;
    bounds.low_speed_time = std::max(bounds.low_speed_time, std::chrono::seconds(1));
    return bounds;
}

// A header line must be one line: what could end it is dropped with the field.
bool is_one_line(std::string_view text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

void add_line(std::vector<std::string>& lines, std::string_view name, std::string_view value) {
    if (value.empty() || name.empty() || !is_one_line(name) || !is_one_line(value)) return;
    lines.push_back(std::string(name).append(": ").append(value));
}

bool validators_belong(const Request& request, const url::Url& target) {
    if (request.validators_from.empty()) return request.url.host() == target.host();
    const auto from = url::Url::parse(request.validators_from);
    return from && from->host() == target.host();
}

std::vector<std::string> header_lines(const Request& request, const url::Url& target) {
    std::vector<std::string> lines;
    add_line(lines, "Accept", request.accept.empty() ? "*/*" : request.accept);
    add_line(lines, "Accept-Encoding", accepted_codings);
    if (validators_belong(request, target)) {
        add_line(lines, "If-None-Match", request.etag);
        add_line(lines, "If-Modified-Since", request.last_modified);
    }
    if (may_carry_headers(request.url, target))
        for (const HeaderField& field : request.headers)
            add_line(lines, field.name, field.value);
    if (request.credentials && may_carry_headers(request.credentials->owner, target))
        for (const HeaderField& field : request.credentials->fields)
            add_line(lines, field.name, field.value);
    return lines;
}

bool is_conditional(const std::vector<std::string>& lines) {
    return std::ranges::any_of(lines, [](std::string_view line) {
        const std::string_view name = line.substr(0, line.find(':'));
        return text::equals_ignoring_case(name, "if-none-match") ||
               text::equals_ignoring_case(name, "if-modified-since");
    });
}

std::string without_credentials(const url::Url& url) {
    std::string text = url.origin();
    text.append(url.path());
    if (const auto query = url.query()) text.append("?").append(*query);
    return text;
}

HopPlan plan_hop(const Request& request, const url::Url& target, const settings::Fetch& settings) {
    HopPlan plan;
    plan.url = without_credentials(target);
    plan.user_agent = request.user_agent.empty() ? settings.user_agent : request.user_agent;
    if (!is_one_line(plan.user_agent)) plan.user_agent.clear();
    if (may_carry_headers(request.url, target)) {
        plan.user_name = request.url.username();
        plan.password = request.url.password();
    }
    plan.header_lines = header_lines(request, target);
    plan.proxy = settings.proxy;
    plan.proxy_username = settings.proxy_username;
    plan.proxy_password = settings.proxy_password.reveal();
    plan.bounds = filled(request.bounds, settings);
    plan.cut_at_max = request.cut_at_max;
    plan.allow_private = request.allow_private || settings.allow_private;
    return plan;
}

// Behind a proxy the socket is the proxy's; an address that is written out in the URL can still be judged.
Result<void> check_literal(const HopPlan& plan, const url::Url& target) {
    if (plan.allow_private) return {};
    const auto literal = address_from_literal(target.host());
    if (!literal || is_public(*literal)) return {};
    return fail(Errc::refused_address, "address " + to_string(*literal) + " is not public");
}

// Where this answer sends us on to; none where it is the last.
Result<std::optional<url::Url>> next_hop(const Response& response, const std::vector<Hop>& hops,
                                         const url::Url& current, std::uint32_t limit) {
    const std::string_view location = response.headers.get("location");
    if (!is_redirect(response.status) || location.empty()) return std::optional<url::Url>();
    auto target = redirect_target(current, location);
    if (!target) return tl::unexpected<Error>(target.error());
    if (hops.size() >= limit) return fail(Errc::too_many_redirects, "more than " + std::to_string(limit));
    const auto seen = [&](const Hop& hop) { return hop.from == target->href(); };
    if (target->href() == current.href() || std::ranges::any_of(hops, seen))
        return fail(Errc::too_many_redirects, "back to " + target->href());
    return std::optional<url::Url>(std::move(*target));
}

// Free-standing so that it owns all it needs: the Fetcher may go before it ends.
asio::awaitable<Result<Response>> fetch_hops(std::shared_ptr<CurlLoop> loop, asio::any_io_executor executor,
                                             settings::Fetch settings, std::string ca_file, Request request) {
    url::Url current = request.url;
    std::vector<Hop> hops;
    const std::uint32_t limit = request.bounds.redirects.value_or(settings.redirects);
    for (;;) {
        HopPlan plan = plan_hop(request, current, settings);
        plan.ca_file = ca_file;
        if (auto allowed = check_literal(plan, current); !allowed)
            co_return tl::unexpected<Error>(allowed.error());
        const bool conditional = is_conditional(plan.header_lines);
        Transfer transfer(loop, executor, std::move(plan));
        auto response = co_await transfer.run();
        if (!response) co_return tl::unexpected<Error>(response.error());
        if (response->not_modified() && !conditional)
            co_return fail(Errc::protocol_error, "HTTP 304 to a request without a condition");
        auto next = next_hop(*response, hops, current, limit);
        if (!next) co_return tl::unexpected<Error>(next.error());
        if (!next->has_value()) {
            response->url = current.href();
            response->hops = std::move(hops);
            co_return std::move(*response);
        }
        Hop hop{response->status, current.href(), (*next)->href()};
        hops.push_back(std::move(hop));
        current = **next;
        if (!request.hop_gate) continue;
        auto passed = co_await request.hop_gate(current);
        if (!passed) co_return tl::unexpected<Error>(passed.error());
    }
}

asio::awaitable<Result<Response>> refuse(Errc code, std::string detail) {
    co_return fail(code, std::move(detail));
}

} // namespace

Fetcher::Fetcher(asio::any_io_executor executor, const settings::Fetch& settings)
    : state_(std::make_shared<State>(std::move(executor), settings)) {}

Fetcher::~Fetcher() {
    close();
}

asio::awaitable<Result<Response>> Fetcher::fetch(Request request) {
    if (state_->closed) return refuse(Errc::cancelled, "fetcher closed");
    if (!request.url.is_http()) return refuse(Errc::bad_url, "not http or https");
    const bool open_gate = request.allow_private || state_->settings.allow_private;
    return fetch_hops(open_gate ? state_->ungated : state_->gated, state_->executor, state_->settings,
                      state_->ca_file, std::move(request));
}

void Fetcher::reconfigure(const settings::Fetch& settings) {
    state_->settings = settings;
}

void Fetcher::trust_only(const std::filesystem::path& ca_file) {
    state_->ca_file = ca_file.string();
}

void Fetcher::close() {
    state_->closed = true;
    state_->gated->close();
    state_->ungated->close();
}

std::size_t Fetcher::running() const noexcept {
    return state_->gated->running() + state_->ungated->running();
}

} // namespace khabar::net
