#pragma once
// What words mean in dates, in every language we know; spellings are compared folded (tokens.hpp).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace khabar::date {

enum class Sense : std::uint8_t {
    month,        // 1–12, Gregorian
    hijri_month,  // 1–12
    jalali_month, // 1–12
    weekday,      // 0 = Monday
    am,
    pm,          // hours 0–11, 12–23
    night,       // pm, but am after midnight ("ليلا", "晚")
    around_noon, // the hours next to twelve on both sides: "ظهرا"
    noon,
    midnight,
    clock,  // a time follows: "klo", "الساعة"
    oclock, // follows an hour: "Uhr", "h"
    hour_mark,
    minute_mark,
    second_mark, // 時 分 秒
    year_mark,
    month_mark,
    day_mark,     // 年 月 日, after their number
    month_prefix, // "tháng", "เดือน": a month follows, by number or name
    era,          // the year before its first, of Japan or Taiwan: "令和" 2018
    hijri_era,
    gregorian_era,
    buddhist,    // the word is Thai: years may be Buddhist
    legal,       // a number after it is no date: "رقم", "Nr", "tel"
    label,       // "Published", "نشر": says that a date follows
    filler,      // stands between the parts of a date and says nothing
    zone,        // minutes east of UTC
    place,       // Place, whose clock the time is on
    spoken_hour, // 1–12 after "الساعة": "الثالثة"
    spoken_less, // "إلا": the minutes that follow are taken off
    part,        // of an hour, in minutes, after one ("ساعة ونصف"); alone it may be half of anything
    ago,         // before or after a span: in the past
    ahead,       // in the future
    count,       // a number in words
    ordinal,     // "الخامس عشر", "first": a day's number where a month follows
    unit,        // Unit
    several,     // Unit in the plural: without a number, nobody knows how many
    few,         // "بضع", "several": makes a plural of what follows
    vague,       // "أكثر من": the span is a bound and no distance
    two_units,   // the Arabic dual: two of Unit
    minutes,     // a part of an hour in one word: "نصف ساعة"
    unit_ago,    // in tables: unit and ago in one ("วันที่แล้ว")
    last_unit,   // in tables: unit and last in one ("letzte Woche", "先週")
    last,
    coming,
    current, // "الماضي", "القادم", "this"
    now,
    day_shift, // 0 today, -1 yesterday, …
};

// Values of Sense::unit and Sense::two_units.
enum class Unit : std::uint8_t { second, minute, hour, day, week, month, quarter, year };

struct Word {
    std::string spelling; // folded
    Sense sense;
    int value = 0;
};

// All meanings of a folded word or of a few words with one space between; empty where it is not known.
[[nodiscard]] std::span<const Word> meanings(std::string_view folded);

// The most words one entry has.
inline constexpr std::size_t max_words_together = 4;

} // namespace khabar::date
