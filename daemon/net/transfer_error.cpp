// What went wrong with a transfer, in khabar's words.
#include "daemon/net/time_bound.hpp"
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

Error Transfer::end_error() const {
    switch (end_->by) {
    case TransferEnd::By::closing:
        return {Errc::cancelled, "fetcher closed"};
    case TransferEnd::By::flood:
        return {Errc::protocol_error, "the server sends frames without end and no answer: broken off"};
    case TransferEnd::By::libcurl:
        break;
    }
    return curl_error();
}

Error Transfer::curl_error() const {
    const CURLcode ended = end_->code;
    const Errc code = is_bad_chunk(ended, message_.data()) ? Errc::protocol_error : errc_of(ended);
    if (code == Errc::connect_failed) return connect_error();
    if (code == Errc::timed_out) return timeout_error();
    if (code == Errc::dns_failed && no_descriptor_left()) return our_fault();
    return {code, said()};
}

Error Transfer::connect_error() const {
    if (out_of_descriptors_) return our_fault();
    if (!refused_address_.empty() && !tried_address_)
        return {Errc::refused_address, "address " + refused_address_ + " is not public"};
    return {Errc::connect_failed, said()};
}

std::string Transfer::said() const {
    return message_[0] != '\0' ? message_.data() : ::curl_easy_strerror(end_->code);
}

Error Transfer::timeout_error() const {
    const auto total = std::chrono::microseconds(curl::offset(easy_.get(), CURLINFO_TOTAL_TIME_T));
    const bool connected = curl::offset(easy_.get(), CURLINFO_PRETRANSFER_TIME_T) > 0;
    const TimeBound bound = reached_bound(total, connected, plan_.bounds);
    if (bound == TimeBound::speed)
        return {Errc::too_slow, "under " + std::to_string(plan_.bounds.low_speed_bytes_per_second) +
                                    " bytes a second for " +
                                    std::to_string(plan_.bounds.low_speed_time.count()) + " s"};
    if (!refused_address_.empty() && !tried_address_)
        return {Errc::refused_address, "address " + refused_address_ + " is not public"};
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(total).count();
    return {Errc::timed_out, std::string(bound == TimeBound::answer ? "no answer" : "no connection") +
                                 " after " + std::to_string(milliseconds) + " ms"};
}

} // namespace khabar::net
