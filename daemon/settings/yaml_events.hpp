#pragma once
// libyaml's event parser: one event after the other, none of them held. It neither recurses nor expands, and
// needs less than half of the time that yaml-cpp takes for the same bytes, which shows where sources are a
// hundred thousand.

#include "daemon/settings/problem_list.hpp"
#include "parsers/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace khabar::settings {

struct YamlEvent {
    enum class Kind : std::uint8_t { scalar, sequence, mapping, close, alias, document, end };
    Kind kind = Kind::end;
    Position at;        // of its anchor or tag, where it has one
    std::string anchor; // without '&'
    std::string tag;    // as libyaml resolves it: "tag:yaml.org,2002:int"
    std::string text;   // of a scalar
    bool plain = true;  // a scalar without quotes
};

[[nodiscard]] Position position_of_byte(std::string_view bytes, std::size_t offset);

class YamlEvents {
  public:
    explicit YamlEvents(std::string_view bytes); // which must stay while events are asked for
    ~YamlEvents();
    YamlEvents(const YamlEvents&) = delete;
    YamlEvents& operator=(const YamlEvents&) = delete;

    // After Kind::end or an error there is no next.
    struct Mistake {
        Position at;
        std::string message;
    };
    [[nodiscard]] tl::expected<YamlEvent, Mistake> next();

  private:
    struct State;
    [[nodiscard]] Mistake mistake() const;

    std::unique_ptr<State> state_;
};

} // namespace khabar::settings
