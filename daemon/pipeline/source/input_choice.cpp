#include "daemon/pipeline/source/input_choice.hpp"

#include <algorithm>

namespace khabar::pipeline {

InputChoice::InputChoice(store::InputState state, std::size_t inputs, store::Time now)
    : state_(std::move(state)),
      tried_(inputs, false),
      now_(now) {
    if (state_.used >= inputs) state_ = {}; // its fallback was taken out of the configuration
    trial_ = state_.used > 0 && (!state_.retried || now - *state_.retried >= retry_first_every);
    asking_ = trial_ ? 0 : state_.used;
}

void InputChoice::answered_well() {
    if (!asking_) return;
    const auto index = static_cast<std::uint32_t>(*asking_);
    if (index == 0) {
        state_ = {};
    } else if (state_.used != index) {
        state_.used = index;
        state_.since = now_;
    }
    state_.misses = 0;
    asking_.reset();
}

void InputChoice::failed(bool lasting, const std::string& why) {
    if (!asking_) return;
    tried_[*asking_] = true;
    if (*asking_ == 0) state_.reason = why;
    if (trial_) {
        trial_ = false;
        state_.retried = now_;
        asking_ = state_.used;
        return;
    }
    if (*asking_ == state_.used)
        state_.misses = lasting ? misses_borne : std::min(state_.misses + 1, misses_borne);
    const bool patient = state_.misses < misses_borne;
    const auto other = std::find(tried_.begin(), tried_.end(), false);
    if (*asking_ == 0) state_.retried = now_;
    asking_.reset();
    if (!patient && other != tried_.end()) asking_ = static_cast<std::size_t>(other - tried_.begin());
}

bool is_lasting(Errc code) noexcept {
    switch (code) {
    case Errc::bad_url:
    case Errc::bad_feed:
    case Errc::bad_html:
    case Errc::bad_json:
    case Errc::empty:
    case Errc::unsupported:
    case Errc::not_found:
    case Errc::gone:
    case Errc::blocked:
    case Errc::robots_denied:
    case Errc::wrong_content:
    case Errc::too_large:
        return true;
    default:
        return false;
    }
}

settings::SourceInput input_at(const settings::Source& source, std::size_t index) {
    return index == 0 ? static_cast<const settings::SourceInput&>(source) : source.fallbacks.at(index - 1);
}

} // namespace khabar::pipeline
