#include "daemon/pipeline/source/input_choice.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

using namespace std::chrono_literals;

constexpr store::Time start{std::chrono::seconds(1'760'000'000)};

// One poll: what each input answers; returns which were asked.
std::vector<std::size_t> poll(store::InputState& state, const std::string& inputs, store::Time now,
                              bool lasting = false) {
    InputChoice choice(state, inputs.size(), now);
    std::vector<std::size_t> asked;
    while (const auto index = choice.next()) {
        asked.push_back(*index);
        if (inputs[*index] == '+')
            choice.answered_well();
        else
            choice.failed(lasting, "down");
        if (asked.size() > 20) break;
    }
    state = choice.state();
    return asked;
}

using Asked = std::vector<std::size_t>;

TEST(InputChoice, AsksTheFirstAloneWhileItAnswers) {
    store::InputState state;
    EXPECT_EQ(poll(state, "++", start), Asked{0});
    EXPECT_EQ(state, store::InputState());
}

TEST(InputChoice, WaitsForAServerThatIsDownAndThenTurnsToTheNext) {
    store::InputState state;
    EXPECT_EQ(poll(state, "-+", start), Asked{0});
    EXPECT_EQ(poll(state, "-+", start + 1h), Asked{0});
    EXPECT_EQ(poll(state, "-+", start + 2h), (Asked{0, 1}));
    EXPECT_EQ(state.used, 1U);
    EXPECT_EQ(state.since, start + 2h);
    EXPECT_EQ(state.reason, "down");
}

TEST(InputChoice, DoesNotWaitForWhatIsGone) {
    store::InputState state;
    EXPECT_EQ(poll(state, "--+", start, true), (Asked{0, 1, 2}));
    EXPECT_EQ(state.used, 2U);
}

TEST(InputChoice, ForgetsFailuresAtTheFirstAnswer) {
    store::InputState state;
    poll(state, "-+", start);
    poll(state, "-+", start + 1h);
    poll(state, "++", start + 2h);
    EXPECT_EQ(poll(state, "-+", start + 3h), Asked{0}) << "patience begins anew";
}

TEST(InputChoice, AsksTheFirstAgainOnceADay) {
    store::InputState state;
    poll(state, "-+", start, true);
    EXPECT_EQ(poll(state, "++", start + 23h), Asked{1});
    EXPECT_EQ(poll(state, "-+", start + 24h), (Asked{0, 1}));
    EXPECT_EQ(poll(state, "-+", start + 25h), Asked{1}) << "asked in vain an hour ago";
    EXPECT_EQ(poll(state, "++", start + 48h), Asked{0});
    EXPECT_EQ(state, store::InputState());
}

TEST(InputChoice, AsksAllWhereNoneAnswersAndEachOnce) {
    store::InputState state;
    EXPECT_EQ(poll(state, "---", start, true), (Asked{0, 1, 2}));
    EXPECT_EQ(state.used, 0U);
    EXPECT_EQ(poll(state, "--+", start + 1h), (Asked{0, 1, 2})) << "patience is used up";
    EXPECT_EQ(poll(state, "++-", start + 2h), Asked{2});
    EXPECT_EQ(poll(state, "++-", start + 3h, true), (Asked{2, 0}));
    EXPECT_EQ(state.used, 0U);
}

TEST(InputChoice, StandsAFallbackThatLeftTheConfiguration) {
    store::InputState state;
    state.used = 5;
    EXPECT_EQ(poll(state, "+", start), Asked{0});
}

} // namespace
} // namespace khabar::pipeline
