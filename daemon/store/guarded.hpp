#pragma once
// A value and the mutex that guards it in one piece: the value cannot be reached without the lock.

#include <condition_variable>
#include <mutex>
#include <utility>

namespace khabar::store {

template <typename T>
class Guarded {
  public:
    template <typename... Arguments>
    explicit Guarded(Arguments&&... arguments) : value_(std::forward<Arguments>(arguments)...) {}

    // What `use(T&)` returns.
    template <typename Use>
    auto with(Use&& use) {
        const std::scoped_lock lock(mutex_);
        return std::forward<Use>(use)(value_);
    }

    // Waits until `ready(const T&)`, then as with().
    template <typename Ready, typename Use>
    auto wait(Ready&& ready, Use&& use) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return ready(std::as_const(value_)); });
        return std::forward<Use>(use)(value_);
    }

    void notify_all() noexcept { changed_.notify_all(); }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    T value_;
};

} // namespace khabar::store
