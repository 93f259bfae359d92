#include "daemon/net/redirect.hpp"

namespace khabar::net {
namespace {

// Only the bytes of a URL: a Location with control characters in it is answered with an error, not cleaned.
bool has_control(std::string_view text) noexcept {
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return true;
    return false;
}

} // namespace

Result<url::Url> redirect_target(const url::Url& from, std::string_view location) {
    if (has_control(location)) return fail(Errc::bad_url, "control character in Location");
    auto target = url::Url::parse(location, &from);
    if (!target) return fail(Errc::bad_url, "redirect: " + target.error().detail);
    if (!target->is_http()) return fail(Errc::bad_url, "redirect to " + std::string(target->scheme()) + ":");
    std::string plain = target->origin();
    plain.append(target->path());
    if (const auto query = target->query()) plain.append("?").append(*query);
    return url::Url::parse(plain);
}

bool may_carry_headers(const url::Url& owner, const url::Url& target) {
    if (owner.origin() == target.origin()) return true;
    return owner.host() == target.host() && owner.scheme() == "http" && target.scheme() == "https" &&
           !owner.port() && !target.port();
}

} // namespace khabar::net
