#pragma once
// URLs as browsers read them: the WHATWG URL Standard (https://url.spec.whatwg.org/), parsing and
// serialising, IDN by UTS #46. Linear in the length of the input; inputs over max_url_bytes are refused.

#include "parsers/base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace khabar::url {

// Longer inputs are refused, and inputs whose href would be longer, so that every href parses again: no real
// article address comes near (budget in ARCHITECTURE.md).
inline constexpr std::size_t max_url_bytes = 2048;

// An absolute, normalised URL. Every part is as the standard serialises it (percent-encoded, host lower-case,
// IDN in punycode, IPv6 in brackets); href() parses back to an equal value.
class Url {
  public:
    // The basic URL parser; `base` resolves relative references. Errc::bad_url says what was wrong.
    [[nodiscard]] static Result<Url> parse(std::string_view input, const Url* base = nullptr);

    [[nodiscard]] const std::string& href() const noexcept { return href_; }
    [[nodiscard]] std::string_view scheme() const noexcept; // "https", without colon
    [[nodiscard]] std::string_view username() const noexcept;
    [[nodiscard]] std::string_view password() const noexcept;
    [[nodiscard]] std::string_view host() const noexcept;             // "xn--…" or "[::1]"; empty if none
    [[nodiscard]] std::optional<std::uint16_t> port() const noexcept; // none where it is the scheme's default
    [[nodiscard]] std::uint16_t effective_port() const noexcept;      // port, or 80/443 by scheme, or 0
    [[nodiscard]] std::string_view path() const noexcept;             // "/a/b" (opaque paths as they are)
    [[nodiscard]] std::optional<std::string_view> query() const noexcept;    // without '?'
    [[nodiscard]] std::optional<std::string_view> fragment() const noexcept; // without '#'
    [[nodiscard]] bool has_host() const noexcept; // an empty one counts ("file:///a"); none in "mailto:a@b"
    [[nodiscard]] bool has_opaque_path() const noexcept; // "mailto:a@b": nothing can be relative to it
    [[nodiscard]] bool is_http() const noexcept;         // scheme is http or https
    [[nodiscard]] std::string origin() const; // "https://example.org:8443"; "null" where the scheme has none

    friend bool operator==(const Url& a, const Url& b) noexcept { return a.href_ == b.href_; }

  private:
    Url() = default;
    friend class Parser;

    // Offsets into href_ ("component offsets", as ada and Chromium's url::Parsed keep them).
    std::string href_;
    std::uint32_t scheme_end_ = 0; // index of ':'
    std::uint32_t username_begin_ = 0, username_end_ = 0;
    std::uint32_t password_begin_ = 0, password_end_ = 0;
    std::uint32_t host_begin_ = 0, host_end_ = 0;
    std::uint32_t path_begin_ = 0, path_end_ = 0;
    std::uint32_t query_begin_ = 0, query_end_ = 0; // begin 0: none
    std::uint32_t fragment_begin_ = 0;              // 0: none
    std::int32_t port_ = -1;
};

} // namespace khabar::url
