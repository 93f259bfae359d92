#include "parsers/html/selector.hpp"

#include "parsers/html/selector_program.hpp"

namespace khabar::html {

Result<Selector> Selector::compile(std::string_view css) {
    auto list = parse_selector(css);
    if (!list) return tl::unexpected(list.error());
    Selector selector;
    selector.source_ = css;
    selector.program_ = std::make_shared<const Program>(Program{std::move(*list)});
    return selector;
}

bool Selector::matches(const Document& document, NodeId id) const {
    MatchBudget budget;
    return program_ != nullptr && !document.node(id).is_text() &&
           matches_list(program_->list, document, id, no_node, budget);
}

std::vector<NodeId> Selector::select(const Document& document, NodeId under) const {
    std::vector<NodeId> found;
    if (program_ == nullptr) return found;
    MatchBudget budget; // for the whole page: a costly selector ends early, it never hangs
    for (NodeId id = under + 1; id < document.node(under).end; ++id) {
        if (document.node(id).is_text()) continue;
        const bool matched = matches_list(program_->list, document, id, no_node, budget);
        if (budget.steps == 0) break; // what is left unread fits every :not()
        if (matched) found.push_back(id);
    }
    return found;
}

} // namespace khabar::html
