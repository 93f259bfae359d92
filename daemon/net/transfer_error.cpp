// What went wrong with a transfer, in khabar's words.
#include "daemon/net/transfer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace khabar::net {
namespace {

Errc errc_of(CURLcode code) noexcept {
    switch (code) {
    case CURLE_URL_MALFORMAT:
        return Errc::bad_url;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return Errc::dns_failed;
    case CURLE_COULDNT_CONNECT:
        return Errc::connect_failed;
    case CURLE_OPERATION_TIMEDOUT:
        return Errc::timed_out;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
        return Errc::reset;
    case CURLE_PARTIAL_FILE:
        return Errc::truncated;
    case CURLE_ABORTED_BY_CALLBACK:
        return Errc::cancelled;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_SHUTDOWN_FAILED:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT:
    case CURLE_USE_SSL_FAILED:
        return Errc::tls_failed;
    default:
        return Errc::protocol_error; // HTTP/0.9, bad chunks, HTTP/2 errors, weird replies
    }
}

// A name look-up without descriptors fails like one without a name; asking for a descriptor tells them apart.
bool no_descriptor_left() noexcept {
    const int probe = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (probe < 0) return errno == EMFILE || errno == ENFILE;
    ::close(probe);
    return false;
}

// libcurl reports a chunk that is none as a failed read; its message is the only difference.
bool is_bad_chunk(CURLcode code, std::string_view message) noexcept {
    return code == CURLE_RECV_ERROR && message.ends_with("in chunked-encoding");
}

Error our_fault() {
    return {Errc::cancelled, "out of file descriptors here"};
}

} // namespace

Error Transfer::curl_error() const {
    const Errc code = is_bad_chunk(code_, message_.data()) ? Errc::protocol_error : errc_of(code_);
    if (code == Errc::connect_failed) return connect_error();
    if (code == Errc::timed_out) return timeout_error();
    if (code == Errc::dns_failed && no_descriptor_left()) return our_fault();
    if (code_ == CURLE_ABORTED_BY_CALLBACK) return {code, "fetcher closed"};
    if (code_ == CurlLoop::flooded)
        return {Errc::protocol_error, "the server sends frames without end and no answer: broken off"};
    return {code, message_[0] != '\0' ? std::string(message_.data()) : ::curl_easy_strerror(code_)};
}

Error Transfer::connect_error() const {
    if (out_of_descriptors_) return our_fault();
    if (!refused_address_.empty() && !tried_address_)
        return {Errc::refused_address, "address " + refused_address_ + " is not public"};
    return {Errc::connect_failed,
            message_[0] != '\0' ? std::string(message_.data()) : ::curl_easy_strerror(code_)};
}

// libcurl has one code for three bounds; the clock tells which. Its timers may fire a millisecond early.
Error Transfer::timeout_error() const {
    const auto total = std::chrono::microseconds(curl::offset(easy_.get(), CURLINFO_TOTAL_TIME_T));
    const bool connected = curl::offset(easy_.get(), CURLINFO_PRETRANSFER_TIME_T) > 0;
    const bool long_enough = total + std::chrono::milliseconds(1) >= plan_.bounds.low_speed_time;
    if (connected && long_enough && total + std::chrono::milliseconds(1) < plan_.bounds.transfer_timeout)
        return {Errc::too_slow, "under " + std::to_string(plan_.bounds.low_speed_bytes_per_second) +
                                    " bytes a second for " +
                                    std::to_string(plan_.bounds.low_speed_time.count()) + " s"};
    if (!refused_address_.empty() && !tried_address_)
        return {Errc::refused_address, "address " + refused_address_ + " is not public"};
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(total).count();
    return {Errc::timed_out, std::string(connected ? "no answer" : "no connection") + " after " +
                                 std::to_string(milliseconds) + " ms"};
}

} // namespace khabar::net
