// Pages made to cost time, memory or stack. Every one of them must be answered: a document or an error of
// ours.
#include "parsers/html/document.hpp"
#include "tests/support/text/repeated.hpp"

#include <gtest/gtest.h>
#include <pthread.h>
#include <time.h>

namespace khabar::html {
namespace {

using test::filled;
using test::numbered;

// What a worker of the daemon may have: everything must live on this.
constexpr std::size_t small_stack_bytes = 256u << 10;

struct Outcome {
    bool parsed = false;
    Errc code = Errc::empty;
    std::size_t nodes = 0;
    int depth = 0;
    double cpu_seconds = 0;
};

struct Job {
    const std::string* page;
    Outcome outcome;
};

void* run(void* argument) {
    auto& job = *static_cast<Job*>(argument);
    if (const auto document = Document::parse(*job.page); document.has_value()) {
        job.outcome.parsed = true;
        job.outcome.nodes = document->nodes().size();
        for (const Node& node : document->nodes())
            job.outcome.depth = std::max<int>(job.outcome.depth, node.depth);
    } else {
        job.outcome.code = document.error().code;
    }
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    job.outcome.cpu_seconds = static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
    return nullptr;
}

Outcome parse_on_small_stack(const std::string& page) {
    Job job{&page, {}};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, small_stack_bytes);
    pthread_t thread{};
    EXPECT_EQ(pthread_create(&thread, &attributes, run, &job), 0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
    return job.outcome;
}

struct Attack {
    const char* name;
    std::string page;
};

class HostileTable : public testing::TestWithParam<Attack> {};

// The parse's own budget is 1 s of CPU time; sanitizers multiply what lies outside of Gumbo.
constexpr double most_cpu_seconds = 5;

TEST_P(HostileTable, IsAnsweredWithinBounds) {
    const Outcome outcome = parse_on_small_stack(GetParam().page);
    if (!outcome.parsed) {
        EXPECT_TRUE(outcome.code == Errc::too_large || outcome.code == Errc::too_slow) << name(outcome.code);
    }
    EXPECT_LE(outcome.depth, 512);
    EXPECT_LT(outcome.cpu_seconds, most_cpu_seconds);
}

INSTANTIATE_TEST_SUITE_P(
    , HostileTable,
    testing::Values(Attack{"nested_div", filled("<div>", 250'000)}, Attack{"nested_b", filled("<b>", 64'000)},
                    Attack{"distinct_b", numbered("<b a=", ">", 64'000)},
                    Attack{"distinct_b_with_paragraphs", numbered("<b a=", "><p>", 250'000)},
                    Attack{"reopened_formatting", numbered("<div><font a=", "></div>x", 250'000)},
                    Attack{"nested_a", filled("<a><div>", 250'000)},
                    Attack{"nested_table", filled("<table><tr><td>", 250'000)},
                    Attack{"foster_parented", "<table>" + filled("<b>x", 100'000)},
                    Attack{"nested_list", filled("<ul><li>", 250'000)},
                    Attack{"misnested", filled("<b><i></b></i>", 250'000)},
                    Attack{"unknown_elements", numbered("<x-", ">", 250'000)},
                    Attack{"nested_svg", filled("<svg>", 250'000)},
                    Attack{"nested_math", filled("<math><mi>", 250'000)},
                    Attack{"nested_template", filled("<template>", 250'000)},
                    Attack{"nested_form", filled("<form><div>", 250'000)},
                    Attack{"nested_select", filled("<select><option>", 250'000)},
                    Attack{"nested_button", filled("<button><div>", 250'000)},
                    Attack{"attribute_flood", "<div " + numbered("a", "=1 ", 1'000'000) + ">x"},
                    Attack{"body_attribute_flood", filled("<body a=1 b=2 c=3>", 250'000)},
                    Attack{"end_tags", filled("</div></b></p>", 1'000'000)},
                    Attack{"open_titles", filled("<title>", 1'000'000)},
                    Attack{"open_comments", filled("<!--", 1'000'000)},
                    Attack{"open_tags", filled("<a ", 1'000'000)},
                    Attack{"less_than", filled("<", 1'000'000)},
                    Attack{"entities", filled("&notin;&amp;&#x1F600;&nosuch", 1'000'000)},
                    Attack{"scripts", filled("<script><!--<script>", 1'000'000)}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(HostilePage, DeepNestingIsCutAndThePageGoesOn) {
    const std::string page = filled("<div>", 250'000) + "deep" + filled("</div>", 300'000) + "<p>after</p>";
    const auto document = Document::parse(page);
    ASSERT_TRUE(document.has_value()) << to_string(document.error());
    EXPECT_EQ(document->text_content(0), "deepafter");
}

TEST(HostilePage, AttributesBeyondTheCapAreDropped) {
    const auto document = Document::parse("<p " + numbered("a", "=1 ", 20'000) + ">text</p>");
    ASSERT_TRUE(document.has_value());
    std::size_t most = 0;
    for (const Node& node : document->nodes())
        most = std::max<std::size_t>(most, node.attribute_count);
    EXPECT_EQ(most, ParseLimits{}.attributes);
}

TEST(HostilePage, TooManyBytesAreRefused) {
    ParseLimits limits;
    limits.input_bytes = 100;
    const auto document = Document::parse(std::string(101, 'a'), limits);
    ASSERT_FALSE(document.has_value());
    EXPECT_EQ(document.error().code, Errc::too_large);
}

TEST(HostilePage, ArenaIsBounded) {
    ParseLimits limits;
    limits.arena_bytes = 1u << 20;
    const auto document = Document::parse(filled("<p>x</p>", 1'000'000), limits);
    ASSERT_FALSE(document.has_value());
    EXPECT_EQ(document.error().code, Errc::too_large);
}

TEST(HostilePage, CpuTimeIsBounded) {
    ParseLimits limits;
    limits.cpu_time = std::chrono::milliseconds(0);
    const auto document = Document::parse(filled("<p>x</p>", 100'000), limits);
    ASSERT_FALSE(document.has_value());
    EXPECT_EQ(document.error().code, Errc::too_slow);
}

} // namespace
} // namespace khabar::html
