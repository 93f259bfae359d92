#pragma once
// What stands before an article instead of it: a login, consent or challenge page that a server sends for
// every address. It is "blocked", not an article: nothing of it is stored. Pure but for the memory of recent
// pages.

#include "daemon/net/response.hpp"
#include "parsers/base/result.hpp"
#include "parsers/url/url.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace khabar::pipeline {

// By the answer alone: a header that says so, or redirects that ended at an address whose path names a door
// (login, sso, consent, captcha …) where the one asked for does not.
[[nodiscard]] std::optional<Error> barrier_of(const net::Response& response, const url::Url& asked);

// Whether the page has a field for a password. Linear.
[[nodiscard]] bool has_password_field(std::string_view html);

// Whether a page is the one that the feed announced: its title or its text has half of the words of the
// feed's title. True where the feed gave none.
[[nodiscard]] bool is_announced(std::string_view feed_title, std::string_view page_title,
                                std::string_view text);

// A page with a password field and little else is a login page unless the feed announced it.
inline constexpr std::size_t login_page_bytes = 1500;

// Texts that came lately, by site: the same text under address after address, none of them announced, is a
// door too. Holds the last 4,096 pages, about 0.5 MB.
class RecentPages {
  public:
    // How many addresses of the site brought this text lately, this one included.
    std::size_t seen(std::string_view site, std::string_view text, std::string_view url);

  private:
    struct Page {
        std::uint64_t last_url = 0;
        std::size_t addresses = 0;
    };
    std::unordered_map<std::uint64_t, Page> pages_;
    std::deque<std::uint64_t> order_;
};

} // namespace khabar::pipeline
