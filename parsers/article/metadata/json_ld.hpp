#pragma once
// What the page's JSON-LD (schema.org) says of its article. Broken JSON is repaired first: raw control
// characters, trailing commas, missing values, bad escapes, inner quotes, comment and CDATA wrappers, a
// cut-off end.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

inline constexpr std::size_t max_json_ld_bytes = 1u << 20; // one block; larger ones are skipped
inline constexpr std::size_t max_json_ld_blocks = 32;
inline constexpr std::size_t max_json_ld_items = 200;

// One item that may be this page's article. Strings are plain (entities and tags resolved) but for the dates
// and the body.
struct LinkedArticle {
    enum class Kind : std::uint8_t {
        page,
        work,
        article
    }; // WebPage; VideoObject and kin; NewsArticle and kin
    Kind kind = Kind::page;
    bool nested = false; // stands inside another item: most often a related story
    std::string headline, name, description, body, section, url, image, publisher, language, credit;
    std::string published, modified;        // as they stand
    std::vector<std::string> authors;       // persons
    std::vector<std::string> organizations; // authors that call themselves organizations
    std::vector<std::string> keywords;
};

struct LinkedData {
    std::vector<LinkedArticle> articles; // in document order
    std::string site;                    // of WebSite, or the publisher
};

[[nodiscard]] LinkedData read_json_ld(std::span<const std::string> blocks);

} // namespace khabar::article
