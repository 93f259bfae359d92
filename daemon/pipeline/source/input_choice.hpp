#pragma once
// Which of a source's inputs is asked: the one in use until it has failed often enough, then those after it;
// the first one again now and then, so that a repaired feed is found. Pure: answers in, the next to ask out.

#include "daemon/settings/settings.hpp"
#include "daemon/store/inputs.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace khabar::pipeline {

// A server that is down for an hour is waited for; an address that is gone is not.
inline constexpr std::uint32_t misses_borne = 3;
inline constexpr std::chrono::hours retry_first_every{24};

class InputChoice {
  public:
    // `inputs` is how many there are, the first included.
    InputChoice(store::InputState state, std::size_t inputs, store::Time now);

    // The input to ask now; none: this poll is over.
    [[nodiscard]] std::optional<std::size_t> next() const noexcept { return asking_; }

    void answered_well();
    // `lasting`: it will not be better in an hour (not found, not a feed, nothing in it).
    void failed(bool lasting, const std::string& why);

    [[nodiscard]] const store::InputState& state() const noexcept { return state_; }

  private:
    store::InputState state_;
    std::vector<bool> tried_;
    store::Time now_;
    std::optional<std::size_t> asking_;
    bool trial_ = false; // the first one is asked while another is in use
};

// Failures that patience does not cure.
[[nodiscard]] bool is_lasting(Errc code) noexcept;

// The inputs of a source in their order: its own, then its fallbacks.
[[nodiscard]] settings::SourceInput input_at(const settings::Source& source, std::size_t index);

} // namespace khabar::pipeline
