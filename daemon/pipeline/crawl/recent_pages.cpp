#include "daemon/pipeline/crawl/recent_pages.hpp"

#include <functional>

namespace khabar::pipeline {

namespace {

constexpr std::size_t remembered_pages = 4096;

std::uint64_t digest(std::string_view a, std::string_view b) {
    return std::hash<std::string_view>{}(a)*31 + std::hash<std::string_view>{}(b);
}

} // namespace

std::size_t RecentPages::seen(std::string_view site, std::string_view text, std::string_view url) {
    const std::uint64_t key = digest(site, text);
    const std::uint64_t address = std::hash<std::string_view>{}(url);
    const auto [found, fresh] = pages_.try_emplace(key);
    if (fresh) order_.push_back(key);
    Page& page = found->second;
    if (fresh || page.last_url != address) ++page.addresses;
    page.last_url = address;
    const std::size_t addresses = page.addresses;
    if (order_.size() > remembered_pages) {
        pages_.erase(order_.front());
        order_.pop_front();
    }
    return addresses;
}

} // namespace khabar::pipeline
