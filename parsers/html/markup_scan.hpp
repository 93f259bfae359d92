#pragma once
// The tokenizer states of HTML (13.2.5) that tell where a tag, a comment or a raw text ends; nothing is
// decoded.

#include <cstddef>
#include <string_view>

namespace khabar::html {

// One past the comment that begins at `at` ("<!--"); the size of the text where it never ends.
[[nodiscard]] std::size_t end_of_comment(std::string_view html, std::size_t at) noexcept;

// Where the end tag "</name" of a raw text element begins, searched from `at`; the size of the text where
// there is none.
[[nodiscard]] std::size_t end_of_raw_text(std::string_view html, std::size_t at,
                                          std::string_view name) noexcept;

// The same for <script>, whose contents may hold "<!-- <script> … </script> -->" (13.2.5.17 ff.).
[[nodiscard]] std::size_t end_of_script(std::string_view html, std::size_t at) noexcept;

// One attribute as it stands in the source.
struct RawAttribute {
    std::string_view name;   // in the case of the source
    std::string_view value;  // without quotes, entities as they are
    std::string_view source; // name, '=', value and quotes
};

// Reads attributes of a tag one after the other.
class TagReader {
  public:
    // `at` is one past the tag's name.
    TagReader(std::string_view html, std::size_t at) noexcept : html_(html), at_(at) {}
    // False at the end of the tag.
    bool next(RawAttribute& attribute) noexcept;
    // After the last attribute: one past '>'; the size of the text where the tag never ends.
    [[nodiscard]] std::size_t end() const noexcept { return at_; }
    [[nodiscard]] bool closed() const noexcept { return closed_; }      // '>' was seen
    [[nodiscard]] bool self_closing() const noexcept { return slash_; } // "/>" was seen

  private:
    void read_value(RawAttribute& attribute) noexcept;

    std::string_view html_;
    std::size_t at_;
    bool closed_ = false;
    bool slash_ = false;
};

} // namespace khabar::html
