#include "parsers/xml/reader.hpp"

#include "parsers/xml/repair.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <new>
#include <string>

namespace khabar::xml {
namespace {

// Not among them, ever: HUGE (lifts every bound), NOENT, DTDLOAD, DTDATTR.
constexpr int options =
    XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC;

struct FreeContext {
    void operator()(xmlParserCtxt* context) const noexcept {
        xmlFreeDoc(context->myDoc);
        context->myDoc = nullptr;
        xmlFreeParserCtxt(context);
    }
};
using Context = std::unique_ptr<xmlParserCtxt, FreeContext>;

struct Session {
    Handler* handler;
    xmlParserCtxt* context;
    bool stopped = false;
    std::deque<std::string> values; // of the element at hand, where they had to be decoded
};

std::string_view view(const xmlChar* text) noexcept {
    return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

// Without NOENT libxml2 leaves '&' in an attribute's value as "&#38;", and nothing else.
std::string_view decoded(Session& session, std::string_view value) {
    constexpr std::string_view ampersand = "&#38;";
    std::size_t found = value.find(ampersand);
    if (found == std::string_view::npos) return value;
    std::string& out = session.values.emplace_back();
    std::size_t at = 0;
    for (; found != std::string_view::npos; found = value.find(ampersand, at)) {
        out.append(value, at, found - at).append("&");
        at = found + ampersand.size();
    }
    return out.append(value, at);
}

void stop_if_enough(Session& session) {
    if (!session.handler->enough()) return;
    session.stopped = true;
    xmlStopParser(session.context);
}

void on_open(void* user, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int, const xmlChar**,
             int attribute_count, int, const xmlChar** raw) {
    auto& session = *static_cast<Session*>(user);
    if (session.stopped) return;
    session.values.clear();
    std::array<Attribute, max_attributes> attributes;
    const auto count = std::min(static_cast<std::size_t>(attribute_count), attributes.size());
    for (std::size_t i = 0; i < count; ++i) {
        const xmlChar** a = raw + i * 5; // name, prefix, URI, begin and end of the value
        const std::string_view value(reinterpret_cast<const char*>(a[3]),
                                     static_cast<std::size_t>(a[4] - a[3]));
        attributes[i] = {view(a[1]), view(a[0]), view(a[2]), decoded(session, value)};
    }
    session.handler->open({view(prefix), view(name), view(uri), std::span(attributes.data(), count)});
    stop_if_enough(session);
}

void on_close(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    auto& session = *static_cast<Session*>(user);
    if (session.stopped) return;
    session.handler->close();
    stop_if_enough(session);
}

void on_text(void* user, const xmlChar* text, int size) {
    const auto& session = *static_cast<Session*>(user);
    if (session.stopped) return;
    session.handler->text(
        std::string_view(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)));
}

xmlSAXHandler events() {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_open;
    sax.endElementNs = on_close;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.cdataBlock = on_text;
    return sax;
}

// libxml2 makes its own locks at the first call, and two first calls at once would race
// (its manual: call xmlInitParser() before there are threads). Here the first makes the others wait.
void initialise_library() {
    static const bool once = (xmlInitParser(), true);
    static_cast<void>(once);
}

} // namespace

Outcome read(std::string_view utf8, Handler& handler) {
    initialise_library();
    Repaired document = repair(utf8);
    if (document.text.empty()) return Outcome::repaired;
    Session session{.handler = &handler, .context = nullptr, .values = {}};
    const Context context(
        xmlCreateMemoryParserCtxt(document.text.data(), static_cast<int>(document.text.size())));
    if (!context) return Outcome::repaired;
    document.text = {}; // the parser has a copy, and of 50 MiB one is enough
    session.context = context.get();
    xmlCtxtUseOptions(context.get(), options);
    *context->sax = events();
    context->userData = &session;
    xmlParseDocument(context.get());
    if (context->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc(); // the document is not at fault
    if (session.stopped) return Outcome::stopped;
    if (document.cut) return Outcome::cut;
    return document.changed || context->wellFormed == 0 ? Outcome::repaired : Outcome::well_formed;
}

} // namespace khabar::xml
