#pragma once
// HTTP header fields of one message, names in lower case, and what polling reads out of them (RFC 9110, RFC
// 9111).

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::net {

struct HeaderField {
    std::string name; // lower-case in a response; as given in a request
    std::string value;

    friend bool operator==(const HeaderField&, const HeaderField&) = default;
};

// In the order they came; a field that came twice is there twice.
class Headers {
  public:
    void add(std::string_view name, std::string_view value);
    void clear() noexcept { fields_.clear(); }

    // The first field of that name (any case); empty where there is none.
    [[nodiscard]] std::string_view get(std::string_view name) const noexcept;
    [[nodiscard]] bool has(std::string_view name) const noexcept;
    [[nodiscard]] const std::vector<HeaderField>& fields() const noexcept { return fields_; }

  private:
    std::vector<HeaderField> fields_;
};

// "Sun, 06 Nov 1994 08:49:37 GMT": IMF-fixdate, the only form a server may send (RFC 9110 §5.6.7).
[[nodiscard]] std::optional<std::chrono::sys_seconds> http_date(std::string_view text);

// Retry-After as seconds from now: a number, or a date measured against the server's own Date where it sent
// one. Not below 0.
[[nodiscard]] std::optional<std::chrono::seconds> retry_after(const Headers& headers,
                                                              std::chrono::sys_seconds now);

// How long the answer says it stays fresh: Cache-Control max-age, else Expires − Date; none for no-cache and
// no-store.
[[nodiscard]] std::optional<std::chrono::seconds> freshness(const Headers& headers);

} // namespace khabar::net
