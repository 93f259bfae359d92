#pragma once
// XML as events. read() repairs what it is given (repair.hpp) and then lets libxml2 parse it, without
// network, DTDs or entity expansion. Linear; memory is a copy of the document and what the handler keeps.

#include <cstdint>
#include <span>
#include <string_view>

namespace khabar::xml {

// Views into the parser's memory, valid during the call only.
struct Attribute {
    std::string_view prefix; // empty where there is none
    std::string_view name;
    std::string_view uri;   // of the prefix; empty where it was not declared
    std::string_view value; // decoded
};

struct Element {
    std::string_view prefix;
    std::string_view name;
    std::string_view uri; // of the prefix, or of the default namespace; empty where there is none
    std::span<const Attribute> attributes;

    // The value of the attribute of this local name, of any namespace; null data() where there is none.
    [[nodiscard]] std::string_view operator[](std::string_view attribute) const noexcept {
        for (const Attribute& a : attributes) {
            if (a.name == attribute) return a.value;
        }
        return {};
    }
};

// Events come in document order, every open with its close. Text comes in pieces.
class Handler {
  public:
    virtual void open(const Element& element) = 0;
    virtual void close() = 0;
    virtual void text(std::string_view piece) = 0;
    // Asked after each open and close; false ends the reading there, with no further event.
    [[nodiscard]] virtual bool enough() const { return false; }

  protected:
    ~Handler() = default;
};

enum class Outcome : std::uint8_t {
    well_formed,
    repaired, // something was wrong and could be put right, or was lost
    cut,      // a bound was reached; the events before it were given
    stopped,  // by the handler
};

// `utf8` must be valid UTF-8. A text without any element gives no event.
Outcome read(std::string_view utf8, Handler& handler);

} // namespace khabar::xml
