#include "daemon/log/log.hpp"

#include "parsers/text/fold.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <cstdlib>

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

// syslog priorities, as sd-daemon(3) reads them at the head of a line.
std::string_view priority(Level level) {
    switch (level) {
    case Level::trace:
    case Level::debug:
        return "<7>";
    case Level::info:
        return "<6>";
    case Level::warn:
        return "<4>";
    case Level::error:
        break;
    }
    return "<3>";
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
    return std::getenv("JOURNAL_STREAM") ? Format::journal : Format::terminal;
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

std::string json_line(Level level, std::string_view event, Fields fields) {
    std::string out = R"({"level":)" + quoted(level_name(level)) + R"(,"event":)" + quoted(event);
    for (const Field& field : fields)
        out.append(",")
            .append(quoted(field.name))
            .append(":")
            .append(quoted(text::escape_for_log(field.value)));
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
        out.log(at, "{}{}", priority(level), line(event, fields));
        return;
    case Format::json:
        out.log(at, "{}", json_line(level, event, fields));
        return;
    }
}

} // namespace khabar::log
