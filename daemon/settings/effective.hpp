#pragma once
// Settings as text, key by key: what `khabar config dump` prints and what a reload compares. Secrets never
// appear.

#include "daemon/settings/settings.hpp"

#include <string>
#include <vector>

namespace khabar::settings {

struct Setting {
    std::string key;   // "fetch.delay"; of a source without a section: "url"
    std::string value; // YAML that reads back as the same value, in one line

    friend bool operator==(const Setting&, const Setting&) = default;
};

// Every key of khabar.yaml that has a value in force, in the order of the documentation; the lists excepted.
[[nodiscard]] std::vector<Setting> effective(const Settings& settings);

// Every key of one source; what it leaves to the general settings (interval, delay, user_agent) is left out
// where it is not its own.
[[nodiscard]] std::vector<Setting> effective(const Source& source);

} // namespace khabar::settings
