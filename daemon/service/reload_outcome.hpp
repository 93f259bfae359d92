#pragma once
// What came of one reload: for the log, and as the daemon's answer to `khabar reload`.

#include "daemon/settings/difference.hpp"
#include "daemon/settings/problem.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::service {

struct ReloadOutcome {
    std::string file;                        // that was read
    std::vector<settings::Problem> problems; // not empty: nothing was changed
    std::string failure; // why it could not be tried, such as a database that takes no writes
    settings::Difference difference;

    [[nodiscard]] bool good() const noexcept { return problems.empty() && failure.empty(); }
};

// {"ok","file","added","changed":[{"id","keys"}],"removed","sites","settings","restart","problems":["file:line:column:
// …"],"failure"}
[[nodiscard]] std::string to_json(const ReloadOutcome& outcome);

} // namespace khabar::service
