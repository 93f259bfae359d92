#include "parsers/article/metadata/page_address.hpp"

namespace khabar::article {

Address parse_address(std::string_view text, const Address& base) {
    if (text.empty()) return std::nullopt;
    auto parsed = url::Url::parse(text, base ? &*base : nullptr);
    if (!parsed || !parsed->is_http()) return std::nullopt;
    return std::move(*parsed);
}

bool is_front(std::string_view path) {
    while (path.ends_with('/'))
        path.remove_suffix(1);
    return path.empty() || (path.size() <= 3 && path.find('/', 1) == std::string_view::npos);
}

std::string_view without_www(std::string_view host) {
    if (host.starts_with("www.")) host.remove_prefix(4);
    return host;
}

} // namespace khabar::article
