#include "daemon/net/transfer.hpp"

#include "daemon/net/status.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <charconv>
#include <utility>

namespace khabar::net {

namespace asio = boost::asio;

namespace {

// A page in one read or two, as curl(1) does; libcurl's own 16 KiB wake the loop three times as often.
constexpr long read_bytes = 100L * 1024;

} // namespace

Transfer::Transfer(std::shared_ptr<CurlLoop> loop, const asio::any_io_executor& executor, HopPlan plan)
    : loop_(std::move(loop)),
      finished_(executor),
      plan_(std::move(plan)),
      easy_(curl::make_easy()) {
    finished_.expires_at(asio::steady_timer::time_point::max());
    configure();
    configure_bounds();
}

Transfer::~Transfer() {
    loop_->remove(easy_.get());
}

void Transfer::configure() {
    CURL* easy = easy_.get();
    for (const std::string& line : plan_.header_lines)
        curl::append(header_list_, line);
    curl::set(easy, CURLOPT_URL, plan_.url.c_str());
    curl::set(easy, CURLOPT_PATH_AS_IS, 1L); // our own URL parser has spoken
    curl::set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl::set(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl::set(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    curl::set(easy, CURLOPT_PIPEWAIT,
              1L); // one HTTP/2 connection with many streams rather than many connections
    curl::set(easy, CURLOPT_HTTP_CONTENT_DECODING, 0L); // content_coding.hpp says why
    curl::set(easy, CURLOPT_HTTPHEADER, header_list_.get());
    if (!plan_.user_agent.empty()) curl::set(easy, CURLOPT_USERAGENT, plan_.user_agent.c_str());
    if (!plan_.user_name.empty() || !plan_.password.empty()) {
        curl::set(easy, CURLOPT_USERNAME, plan_.user_name.c_str());
        curl::set(easy, CURLOPT_PASSWORD, plan_.password.c_str());
        curl::set(easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    }
    curl::set(easy, CURLOPT_PROXY, plan_.proxy.c_str()); // "": none, whatever the environment says
    curl::set(easy, CURLOPT_NOPROXY, "");
    if (!plan_.proxy_username.empty()) {
        curl::set(easy, CURLOPT_PROXYUSERNAME, plan_.proxy_username.c_str());
        curl::set(easy, CURLOPT_PROXYPASSWORD, plan_.proxy_password.c_str());
    }
    if (!plan_.ca_file.empty()) {
        curl::set(easy, CURLOPT_CAINFO, plan_.ca_file.c_str());
        curl::set(easy, CURLOPT_CAPATH, nullptr);
    }
    curl::set(easy, CURLOPT_BUFFERSIZE, read_bytes);
    curl::set(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl::set(easy, CURLOPT_NOSIGNAL, 1L);
    curl::set(easy, CURLOPT_QUICK_EXIT, 1L); // a slow name look-up must not hold whoever cancels
    curl::set(easy, CURLOPT_ERRORBUFFER, message_.data());
    curl::set(easy, CURLOPT_HEADERFUNCTION, &Transfer::header_callback);
    curl::set(easy, CURLOPT_HEADERDATA, this);
    curl::set(easy, CURLOPT_WRITEFUNCTION, &Transfer::write_callback);
    curl::set(easy, CURLOPT_WRITEDATA, this);
    curl::set(easy, CURLOPT_OPENSOCKETFUNCTION, &Transfer::open_socket_callback);
    curl::set(easy, CURLOPT_OPENSOCKETDATA, this);
}

void Transfer::configure_bounds() {
    CURL* easy = easy_.get();
    const Bounds& bounds = plan_.bounds;
    curl::set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(bounds.connect_timeout.count()));
    curl::set(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(bounds.transfer_timeout.count()));
    curl::set(easy, CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(bounds.low_speed_bytes_per_second));
    curl::set(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(bounds.low_speed_time.count()));
}

asio::awaitable<Result<Response>> Transfer::run() {
    loop_->add(easy_.get(), [this](TransferEnd end) {
        end_ = end;
        finished_.cancel();
    });
    boost::system::error_code cancelled;
    auto token = asio::redirect_error(asio::use_awaitable, cancelled);
    if (!end_) co_await finished_.async_wait(token);
    if (!end_) {
        loop_->remove(easy_.get());
        co_return fail(Errc::cancelled, "fetch cancelled");
    }
    co_return result();
}

std::size_t Transfer::header_callback(char* data, std::size_t size, std::size_t count, void* self) {
    const bool taken = static_cast<Transfer*>(self)->take_header_line({data, size * count});
    return taken ? size * count : 0;
}

std::size_t Transfer::write_callback(char* data, std::size_t size, std::size_t count, void* self) {
    const bool taken = static_cast<Transfer*>(self)->take_body({data, size * count});
    return taken ? size * count : CURL_WRITEFUNC_ERROR;
}

bool Transfer::stop(Error error) {
    stopped_by_ = std::move(error);
    return false;
}

bool Transfer::take_header_line(std::string_view line) {
    loop_->heard();
    header_bytes_ += line.size();
    if (++header_lines_ > max_header_lines || header_bytes_ > max_header_bytes)
        return stop({Errc::too_large, "header fields over " + std::to_string(max_header_bytes) +
                                          " bytes or " + std::to_string(max_header_lines) + " lines"});
    if (headers_complete_) return true; // trailers: counted, not believed
    if (line.starts_with("HTTP/")) {
        begin_answer(line);
        return true;
    }
    if (line == "\r\n" || line == "\n") {
        headers_complete_ = status_ >= 200;
        return true;
    }
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && colon > 0)
        headers_.add(line.substr(0, colon), line.substr(colon + 1));
    return true;
}

// Every status line begins anew: what a 1xx or a proxy said is forgotten.
void Transfer::begin_answer(std::string_view status_line) {
    headers_.clear();
    headers_complete_ = false;
    status_ = 0;
    const auto space = status_line.find(' ');
    if (space == std::string_view::npos) return;
    const std::string_view digits = status_line.substr(space + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), status_);
}

bool Transfer::begin_body() {
    auto decoder = BodyDecoder::create(headers_.get("content-encoding"), plan_.bounds.max_bytes);
    if (!decoder) return stop(std::move(decoder.error()));
    decoder_ = std::move(*decoder);
    return true;
}

bool Transfer::take_body(std::string_view bytes) {
    loop_->heard();
    if (is_redirect(status_) && headers_.has("location")) {
        skipped_bytes_ += bytes.size();
        enough_ = skipped_bytes_ > max_redirect_body_bytes;
        return !enough_;
    }
    if (!decoder_ && !begin_body()) return false;
    auto written = decoder_->write(bytes);
    if (written) return true;
    if (plan_.cut_at_max && written.error().code == Errc::too_large) {
        enough_ = true;
        return false;
    }
    return stop(std::move(written.error()));
}

Result<Response> Transfer::result() {
    if (stopped_by_) return tl::unexpected<Error>(*stopped_by_);
    const bool whole = end_->by == TransferEnd::By::libcurl && end_->code == CURLE_OK;
    if (!whole && !enough_) return tl::unexpected<Error>(end_error());
    if (decoder_ && !enough_)
        if (auto decoded = decoder_->finish(); !decoded) return tl::unexpected<Error>(decoded.error());
    return answer();
}

Response Transfer::answer() {
    CURL* easy = easy_.get();
    const auto microseconds = [easy](CURLINFO info) {
        return std::chrono::microseconds(curl::offset(easy, info));
    };
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    Response response;
    response.status = status_;
    response.headers = std::move(headers_);
    if (decoder_) response.body = std::move(*decoder_).take_body();
    response.cut = enough_ && decoder_.has_value();
    response.content_type = response.headers.get("content-type");
    response.etag = response.headers.get("etag");
    response.last_modified = response.headers.get("last-modified");
    response.retry_after = retry_after(response.headers, now);
    response.fresh_for = freshness(response.headers);
    response.remote_address = curl::text(easy, CURLINFO_PRIMARY_IP);
    response.http2 = curl::number(easy, CURLINFO_HTTP_VERSION) == CURL_HTTP_VERSION_2_0;
    response.reused_connection = curl::number(easy, CURLINFO_NUM_CONNECTS) == 0;
    response.bytes_received = static_cast<std::uint64_t>(curl::offset(easy, CURLINFO_SIZE_DOWNLOAD_T));
    response.timings = {microseconds(CURLINFO_NAMELOOKUP_TIME_T), microseconds(CURLINFO_CONNECT_TIME_T),
                        microseconds(CURLINFO_APPCONNECT_TIME_T), microseconds(CURLINFO_STARTTRANSFER_TIME_T),
                        microseconds(CURLINFO_TOTAL_TIME_T)};
    return response;
}

} // namespace khabar::net
