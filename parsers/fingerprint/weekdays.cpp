#include "parsers/fingerprint/weekdays.hpp"

#include "parsers/fingerprint/word_values.hpp"
#include "parsers/fingerprint/words.hpp"

namespace khabar::fingerprint {

namespace {

// As letters.cpp spells them (الثلاثاء without ء, no diacritics), in code point order. Persian forms are
// those written with or without the joiner.
constexpr WordValue names[] = {
    {U"carsamba", 3}, {U"cuma", 5},        {U"cumartesi", 6}, {U"dienstag", 2},  {U"dimanche", 0},
    {U"domingo", 0},  {U"donnerstag", 4},  {U"freitag", 5},   {U"friday", 5},    {U"jeudi", 4},
    {U"jueves", 4},   {U"lundi", 1},       {U"lunes", 1},     {U"mardi", 2},     {U"martes", 2},
    {U"mercredi", 3}, {U"miercoles", 3},   {U"mittwoch", 3},  {U"monday", 1},    {U"montag", 1},
    {U"pazar", 0},    {U"pazartesi", 1},   {U"persembe", 4},  {U"sabado", 6},    {U"samedi", 6},
    {U"samstag", 6},  {U"saturday", 6},    {U"sonntag", 0},   {U"sunday", 0},    {U"thursday", 4},
    {U"tuesday", 2},  {U"vendredi", 5},    {U"viernes", 5},   {U"wednesday", 3}, {U"воскресенье", 0},
    {U"вторник", 2},  {U"понедельник", 1}, {U"пятница", 5},   {U"среда", 3},     {U"суббота", 6},
    {U"четверг", 4},  {U"الاثنين", 1},     {U"الاحد", 0},     {U"الاربعا", 3},   {U"الثلاثا", 2},
    {U"الجمعه", 5},   {U"الخميس", 4},      {U"السبت", 6},     {U"بنجشنبه", 4},   {U"جهارشنبه", 3},
    {U"دوشنبه", 1},   {U"سهشنبه", 2},      {U"يكشنبه", 0},
};

static_assert(is_sorted_by_word(names));

} // namespace

std::uint8_t weekday(std::u32string_view word) noexcept {
    if (word.size() < 4) return no_weekday;
    if (word.front() == U'و' && word.size() > 4) word.remove_prefix(1);
    return value_of(word, names, no_weekday);
}

} // namespace khabar::fingerprint
