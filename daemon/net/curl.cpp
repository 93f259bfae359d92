#include "daemon/net/curl.hpp"

#include <new>
#include <stdexcept>

namespace khabar::net::curl {
namespace {

// Once a process, before the first handle; never undone, as other libraries may use curl too.
void initialise() {
    static const CURLcode code = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    if (code != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

} // namespace

Easy make_easy() {
    initialise();
    Easy handle(::curl_easy_init());
    if (!handle) throw std::bad_alloc();
    return handle;
}

Multi make_multi() {
    initialise();
    Multi handle(::curl_multi_init());
    if (!handle) throw std::bad_alloc();
    return handle;
}

void append(List& list, const std::string& line) {
    curl_slist* longer = ::curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(list.release()); // `longer` is the same list
    list.reset(longer);
}

void refuse_option(CURLoption option, CURLcode code) {
    throw std::logic_error("curl option " + std::to_string(option) + ": " + ::curl_easy_strerror(code));
}

long number(CURL* handle, CURLINFO info) noexcept {
    long value = 0;
    return ::curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

curl_off_t offset(CURL* handle, CURLINFO info) noexcept {
    curl_off_t value = 0;
    return ::curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

std::string text(CURL* handle, CURLINFO info) {
    const char* value = nullptr;
    const bool got = ::curl_easy_getinfo(handle, info, &value) == CURLE_OK && value != nullptr;
    return got ? value : "";
}

} // namespace khabar::net::curl
