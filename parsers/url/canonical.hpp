#pragma once
// The two forms of a URL that khabar keeps: the one to fetch and the identity key. The key is lossy and never
// fetched.

#include "parsers/url/url.hpp"

#include <string>

namespace khabar::url {

// The address to request: the fragment and pure tracking parameters (utm_*, fbclid, gclid and their kin)
// removed, nothing else touched.
[[nodiscard]] Url fetch_form(const Url& url);

// Raised with every change by which an address may get another key: what is stored under the old ones is
// given the new ones.
inline constexpr int key_rules = 1;

// Two addresses with one key are one page: scheme, "www.", default port, trailing slash, fragment, tracking
// parameters, session ids, parameter order, mobile and AMP twins are folded. Percent-encoding is normalised.
// No scheme in front: "example.org/a/b?id=3".
[[nodiscard]] std::string canonical_key(const Url& url);

// The registrable domain by the Public Suffix List ("bbc.co.uk"), the host itself for IP addresses and
// unknown suffixes.
[[nodiscard]] std::string registrable_domain(std::string_view host);

} // namespace khabar::url
