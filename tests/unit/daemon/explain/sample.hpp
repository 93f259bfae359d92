#pragma once
// Pages of our own making, explained.

#include "daemon/explain/explanation.hpp"

namespace khabar::explain {

inline constexpr std::string_view story =
    "The council met on Tuesday to decide on the plan, and after four hours it agreed. Work will begin in "
    "the "
    "spring, said the mayor, and end before the autumn rains come to the valley.";

inline std::string news_page(std::string_view more_head = "", std::string_view more_body = "") {
    return std::string("<html><head><title>Plan agreed</title>")
        .append(more_head)
        .append("</head><body><nav><a href=/a>News</a></nav><article><h1>Plan agreed</h1>"
                "<div class=entry-content><p>")
        .append(story)
        .append("</p><p class=second>Second: ")
        .append(story)
        .append("</p>")
        .append(more_body)
        .append("</div></article><div class=related-posts><a href=/c>Another story of the valley that is "
                "linked here</a></div></body></html>");
}

inline Explanation explained(std::string bytes, const article::SiteRule* rule = nullptr) {
    Input input;
    input.name = "page.html";
    input.url = "https://paper.example/plan";
    input.bytes = std::move(bytes);
    input.rule = rule;
    return explain(std::move(input));
}

} // namespace khabar::explain
