// registrable_domain of canonical.hpp, by libpsl with the list compiled into it: no file is read.
#include "parsers/url/canonical.hpp"

#include <libpsl.h>

#include <algorithm>

namespace khabar::url {

namespace {

bool is_ip_address(std::string_view host) noexcept {
    // A parsed host whose last label begins with a digit is IPv4 (WHATWG "ends in a number"; no such
    // top-level domain exists).
    return host.starts_with('[') || (!host.empty() && host.back() >= '0' && host.back() <= '9' &&
                                     host.find_first_not_of("0123456789.") == std::string_view::npos);
}

} // namespace

std::string registrable_domain(std::string_view host) {
    if (host.ends_with('.')) host.remove_suffix(1);
    std::string name(host);
    const auto* const list = psl_builtin(); // immutable, shared between threads
    if (list == nullptr || is_ip_address(host)) return name;
    const auto top = name.substr(name.rfind('.') + 1);
    // The list's default rule would call any last label a suffix: local and made-up names stay whole.
    if (psl_is_public_suffix2(list, top.c_str(), PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE) == 0) return name;
    const char* const found = psl_registrable_domain(list, name.c_str());
    return found == nullptr ? name : std::string(found);
}

} // namespace khabar::url
