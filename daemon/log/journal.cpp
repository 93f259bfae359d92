#include "daemon/log/journal.hpp"

#include "parsers/text/fold.hpp"

#define SD_JOURNAL_SUPPRESS_LOCATION // where in our code a line comes from is told by its event
#include <sys/stat.h>
#include <sys/uio.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <vector>

namespace khabar::log::journal {

namespace {

constexpr std::string_view socket_path = "/run/systemd/journal/socket";

// "8:1234"
bool names(std::string_view stream, const struct stat& file) {
    const auto colon = stream.find(':');
    if (colon == std::string_view::npos) return false;
    std::uint64_t device = 0, inode = 0;
    const char* const end = stream.data() + stream.size();
    const auto first = std::from_chars(stream.data(), stream.data() + colon, device);
    const auto second = std::from_chars(stream.data() + colon + 1, end, inode);
    return first.ec == std::errc{} && second.ec == std::errc{} && second.ptr == end &&
           device == file.st_dev && inode == file.st_ino;
}

constexpr char upper(char c) noexcept {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr bool stands_in_a_name(char c) noexcept {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

bool is_standard_error() {
    const char* const stream = std::getenv("JOURNAL_STREAM");
    struct stat file {};
    return stream != nullptr && fstat(STDERR_FILENO, &file) == 0 && names(stream, file);
}

int priority(Level level) noexcept {
    switch (level) {
    case Level::trace:
    case Level::debug:
        return 7;
    case Level::info:
        return 6;
    case Level::warn:
        return 4;
    case Level::error:
        break;
    }
    return 3;
}

std::string field_name(std::string_view name) {
    std::string out = "KHABAR_";
    for (const char c : name)
        out.push_back(stands_in_a_name(upper(c)) ? upper(c) : '_');
    return out;
}

bool send(Level level, std::string_view event, Fields fields) {
    // sd_journal_sendv() calls a missing journal a success.
    if (access(std::string(socket_path).c_str(), W_OK) != 0) return false;
    std::vector<std::string> entries;
    entries.reserve(fields.size() + 4);
    entries.push_back("MESSAGE=" + line(event, fields));
    entries.push_back("PRIORITY=" + std::to_string(priority(level)));
    entries.emplace_back("SYSLOG_IDENTIFIER=khabar");
    entries.push_back("KHABAR_EVENT=" + std::string(event));
    for (const Field& field : fields)
        entries.push_back(field_name(field.name) + "=" + text::escape_for_log(field.value));
    std::vector<iovec> parts;
    parts.reserve(entries.size());
    for (std::string& entry : entries)
        parts.push_back({entry.data(), entry.size()});
    return sd_journal_sendv(parts.data(), static_cast<int>(parts.size())) == 0;
}

} // namespace khabar::log::journal
