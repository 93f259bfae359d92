#include "daemon/service/health.hpp"

#include "parsers/text/fold.hpp"

namespace khabar::service {

Finding is_healthy(const Health& health) {
    if (!health.database_trouble.empty())
        return {false,
                "the database does not take writes: " + text::escape_for_log(health.database_trouble) + "\n"};
    if (health.since_progress > most_without_progress)
        return {false, "no progress for " + std::to_string(health.since_progress.count()) + " s\n"};
    return {true, "ok\n"};
}

Finding is_ready(const Health& health) {
    if (health.polling) return {true, "ready\n"};
    return {false, "not polling: starting or stopping\n"};
}

} // namespace khabar::service
