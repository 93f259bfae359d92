#pragma once
// CSS selectors (Selectors Level 4 subset that site rules need): type, *, #id, .class, [attr], [attr=v] ~= |=
// ^= $= *= with the i flag, :first-child :last-child :nth-child(n) :not() :is() :has() :empty, and the
// combinators space > + ~, in comma lists.

#include "parsers/html/document.hpp"

#include <memory>
#include <vector>

namespace khabar::html {

class Selector {
  public:
    // Errc::bad_selector with the column of the mistake. At most 1,024 bytes and 64 compound selectors.
    [[nodiscard]] static Result<Selector> compile(std::string_view css);

    [[nodiscard]] bool matches(const Document& document, NodeId id) const;
    // Matching elements below `under`, in document order.
    [[nodiscard]] std::vector<NodeId> select(const Document& document, NodeId under = 0) const;
    [[nodiscard]] const std::string& source() const noexcept { return source_; }

    friend bool operator==(const Selector& a, const Selector& b) { return a.source_ == b.source_; }

  private:
    struct Program;
    std::string source_;
    std::shared_ptr<const Program> program_;
};

} // namespace khabar::html
