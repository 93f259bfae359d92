#pragma once
// A request that brought nothing: why, and after how long it is worth another try where somebody said so (the
// server, or our own pacing). Errc::cancelled is nobody's failure and no attempt: with a time, its host's
// turn is that far away (or we are short of descriptors); without one, the daemon is shutting down.

#include "parsers/base/result.hpp"

#include <chrono>
#include <optional>

namespace khabar::pipeline {

struct FetchError {
    Error error;
    std::optional<std::chrono::seconds> retry_after;
};

template <typename T>
using FetchResult = tl::expected<T, FetchError>;

[[nodiscard]] inline tl::unexpected<FetchError>
fetch_failed(Error error, std::optional<std::chrono::seconds> retry_after = {}) {
    return tl::unexpected<FetchError>(FetchError{std::move(error), retry_after});
}

// Whether a failure is ours rather than the page's or its host's: no disk, no descriptors, shutting down, a
// host's turn.
[[nodiscard]] constexpr bool is_our_fault(Errc code) noexcept {
    return code == Errc::storage_failed || code == Errc::storage_busy || code == Errc::cancelled ||
           code == Errc::too_many;
}

} // namespace khabar::pipeline
