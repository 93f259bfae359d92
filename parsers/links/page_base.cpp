#include "parsers/links/page_base.hpp"

namespace khabar::links {

std::optional<url::Url> page_base(const html::Document& page, std::string_view page_url) {
    const auto address = url::Url::parse(page_url);
    if (!page.base_href().empty()) {
        const auto base = url::Url::parse(page.base_href(), address ? &*address : nullptr);
        if (base) return *base;
    }
    if (!address) return std::nullopt;
    return *address;
}

std::optional<url::Url> resolve(std::string_view reference, const std::optional<url::Url>& base) {
    reference = reference.substr(0, reference.find('#'));
    auto url = url::Url::parse(reference, base ? &*base : nullptr);
    if (!url || !url->is_http()) return std::nullopt;
    return std::move(*url);
}

} // namespace khabar::links
