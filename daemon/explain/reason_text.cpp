#include "daemon/explain/reason_text.hpp"

#include "daemon/explain/element_path.hpp"
#include "parsers/article/lines/line_class.hpp"

#include <fmt/format.h>

namespace khabar::explain {

std::string short_reason(const article::TracedPassage& passage) {
    if (passage.kept) return "kept";
    std::string out(article::name(passage.passage.reason));
    if (out.ends_with('_')) out.pop_back();
    if (passage.passage.reason == article::Reason::none) out = "no body found";
    if (passage.passage.reason == article::Reason::line)
        out.append(": ").append(article::name(passage.passage.line));
    return out;
}

std::string long_reason(const html::Document& page, const article::TracedPassage& passage) {
    std::string out = short_reason(passage);
    if (!passage.kept && passage.passage.by != html::no_node)
        out.append(", by ").append(element_name(page, passage.passage.by));
    if (passage.weight != 0) out.append(fmt::format(" | weight {:.1f}", passage.weight));
    return out.append(" | in ").append(element_path(page, passage.passage.container));
}

} // namespace khabar::explain
