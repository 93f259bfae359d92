#include "daemon/cli/operate/run_command.hpp"

#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/log/log.hpp"
#include "daemon/service/service.hpp"
#include "daemon/service/status_server.hpp"
#include "daemon/settings/load.hpp"
#include "daemon/store/daemon_lock.hpp"
#include "daemon/store/remedy.hpp"

#include <cstdio>

namespace khabar::cli {

namespace {

void start_log(const settings::Log& settings, const RunOptions& options) {
    const bool json = options.log_format.empty() ? settings.format == settings::LogFormat::json
                                                 : options.log_format == "json";
    log::start(log::level_from_name(options.log_level.empty() ? settings.level : options.log_level),
               json ? log::Format::json : log::format_of_standard_error());
}

} // namespace

int run_run(const RunOptions& options) {
    const std::filesystem::path file = options.config.empty() ? settings::find_file() : options.config;
    if (file.empty()) {
        std::fputs(
            "khabar: no configuration to run with; name one with -c, or put it at /etc/khabar/khabar.yaml\n",
            stderr);
        return exit_config;
    }
    settings::LoadOptions load_options;
    load_options.secrets = true;
    settings::Loaded loaded = settings::load(file, load_options);
    for (const settings::Problem& problem : loaded.problems)
        std::fprintf(stderr, "%s\n", settings::to_string(problem).c_str());
    if (!loaded.problems.empty()) return exit_config;
    start_log(loaded.settings.log, options);
    const std::string database = loaded.settings.store.database.string();
    try {
        service::run(std::move(loaded.settings));
    } catch (const store::DaemonRunning& error) {
        log::error("not started", {{"error", error.what()}});
        return exit_unavailable;
    } catch (const service::ListenFailed& error) {
        log::error("not started", {{"status.listen", error.what()}});
        return exit_unavailable;
    } catch (const store::StoreError& error) {
        log::error("stopped by the database",
                   {{"file", database}, {"error", error.what()}, {"remedy", store::remedy(error)}});
        return error.corrupt() ? exit_data : exit_io;
    }
    return exit_ok;
}

} // namespace khabar::cli
