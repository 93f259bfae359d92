// Dates, with and without a day to reckon from.

#include "parsers/date/parse.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto input = fuzz::as_text(data, size);
    date::Context context;
    (void)date::parse(input, context);
    context.now = std::chrono::sys_days(std::chrono::year(2025) / 10 / 15) + std::chrono::hours(12);
    const auto value = date::parse(input, context);
    // What is written to the minute with a zone of its own is read the same again.
    if (value && value->offset && value->precision >= date::Precision::minute) {
        const auto again = date::parse(date::to_iso8601(*value), context);
        fuzz::expect(again && again->instant() == value->instant());
    }
    (void)date::from_url_path(input);
    return 0;
}
