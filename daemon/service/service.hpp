#pragma once
// The daemon as systemd and the shell see it: starts, says READY when polling, reloads on SIGHUP, drains on
// SIGTERM and SIGINT.

#include "daemon/settings/settings.hpp"

#include <filesystem>

namespace khabar::service {

// Returns when the daemon was asked to stop and everything in flight was committed. Takes a second SIGTERM,
// or drain_timeout, as the end of patience: transfers are then cut off, and fetched again next time. Throws
// store::DaemonRunning where another daemon has the database, store::StoreError where it cannot be opened,
// ListenFailed (status_server.hpp) where status.listen cannot be had.
void run(settings::Settings settings);

} // namespace khabar::service
