#include "parsers/article/page/trace.hpp"

#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {

std::string_view name(Field field) noexcept {
    static constexpr std::array<std::string_view, 11> names{"title",    "author", "published", "updated",
                                                            "language", "site",   "lead",      "image",
                                                            "credit",   "url",    "tags"};
    return names[static_cast<std::size_t>(field)];
}

void Trace::hear(Field field, std::string_view origin, std::string_view value, double trust,
                 std::string_view refused) {
    if (value.empty()) return;
    const auto same = std::ranges::count(witnesses, field, &Testimony::field);
    if (static_cast<std::size_t>(same) >= most_witnesses_a_field) return;
    Testimony witness;
    witness.field = field;
    witness.origin = text::prefix(origin, most_value_bytes);
    witness.value = text::prefix(value, most_value_bytes);
    witness.trust = trust;
    witness.refused = refused;
    witnesses.push_back(std::move(witness));
}

void Trace::believe(Field field, std::span<const std::string> values) {
    for (Testimony& testimony : witnesses) {
        if (testimony.field != field) continue;
        const auto says = [&testimony](std::string_view value) {
            return testimony.value == text::prefix(value, most_value_bytes);
        };
        testimony.believed = testimony.refused.empty() && std::ranges::any_of(values, says);
    }
}

} // namespace khabar::article
