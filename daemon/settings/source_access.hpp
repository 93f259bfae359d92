#pragma once
// What a source's server asks of its readers: `auth`, `headers` and `cookies` of a source, and the proxy's
// password.

#include "daemon/settings/mapping.hpp"
#include "daemon/settings/settings.hpp"

#include <string_view>

namespace khabar::settings {

// One secret below `key`: a scalar is the secret itself; {credential: NAME}, {env: NAME} or {file: PATH} say
// where it is.
void read_secret(Mapping& mapping, std::string_view key, Secret& field, ProblemList& problems);

// `auth: {basic: {username, password}}` or `auth: {bearer: …}`, `headers: {Name: …}`, `cookies: {name: …}`.
void read_access(Mapping& mapping, Source& source, ProblemList& problems);

} // namespace khabar::settings
