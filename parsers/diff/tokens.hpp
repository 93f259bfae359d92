#pragma once
// A text as the words and marks that a reader compares.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace khabar::diff {

enum class Gap : std::uint8_t { none, space, paragraph }; // what stands before a token

struct Token {
    std::string_view text; // of the original
    Gap before = Gap::none;
    bool word = false; // letters or digits; else a punctuation mark or symbol
};

// In order; views into `utf8`, which must be valid. A word is a run of letters and digits, with an
// apostrophe, point, comma, colon or hyphen between two of them; marks and the letters of scripts without
// spaces stand alone. White space and invisible characters are no tokens. Linear.
[[nodiscard]] std::vector<Token> tokens(std::string_view utf8);

// A token as it is compared: invisible characters out, quotation marks and dashes in one form.
[[nodiscard]] std::string plain_form(std::string_view token);

// Equal tokens get equal numbers, for as long as it lives.
class TokenNumbers {
  public:
    [[nodiscard]] std::vector<std::uint32_t> of(const std::vector<Token>& list);

  private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

} // namespace khabar::diff
