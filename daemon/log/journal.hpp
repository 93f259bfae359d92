#pragma once
// systemd's journal, spoken to natively (sd_journal_sendv(3)) so that each field of an event can be asked
// for:
//
//     journalctl -u khabar KHABAR_SOURCE=enab PRIORITY=4

#include "daemon/log/log.hpp"

namespace khabar::log::journal {

// Whether standard error is the very stream that systemd connected to journald: $JOURNAL_STREAM names its
// device and inode (systemd.exec(5)); an inherited variable alone proves nothing.
[[nodiscard]] bool is_standard_error();

// syslog's priority of a level: 7 debug … 3 error.
[[nodiscard]] int priority(Level level) noexcept;

// The name a field has in the journal: "feed-url" is KHABAR_FEED_URL.
[[nodiscard]] std::string field_name(std::string_view name);

// One entry: MESSAGE is the line as on a terminal, each field stands by itself, escaped. False where the
// journal could not take it (an old socket, no room): the caller writes the line instead.
[[nodiscard]] bool send(Level level, std::string_view event, Fields fields);

} // namespace khabar::log::journal
