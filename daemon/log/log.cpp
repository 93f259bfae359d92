#include "daemon/log/log.hpp"

#include "daemon/log/journal.hpp"
#include "parsers/text/fold.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <fmt/chrono.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>

namespace khabar::log {

namespace {

// Written once by start(), before there are other threads.
std::atomic<Format> current_format{Format::terminal};

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
    case Level::trace:
        return spdlog::level::trace;
    case Level::debug:
        return spdlog::level::debug;
    case Level::info:
        return spdlog::level::info;
    case Level::warn:
        return spdlog::level::warn;
    case Level::error:
        break;
    }
    return spdlog::level::err;
}

std::string_view level_name(Level level) {
    switch (level) {
    case Level::trace:
        return "trace";
    case Level::debug:
        return "debug";
    case Level::info:
        return "info";
    case Level::warn:
        return "warn";
    case Level::error:
        break;
    }
    return "error";
}

std::string quoted(std::string_view text) {
    return boost::json::serialize(boost::json::string(text));
}

bool needs_quotes(std::string_view value) {
    return value.empty() || value.find_first_of(" \"=") != std::string_view::npos;
}

spdlog::logger& logger() {
    static const auto instance = [] {
        auto made = std::make_shared<spdlog::logger>("khabar",
                                                     std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
        made->set_level(spdlog::level::warn);
        made->set_pattern("%H:%M:%S %^%-5l%$ %v");
        return made;
    }();
    return *instance;
}

} // namespace

void start(Level least, Format format) {
    current_format = format;
    logger().set_level(spdlog_level(least));
    logger().set_pattern(format == Format::terminal ? "%H:%M:%S %^%-5l%$ %v" : "%v");
    logger().flush_on(spdlog::level::trace);
}

void set_level(Level least) {
    logger().set_level(spdlog_level(least));
}

Level level_from_name(std::string_view name) noexcept {
    for (const Level level : {Level::trace, Level::debug, Level::warn, Level::error})
        if (name == level_name(level)) return level;
    return Level::info;
}

Format format_of_standard_error() {
    return journal::is_standard_error() ? Format::journal : Format::terminal;
}

std::string line(std::string_view event, Fields fields) {
    std::string out(event);
    const char* separator = ": ";
    for (const Field& field : fields) {
        const std::string value = text::escape_for_log(field.value);
        out.append(separator).append(field.name).append("=");
        out.append(needs_quotes(value) ? quoted(value) : value);
        separator = " ";
    }
    return out;
}

std::string json_line(std::chrono::system_clock::time_point at, Level level, std::string_view event,
                      Fields fields) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(at);
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(at - whole).count();
    std::string out = fmt::format(R"({{"time":"{:%FT%T}.{:03}Z","level":{},"event":{})",
                                  fmt::gmtime(std::chrono::system_clock::to_time_t(whole)), milliseconds,
                                  quoted(level_name(level)), quoted(event));
    for (const Field& field : fields) {
        const bool taken = field.name == "time" || field.name == "level" || field.name == "event";
        out.append(",").append(quoted(std::string(field.name) + (taken ? "_" : ""))).append(":");
        out.append(quoted(text::escape_for_log(field.value)));
    }
    return out + "}";
}

void write(Level level, std::string_view event, Fields fields) {
    spdlog::logger& out = logger();
    const auto at = spdlog_level(level);
    if (!out.should_log(at)) return;
    switch (current_format.load()) {
    case Format::terminal:
        out.log(at, "{}", line(event, fields));
        return;
    case Format::journal:
        if (!journal::send(level, event, fields))
            out.log(at, "<{}>{}", journal::priority(level), line(event, fields));
        return;
    case Format::json:
        out.log(at, "{}", json_line(std::chrono::system_clock::now(), level, event, fields));
        return;
    }
}

} // namespace khabar::log
