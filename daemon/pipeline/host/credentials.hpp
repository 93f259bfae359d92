#pragma once
// What the operator gave for one source's server, as header fields that are bound to that server.

#include "daemon/net/request.hpp"
#include "daemon/settings/settings.hpp"

#include <optional>

namespace khabar::pipeline {

// None where the source asks for none. They belong to the origin of its configured address: net sends them
// there, over any number of redirects, and nowhere else; not to the article hosts it links to, not to where
// its feed has moved.
[[nodiscard]] std::optional<net::Credentials> credentials_of(const settings::Source& source);

} // namespace khabar::pipeline
