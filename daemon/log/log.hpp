#pragma once
// Logging: an event and its fields, never a format string with untrusted text in it. Values are escaped here
// and nowhere else, so a page title cannot forge a line, move a terminal's cursor or turn text direction.
// Safe from any thread once start() has returned.
//
//     log::warn("page failed", {{"source", id}, {"url", url}, {"error", to_string(error)}});
//     12:04:09 warn  page failed: source=enab url=https://… error="timed_out: no answer within 30 s"

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace khabar::log {

enum class Level : std::uint8_t { trace, debug, info, warn, error };
enum class Format : std::uint8_t {
    terminal, // time, level, event and fields; colours on a terminal
    journal,  // entries with fields (journal.hpp), where there is no journal "<priority>" in front as
              // sd-daemon(3) says
    json,     // one object a line, with the time in UTC
};

struct Field {
    std::string_view name; // a literal of ours
    std::string value;     // untrusted

    Field(std::string_view field, std::string_view text) : name(field), value(text) {}
    Field(std::string_view field, const char* text) : name(field), value(text) {}
    Field(std::string_view field, const std::string& text) : name(field), value(text) {}
    Field(std::string_view field, std::int64_t number) : name(field), value(std::to_string(number)) {}
    Field(std::string_view field, int number) : Field(field, static_cast<std::int64_t>(number)) {}
    Field(std::string_view field, std::size_t number) : name(field), value(std::to_string(number)) {}
};

using Fields = std::initializer_list<Field>;

// Lines go to standard error. Without a call only warnings and errors are written, in terminal format.
void start(Level least, Format format);
// From any thread, at any time.
void set_level(Level least);

// "trace" … "error"; info for anything else.
[[nodiscard]] Level level_from_name(std::string_view name) noexcept;

// journal where systemd connected standard error to journald, terminal otherwise.
[[nodiscard]] Format format_of_standard_error();

// The line without time and level: for tests and for commands that print errors.
[[nodiscard]] std::string line(std::string_view event, Fields fields);
// {"time":"2025-10-15T20:44:00.123Z","level":"warn","event":…, the fields as strings}. A field named as one
// of the first three gets a "_" behind.
[[nodiscard]] std::string json_line(std::chrono::system_clock::time_point at, Level level,
                                    std::string_view event, Fields fields);

void write(Level level, std::string_view event, Fields fields);
inline void debug(std::string_view event, Fields fields = {}) {
    write(Level::debug, event, fields);
}
inline void info(std::string_view event, Fields fields = {}) {
    write(Level::info, event, fields);
}
inline void warn(std::string_view event, Fields fields = {}) {
    write(Level::warn, event, fields);
}
inline void error(std::string_view event, Fields fields = {}) {
    write(Level::error, event, fields);
}

} // namespace khabar::log
