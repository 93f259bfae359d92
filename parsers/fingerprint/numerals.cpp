#include "parsers/fingerprint/numerals.hpp"

#include "parsers/fingerprint/word_values.hpp"

namespace khabar::fingerprint {

namespace {

// As letters.cpp spells them (ثلاثة with ه, مئة without its hamza's seat, no diacritics), in code point
// order.
constexpr WordValue names[] = {
    {U"achte", 8},      {U"achten", 8},    {U"achtzig", 80},  {U"cent", 100},    {U"cinq", 5},
    {U"cinquante", 50}, {U"cinquieme", 5}, {U"dix", 10},      {U"dixieme", 10},  {U"douze", 12},
    {U"drei", 3},       {U"dreissig", 30}, {U"dritte", 3},    {U"dritten", 3},   {U"eight", 8},
    {U"eighth", 8},     {U"eighty", 80},   {U"eleven", 11},   {U"eleventh", 11}, {U"elf", 11},
    {U"fifth", 5},      {U"fifty", 50},    {U"five", 5},      {U"forty", 40},    {U"four", 4},
    {U"fourth", 4},     {U"funf", 5},      {U"funfte", 5},    {U"funften", 5},   {U"funfzig", 50},
    {U"huit", 8},       {U"huitieme", 8},  {U"hundert", 100}, {U"hundred", 100}, {U"neun", 9},
    {U"neunte", 9},     {U"neunten", 9},   {U"neunzig", 90},  {U"neuvieme", 9},  {U"nine", 9},
    {U"ninety", 90},    {U"ninth", 9},     {U"onze", 11},     {U"quarante", 40}, {U"quatre", 4},
    {U"quatrieme", 4},  {U"sechs", 6},     {U"sechste", 6},   {U"sechsten", 6},  {U"sechzig", 60},
    {U"sept", 7},       {U"septieme", 7},  {U"seven", 7},     {U"seventh", 7},   {U"seventy", 70},
    {U"sieben", 7},     {U"siebte", 7},    {U"siebten", 7},   {U"siebzig", 70},  {U"six", 6},
    {U"sixth", 6},      {U"sixty", 60},    {U"soixante", 60}, {U"ten", 10},      {U"tenth", 10},
    {U"third", 3},      {U"thirty", 30},   {U"three", 3},     {U"trente", 30},   {U"trois", 3},
    {U"troisieme", 3},  {U"twelfth", 12},  {U"twelve", 12},   {U"twenty", 20},   {U"vier", 4},
    {U"vierte", 4},     {U"vierten", 4},   {U"vierzig", 40},  {U"vingt", 20},    {U"zehn", 10},
    {U"zehnte", 10},    {U"zehnten", 10},  {U"zwanzig", 20},  {U"zwolf", 12},    {U"اربع", 4},
    {U"اربعه", 4},      {U"اربعون", 40},   {U"اربعين", 40},   {U"بنج", 5},       {U"بنجاه", 50},
    {U"بنجم", 5},       {U"بنجمين", 5},    {U"بيست", 20},     {U"تاسع", 9},      {U"تاسعه", 9},
    {U"تسع", 9},        {U"تسعه", 9},      {U"تسعون", 90},    {U"تسعين", 90},    {U"ثالث", 3},
    {U"ثالثه", 3},      {U"ثامن", 8},      {U"ثامنه", 8},     {U"ثلاث", 3},      {U"ثلاثه", 3},
    {U"ثلاثون", 30},    {U"ثلاثين", 30},   {U"ثمان", 8},      {U"ثمانون", 80},   {U"ثماني", 8},
    {U"ثمانين", 80},    {U"ثمانيه", 8},    {U"جهار", 4},      {U"جهارم", 4},     {U"جهارمين", 4},
    {U"جهل", 40},       {U"خامس", 5},      {U"خامسه", 5},     {U"خمس", 5},       {U"خمسه", 5},
    {U"خمسون", 50},     {U"خمسين", 50},    {U"دهمين", 10},    {U"رابع", 4},      {U"رابعه", 4},
    {U"سابع", 7},       {U"سابعه", 7},     {U"سادس", 6},      {U"سادسه", 6},     {U"سبع", 7},
    {U"سبعه", 7},       {U"سبعون", 70},    {U"سبعين", 70},    {U"ست", 6},        {U"سته", 6},
    {U"ستون", 60},      {U"ستين", 60},     {U"سومين", 3},     {U"شش", 6},        {U"ششم", 6},
    {U"ششمين", 6},      {U"شصت", 60},      {U"عاشر", 10},     {U"عاشره", 10},    {U"عشر", 10},
    {U"عشره", 10},      {U"عشرون", 20},    {U"عشرين", 20},    {U"مئه", 100},     {U"مايه", 100},
    {U"نهمين", 9},      {U"نود", 90},      {U"هشت", 8},       {U"هشتاد", 80},    {U"هشتم", 8},
    {U"هشتمين", 8},     {U"هفت", 7},       {U"هفتاد", 70},    {U"هفتم", 7},      {U"هفتمين", 7},
};

static_assert(is_sorted_by_word(names));

// و (and), ب ل (by, for) and the article are written onto the word, in this order.
std::u32string_view without_prefixes(std::u32string_view word) noexcept {
    if (word.starts_with(U'و')) word.remove_prefix(1);
    if (word.starts_with(U"لل")) return word.substr(2);
    if (word.starts_with(U'ب') || word.starts_with(U'ل')) word.remove_prefix(1);
    return word.starts_with(U"ال") ? word.substr(2) : word;
}

} // namespace

std::uint8_t numeral(std::u32string_view word) noexcept {
    constexpr std::size_t longest = 16;
    if (word.size() < 2 || word.size() > longest) return 0;
    const std::uint8_t value = value_of(word, names, 0);
    return value != 0 ? value : value_of(without_prefixes(word), names, 0);
}

} // namespace khabar::fingerprint
