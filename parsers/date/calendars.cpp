#include "parsers/date/calendars.hpp"

#include <array>
#include <cstdint>

namespace khabar::date {
namespace {

using namespace std::chrono_literals;

// Umm al-Qura: bit m of a year says that month m + 1 has 30 days, else 29 (King Abdulaziz City for Science
// and Technology, as ICU 72 carries it).
constexpr int first_hijri_year = 1390;
constexpr std::chrono::local_days first_hijri_day{1970y / 3 / 9};
constexpr std::array<std::uint16_t, 110> long_months = {
    0xABA, 0x5B4, 0xDA9, 0xD52, 0xAA5, 0x92D, 0x26D, 0x8ED, 0x2DA, 0xAD5, 0xAA5, 0xA4B, 0x497, 0x937,
    0x2B6, 0x975, 0xD69, 0xD52, 0xC95, 0x92B, 0x25B, 0x4DB, 0x9D5, 0x5D2, 0xDA5, 0xD4A, 0xA95, 0x54D,
    0xAAD, 0x3AA, 0xBD2, 0xBC4, 0xB89, 0xA95, 0x52D, 0x5AD, 0xB6A, 0x6D4, 0xDC9, 0xD92, 0xAA6, 0x956,
    0x2AE, 0x56D, 0x36A, 0xB55, 0xAAA, 0x94D, 0x49D, 0x95D, 0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A, 0x92E,
    0x26E, 0x55D, 0xADA, 0x6D4, 0x6A5, 0xB27, 0xA4D, 0x4AD, 0x56D, 0xB5A, 0x754, 0xF49, 0xE92, 0xD26,
    0xA56, 0x356, 0x6B5, 0xBAA, 0xB92, 0xB25, 0x68B, 0xA9B, 0x55A, 0xADA, 0x5B4, 0xDA9, 0xB52, 0xA9A,
    0x536, 0x276, 0x575, 0xAF2, 0x6D4, 0x6A9, 0x555, 0x2AD, 0x4BD, 0x9BA, 0x574, 0xB69, 0xB52, 0xA95,
    0x52D, 0xA5D, 0x4DA, 0xAD9, 0x6B2, 0xE95, 0xE2A, 0xC96, 0x92E, 0xAAD, 0x56A, 0xD65};

constexpr int first_jalali_year = 1206;
constexpr int last_jalali_year = 1497;
constexpr int anchor_jalali_year = 1403;
constexpr std::chrono::local_days anchor_jalali_day{2024y / 3 / 20};

bool is_jalali_leap(int year) noexcept {
    switch (year % 33) {
    case 1:
    case 5:
    case 9:
    case 13:
    case 17:
    case 22:
    case 26:
    case 30:
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<std::chrono::local_days> from_hijri(int year, int month, int day) noexcept {
    const int index = year - first_hijri_year;
    if (index < 0 || index >= static_cast<int>(long_months.size()) || month < 1 || month > 12 || day < 1)
        return std::nullopt;
    std::chrono::local_days begin = first_hijri_day;
    const auto length = [](std::uint16_t mask, int m) { return 29 + (mask >> m & 1); };
    for (int y = 0; y < index; ++y) {
        for (int m = 0; m < 12; ++m)
            begin += std::chrono::days{length(long_months[static_cast<std::size_t>(y)], m)};
    }
    const std::uint16_t mask = long_months[static_cast<std::size_t>(index)];
    for (int m = 0; m < month - 1; ++m)
        begin += std::chrono::days{length(mask, m)};
    // Where the moon was seen a day later, a month of 29 days had 30.
    constexpr int longest_month = 30;
    if (day > longest_month) return std::nullopt;
    return begin + std::chrono::days{day - 1};
}

std::optional<std::chrono::local_days> from_jalali(int year, int month, int day) noexcept {
    if (year < first_jalali_year || year > last_jalali_year || month < 1 || month > 12 || day < 1)
        return std::nullopt;
    const int length = month <= 6 ? 31 : month < 12 || is_jalali_leap(year) ? 30 : 29;
    if (day > length) return std::nullopt;
    std::chrono::local_days begin = anchor_jalali_day;
    for (int y = anchor_jalali_year; y < year; ++y)
        begin += std::chrono::days{is_jalali_leap(y) ? 366 : 365};
    for (int y = year; y < anchor_jalali_year; ++y)
        begin -= std::chrono::days{is_jalali_leap(y) ? 366 : 365};
    const int before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
    return begin + std::chrono::days{before + day - 1};
}

} // namespace khabar::date
