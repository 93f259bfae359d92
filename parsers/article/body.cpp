#include "parsers/article/body.hpp"

#include <algorithm>

namespace khabar::article {

using html::NodeId;

namespace {

// How much better an unmarked element must be before it beats a marked one.
float prior(BodyMark mark) noexcept {
    switch (mark) {
    case BodyMark::body:
        return 1.15f;
    case BodyMark::content:
        return 1.10f;
    case BodyMark::container:
        return 1.02f;
    case BodyMark::none:
        break;
    }
    return 1;
}

} // namespace

Body find_body(const PassageList& list, const std::vector<float>& weights,
               const std::vector<MarkedElement>& marked) {
    const auto& page = list.page();
    std::vector<double> until{0}; // sum of the weights before a passage
    until.reserve(weights.size() + 1);
    for (const float weight : weights)
        until.push_back(until.back() + static_cast<double>(weight));
    Body best;
    auto mark = marked.begin();
    for (NodeId id = 0; id < page.nodes().size(); ++id) {
        if (page.node(id).is_text()) continue;
        while (mark != marked.end() && mark->id < id)
            ++mark;
        const BodyMark own = mark != marked.end() && mark->id == id ? mark->mark : BodyMark::none;
        const auto score = static_cast<float>(until[list.end_of(id)] - until[list.begin_of(id)]) * prior(own);
        // On a tie the deeper element: it is met later.
        if (score > 0 && score >= best.score) best = {id, score};
    }
    return best;
}

} // namespace khabar::article
