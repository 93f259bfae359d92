#pragma once
// Patterns for the path of an address, as an operator writes them: "/news/**", "/*/article-#.html".
//   *   any characters but '/', also none      **  any characters      #  one or more digits
// Everything else stands for itself. The whole path must match; a pattern with '?' in it is matched against
// path and query. Letters compare percent-decoded, so Arabic paths are written as they are read.

#include "parsers/base/result.hpp"
#include "parsers/url/url.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::links {

inline constexpr std::size_t max_pattern_bytes = 256;

class Glob {
  public:
    // Errc::bad_config where it is empty, too long or does not begin with '/' or '*'.
    [[nodiscard]] static Result<Glob> compile(std::string_view pattern);

    // Time: length of the path times length of the pattern at the worst.
    [[nodiscard]] bool matches(const url::Url& url) const;

  private:
    enum class Kind : std::uint8_t { literal, segment, anything, digits };
    struct Step {
        Kind kind;
        char literal;
    };

    std::vector<Step> steps_;
    bool with_query_ = false;
};

} // namespace khabar::links
