// Hostile pages from bytes to article on a small stack: each ends in an article or in an error of ours, and
// what comes out is no larger than what went in. (Time is measured in tests/bench/extract_bench.cpp.)
#include "parsers/article/extract.hpp"
#include "parsers/article/page/passages.hpp"
#include "parsers/article/page/trace.hpp"
#include "parsers/text/encoding.hpp"

#include <gtest/gtest.h>
#include <pthread.h>

#include <algorithm>
#include <stdexcept>

#include "hostile_pages.hpp"

namespace khabar::article {
namespace {

// What a worker of the daemon may have: everything must live on this.
constexpr std::size_t small_stack_bytes = std::size_t{256} << 10;

struct Outcome {
    std::string page;
    Errc code = Errc::cancelled;
    bool parsed = false, extracted = false;
    std::size_t utf8_bytes = 0, nodes = 0, passages = 0, text_bytes = 0, markdown_bytes = 0, field_bytes = 0,
                witnesses = 0;
    std::uint16_t depth = 0;
    html::ParseFacts facts;
};

void extract_into(Outcome& outcome) {
    const text::Decoded decoded = text::decode(outcome.page, "text/html; charset=utf-8");
    outcome.utf8_bytes = decoded.utf8.size(); // a NUL is U+FFFD there
    const auto page = html::Document::parse(decoded.utf8);
    if (!page) {
        outcome.code = page.error().code;
        return;
    }
    outcome.parsed = true;
    outcome.facts = page->facts();
    outcome.nodes = page->nodes().size();
    for (const html::Node& node : page->nodes())
        outcome.depth = std::max(outcome.depth, node.depth);
    Hints hints;
    hints.url = "https://paper.example/plan";
    Trace trace;
    const auto article = extract(*page, hints, &trace);
    outcome.passages = trace.passages.size();
    outcome.witnesses = trace.witnesses.size();
    if (!article) {
        outcome.code = article.error().code;
        return;
    }
    outcome.extracted = true;
    outcome.text_bytes = plain_text(article->blocks).size();
    outcome.markdown_bytes = markdown(*article).size();
    outcome.field_bytes = article->title.size() + article->lead.size() + article->site.size();
    for (const auto& author : article->authors)
        outcome.field_bytes += author.size();
    for (const auto& tag : article->tags)
        outcome.field_bytes += tag.size();
}

void* run(void* argument) {
    extract_into(*static_cast<Outcome*>(argument));
    return nullptr;
}

Outcome extract_on_small_stack(std::string page) {
    Outcome outcome;
    outcome.page = std::move(page);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, small_stack_bytes);
    pthread_t thread{};
    EXPECT_EQ(pthread_create(&thread, &attributes, run, &outcome), 0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
    return outcome;
}

class HostileTable : public testing::TestWithParam<test::HostilePage> {};

TEST_P(HostileTable, EndsWithinBounds) {
    const Outcome outcome = extract_on_small_stack(GetParam().page);
    if (!outcome.parsed) {
        EXPECT_TRUE(outcome.code == Errc::too_large || outcome.code == Errc::too_slow) << name(outcome.code);
        return;
    }
    if (!outcome.extracted) {
        EXPECT_EQ(outcome.code, Errc::not_an_article) << name(outcome.code);
    }
    const std::size_t bytes = outcome.utf8_bytes;
    EXPECT_LE(outcome.depth, html::ParseLimits{}.depth);
    EXPECT_LE(outcome.passages, outcome.nodes);
    EXPECT_LE(outcome.text_bytes, bytes + 2 * outcome.passages); // a blank line between paragraphs
    EXPECT_LE(outcome.markdown_bytes, 3 * bytes);                // escapes and marks
    EXPECT_LE(outcome.field_bytes, 16'384u);
    EXPECT_LE(outcome.witnesses, 11 * Trace::most_witnesses_a_field);
    EXPECT_LE(outcome.facts.parsed_bytes, 4 * bytes); // a stray '<' becomes "&lt;"
}

INSTANTIATE_TEST_SUITE_P(, HostileTable, testing::ValuesIn(test::hostile_pages()),
                         [](const auto& info) { return std::string(info.param.name); });

const test::HostilePage& page_named(const std::vector<test::HostilePage>& pages, std::string_view name) {
    for (const auto& page : pages)
        if (page.name == name) return page;
    throw std::out_of_range("no such page");
}

TEST(HostileExtract, WhatTrippedABoundIsCounted) {
    const auto pages = test::hostile_pages();
    EXPECT_GT(extract_on_small_stack(page_named(pages, "nested_div_250_kb").page).facts.nesting_dropped,
              40'000u);
    EXPECT_GT(extract_on_small_stack(page_named(pages, "attributes_100_000").page).facts.attributes_dropped,
              90'000u);
}

TEST(HostileExtract, TheStoryAroundAnAttackIsStillFound) {
    const auto pages = test::hostile_pages();
    for (const std::string_view name : {"attributes_100_000", "nul_bytes", "selects", "json_ld_blocks"}) {
        const Outcome outcome = extract_on_small_stack(page_named(pages, name).page);
        EXPECT_TRUE(outcome.extracted) << name << ": " << khabar::name(outcome.code);
    }
}

} // namespace
} // namespace khabar::article
