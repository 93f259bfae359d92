#include "daemon/settings/yaml_events.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <new>

namespace khabar::settings {

namespace {

Position position(const yaml_mark_t& mark) { // libyaml counts from 0, and characters
    return {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
}

std::string words(const yaml_char_t* text) {
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

struct Event {
    Event() = default;
    ~Event() { yaml_event_delete(&event); }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    yaml_event_t event{};
};

YamlEvent scalar(const yaml_event_t& event) {
    const auto& data = event.data.scalar;
    YamlEvent out;
    out.kind = YamlEvent::Kind::scalar;
    out.anchor = words(data.anchor);
    out.tag = words(data.tag);
    out.text.assign(reinterpret_cast<const char*>(data.value), data.length);
    out.plain = data.style == YAML_PLAIN_SCALAR_STYLE;
    return out;
}

YamlEvent translated(const yaml_event_t& event) {
    YamlEvent out;
    switch (event.type) {
    case YAML_SCALAR_EVENT:
        return scalar(event);
    case YAML_SEQUENCE_START_EVENT:
        out.kind = YamlEvent::Kind::sequence;
        out.anchor = words(event.data.sequence_start.anchor);
        out.tag = words(event.data.sequence_start.tag);
        return out;
    case YAML_MAPPING_START_EVENT:
        out.kind = YamlEvent::Kind::mapping;
        out.anchor = words(event.data.mapping_start.anchor);
        out.tag = words(event.data.mapping_start.tag);
        return out;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        out.kind = YamlEvent::Kind::close;
        return out;
    case YAML_ALIAS_EVENT:
        out.kind = YamlEvent::Kind::alias;
        return out;
    case YAML_DOCUMENT_START_EVENT:
        out.kind = YamlEvent::Kind::document;
        return out;
    default:
        return out;
    }
}

bool is_told(yaml_event_type_t type) {
    return type != YAML_STREAM_START_EVENT && type != YAML_DOCUMENT_END_EVENT;
}

} // namespace

Position position_of_byte(std::string_view bytes, std::size_t offset) {
    const std::string_view before = bytes.substr(0, offset);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    std::uint32_t column = 1;
    for (const char c : before.substr(before.rfind('\n') + 1)) // npos + 1 is 0
        column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return {static_cast<std::uint32_t>(lines + 1), column};
}

struct YamlEvents::State {
    explicit State(std::string_view from) : bytes(from) {
        if (yaml_parser_initialize(&parser) == 0) throw std::bad_alloc();
    }
    ~State() { yaml_parser_delete(&parser); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    yaml_parser_t parser{};
    std::string_view bytes;
};

YamlEvents::YamlEvents(std::string_view bytes) : state_(std::make_unique<State>(bytes)) {
    yaml_parser_set_encoding(&state_->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &state_->parser, reinterpret_cast<const yaml_char_t*>(bytes.data() != nullptr ? bytes.data() : ""),
        bytes.size());
}

YamlEvents::~YamlEvents() = default;

// "could not find expected ':'", and where what it belongs to begins, which is often where the mistake is.
YamlEvents::Mistake YamlEvents::mistake() const {
    const yaml_parser_t& parser = state_->parser;
    if (parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    const std::string_view problem = parser.problem != nullptr ? parser.problem : "it cannot be read";
    const std::string_view context = parser.context != nullptr ? parser.context : "";
    if (parser.error == YAML_READER_ERROR)
        return {position_of_byte(state_->bytes, parser.problem_offset), std::string(problem)};
    if (context == "while scanning a quoted scalar")
        return {position(parser.context_mark), "the quote that is opened here is never closed"};
    std::string message(problem);
    if (!context.empty())
        message += fmt::format(" ({}, which begins in line {})", context, parser.context_mark.line + 1);
    return {position(parser.problem_mark), std::move(message)};
}

tl::expected<YamlEvent, YamlEvents::Mistake> YamlEvents::next() {
    while (true) {
        Event parsed;
        if (yaml_parser_parse(&state_->parser, &parsed.event) == 0) return tl::unexpected(mistake());
        if (!is_told(parsed.event.type)) continue;
        YamlEvent event = translated(parsed.event);
        event.at = position(parsed.event.start_mark);
        return event;
    }
}

} // namespace khabar::settings
