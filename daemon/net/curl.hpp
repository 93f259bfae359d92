#pragma once
// libcurl's handles in RAII; included by this folder's .cpp files only.

#include <curl/curl.h>

#include <memory>
#include <string>

namespace khabar::net::curl {

struct EasyCleanup {
    void operator()(CURL* handle) const noexcept { ::curl_easy_cleanup(handle); }
};
using Easy = std::unique_ptr<CURL, EasyCleanup>;

struct MultiCleanup {
    void operator()(CURLM* handle) const noexcept { ::curl_multi_cleanup(handle); }
};
using Multi = std::unique_ptr<CURLM, MultiCleanup>;

struct ListFree {
    void operator()(curl_slist* list) const noexcept { ::curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListFree>;

// These throw std::bad_alloc or std::runtime_error: without them there is no network at all.
[[nodiscard]] Easy make_easy();
[[nodiscard]] Multi make_multi();
void append(List& list, const std::string& line);

// curl_easy_setopt that throws std::logic_error: an option this libcurl does not take is a bug of ours.
[[noreturn]] void refuse_option(CURLoption option, CURLcode code);

template <typename Value>
void set(CURL* handle, CURLoption option, Value value) {
    const CURLcode code = curl_easy_setopt(handle, option, value);
    if (code != CURLE_OK) refuse_option(option, code);
}

[[nodiscard]] long number(CURL* handle, CURLINFO info) noexcept;
[[nodiscard]] curl_off_t offset(CURL* handle, CURLINFO info) noexcept;
[[nodiscard]] std::string text(CURL* handle, CURLINFO info);

} // namespace khabar::net::curl
