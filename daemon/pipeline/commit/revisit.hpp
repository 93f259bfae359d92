#pragma once
// When a stored page is looked at again though no feed says that it changed: at the ages of `revisit` in the
// configuration. What is due stands in the queue of links as a pending link of a stored article, so that new
// pages, which are due since they were found, go first, hosts are paced as ever, and a crash loses nothing.

#include "daemon/net/request.hpp"
#include "daemon/net/response.hpp"
#include "daemon/settings/settings.hpp"
#include "daemon/store/time.hpp"
#include "daemon/store/visits.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace khabar::pipeline {

using Ages = std::vector<std::chrono::seconds>; // ascending

[[nodiscard]] const Ages& revisit_ages(const settings::Settings& settings, const settings::Source& source);

// The first age after `now`, with room since this visit; none where all have passed. `begin`: when the link
// was found; `published`, where it is earlier, counts instead.
inline constexpr std::chrono::seconds least_between_visits = std::chrono::minutes(5);
[[nodiscard]] std::optional<store::Time> next_visit(const Ages& ages, store::Time begin,
                                                    std::optional<store::Time> published, store::Time now);

// Every other look asks without validators: some servers say 304 for ever, or keep an ETag for another text.
void add_validators(net::Request& request, const store::Visit& visit);

// Those of a good answer; a 304 brings what it names and leaves the rest.
struct PageValidators {
    std::string etag, last_modified, from;
};
[[nodiscard]] PageValidators validators_of(const net::Response& response);
void keep_validators(store::Visit& visit, const PageValidators& validators);

} // namespace khabar::pipeline
