#pragma once
// Exit statuses, from sysexits.h, so that scripts and systemd can tell what went wrong.

namespace khabar::cli {

inline constexpr int exit_ok = 0;
inline constexpr int exit_failed = 1;       // asked for something that could not be had (a page, an article)
inline constexpr int exit_usage = 64;       // EX_USAGE
inline constexpr int exit_data = 65;        // EX_DATAERR: input could not be understood
inline constexpr int exit_no_input = 66;    // EX_NOINPUT: file not there or not readable
inline constexpr int exit_unavailable = 69; // EX_UNAVAILABLE
inline constexpr int exit_software = 70;    // EX_SOFTWARE
inline constexpr int exit_io = 74;          // EX_IOERR: database or output failed
inline constexpr int exit_config = 78;      // EX_CONFIG

} // namespace khabar::cli
