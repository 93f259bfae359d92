#include "daemon/cli/inspect/inspectors.hpp"
#include "parsers/text/encoding.hpp"

namespace khabar::cli {

namespace {

std::string_view name(text::EncodingEvidence evidence) noexcept {
    switch (evidence) {
    case text::EncodingEvidence::bom:
        return "bom";
    case text::EncodingEvidence::http:
        return "http";
    case text::EncodingEvidence::declared:
        return "declared";
    case text::EncodingEvidence::valid_utf8:
        return "valid_utf8";
    case text::EncodingEvidence::detected:
        return "detected";
    case text::EncodingEvidence::fallback:
        return "fallback";
    }
    return "";
}

text::Markup markup(const boost::json::object& request, std::string_view bytes) noexcept {
    const auto asked = request_text(request, "markup");
    if (asked == "xml") return text::Markup::xml;
    if (asked == "none") return text::Markup::none;
    if (asked == "html") return text::Markup::html;
    const auto type = request_text(request, "content_type");
    const bool xml =
        type.find("xml") != std::string_view::npos && type.find("html") == std::string_view::npos;
    return xml || (type.empty() && bytes.starts_with("<?xml")) ? text::Markup::xml : text::Markup::html;
}

} // namespace

boost::json::object inspect_encoding(const boost::json::object& request) {
    const auto bytes = request_bytes(request);
    if (!bytes) return error_answer(bytes.error());
    const auto decoded = text::decode(*bytes, request_text(request, "content_type"), markup(request, *bytes));
    return {{"encoding", decoded.encoding},
            {"evidence", name(decoded.evidence)},
            {"replaced", decoded.replaced},
            {"text", decoded.utf8}};
}

} // namespace khabar::cli
