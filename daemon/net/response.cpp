#include "daemon/net/response.hpp"

#include "daemon/net/status.hpp"

#include <algorithm>

namespace khabar::net {

bool Response::moved_permanently() const noexcept {
    return !hops.empty() &&
           std::ranges::all_of(hops, [](const Hop& hop) { return is_permanent_redirect(hop.status); });
}

} // namespace khabar::net
