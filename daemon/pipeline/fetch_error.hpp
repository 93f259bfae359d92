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

} // namespace khabar::pipeline
