#pragma once
// The "basic URL parser" of the WHATWG URL Standard, §4.4, without state override. The standard moves a
// pointer through states one code point at a time; here each state that reads a part takes it whole, up to
// its delimiter, and hands on. Method names are the states' names. Linear: every part is read a bounded
// number of times.

#include "parsers/url/url.hpp"

namespace khabar::url {

class Parser {
  public:
    // `input` is valid UTF-8 without leading or trailing C0 controls and spaces, tabs and newlines.
    Parser(std::string_view input, const Url* base) noexcept : input_(input), base_(base) {}
    [[nodiscard]] Result<Url> run();

  private:
    using Step = Result<void>;

    [[nodiscard]] Step scheme();
    [[nodiscard]] Step no_scheme();
    [[nodiscard]] Step relative();
    [[nodiscard]] Step relative_slash();
    [[nodiscard]] Step authority_after_slashes();
    [[nodiscard]] Step authority();
    [[nodiscard]] Step host_and_port(std::string_view text);
    [[nodiscard]] Step port(std::string_view digits);
    [[nodiscard]] Step file();
    [[nodiscard]] Step file_slash();
    [[nodiscard]] Step file_host();
    void path_start();
    void path();
    void path_segment(std::string_view segment, bool slash_follows);
    void shorten_path();
    void opaque_path();
    void query_or_fragment();
    void copy_authority();
    void copy_path_and_query();
    [[nodiscard]] Result<Url> serialise() const;

    [[nodiscard]] char here() const noexcept { return at_ < input_.size() ? input_[at_] : '\0'; }
    [[nodiscard]] bool at_end() const noexcept { return at_ == input_.size(); }
    [[nodiscard]] std::string_view rest() const noexcept { return input_.substr(at_); }
    [[nodiscard]] bool is_slash(char c) const noexcept { return c == '/' || (special_ && c == '\\'); }
    [[nodiscard]] std::size_t find_delimiter(bool backslash) const noexcept;
    void set_scheme(std::string_view scheme);

    std::string_view input_;
    const Url* base_;
    std::size_t at_ = 0;

    std::string scheme_, username_, password_;
    std::optional<std::string> host_; // none is the standard's null
    std::optional<std::uint16_t> port_;
    std::string path_; // "" or "/a/b", where it is not opaque
    bool opaque_ = false, special_ = false;
    std::optional<std::string> query_, fragment_;
};

} // namespace khabar::url
