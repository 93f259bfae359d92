#pragma once
// The last pass over a configuration: secrets are fetched from where they are, and those that stand in an
// address (https://user:password@host/) are taken out of it, so that no log line and no table ever shows
// them.

#include "daemon/settings/problem.hpp"
#include "daemon/settings/settings.hpp"

#include <string>
#include <vector>

namespace khabar::settings {

inline constexpr std::size_t max_secret_bytes = 16u
                                                << 10; // longer ones are no header field a server would take

// A secret that cannot be had is a problem for its receiver; who only asks has no use for it.
struct SecretFindings {
    std::vector<Problem> unreadable;
    std::vector<Problem> exposed; // literal secrets in files that every user of the machine may read
};

// `folder` is where relative files are meant from.
[[nodiscard]] SecretFindings read_secrets(Settings& settings, const std::filesystem::path& folder);

// Which of a source's secrets, or the proxy's password, cannot be had: for who is about to send them.
[[nodiscard]] std::vector<Problem> unreadable_secrets(Source source, const std::filesystem::path& folder);
[[nodiscard]] std::vector<Problem> unreadable_secrets(Fetch fetch, const std::filesystem::path& folder);

} // namespace khabar::settings
