#pragma once
// What feeds say about when to come again: rss:ttl, skipHours, skipDays (RSS 2.0), sy:updatePeriod and
// sy:updateFrequency (RSS 1.0 syndication module).

#include <bitset>
#include <chrono>
#include <optional>
#include <string_view>

namespace khabar::feed {

// "60": minutes, more than none and at most a year.
[[nodiscard]] std::optional<std::chrono::seconds> minutes_of(std::string_view ttl) noexcept;

// "0" to "23"; "24" is how the first specification wrote 0.
void add_skip_hour(std::bitset<24>& hours, std::string_view hour) noexcept;

// "Sunday" to "Saturday", any case.
void add_skip_day(std::bitset<7>& days, std::string_view day) noexcept;

class Schedule {
  public:
    // "hourly", "daily", "weekly", "monthly", "yearly"
    void set_period(std::string_view name) noexcept;
    // How many times in a period.
    void set_frequency(std::string_view count) noexcept;
    [[nodiscard]] std::optional<std::chrono::seconds> period() const noexcept;

  private:
    std::optional<std::chrono::seconds> period_;
    long frequency_ = 1;
};

} // namespace khabar::feed
