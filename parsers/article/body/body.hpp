#pragma once
// Finds the container of the article among all elements of the page.
//
// Every passage has a weight (weight.hpp), every element the sum over the passages it holds; what calls
// itself the article by microdata or class gets a little more. The element with the largest sum is the body:
// one that holds less loses prose, one that holds more pays for menus and rails. Articles split over sibling
// containers are joined by the same sum. What calls itself the content within the winner, and holds nearly as
// much, is preferred to it: the innermost of several.

#include "parsers/article/body/clutter.hpp"
#include "parsers/article/page/passages.hpp"

#include <vector>

namespace khabar::article {

struct BodyCandidate;

struct Body {
    html::NodeId root = html::no_node; // no_node where nothing reads like an article
    float score = 0;
};

// `candidates`, where given, receives every element with a positive score, in document order.
[[nodiscard]] Body find_body(const PassageList& list, const std::vector<float>& weights,
                             const std::vector<MarkedElement>& marked,
                             std::vector<BodyCandidate>* candidates = nullptr);

} // namespace khabar::article
