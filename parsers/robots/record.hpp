#pragma once
// robots.txt as a sequence of records, one a line (RFC 9309, §2.2), read as leniently as Google's parser
// does.

#include <cstdint>
#include <functional>
#include <string_view>

namespace khabar::robots {

enum class Field : std::uint8_t { user_agent, allow, disallow, crawl_delay, sitemap, other };

struct Record {
    Field field = Field::other;
    std::string_view value; // trimmed, without comment
    std::uint32_t line = 0; // 1-based
};

// Lines end in CR, LF or CRLF; a BOM, whole or cut, is skipped; what is beyond max_bytes is not read.
void for_each_record(std::string_view bytes, const std::function<void(const Record&)>& use);

} // namespace khabar::robots
