#include "daemon/cli/pages/in_order.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace khabar::cli {

namespace {

class Line {
  public:
    Line(std::size_t count, std::size_t window) : count_(count), slots_(std::max<std::size_t>(window, 1)) {}

    // The next item to work on, when there is room for its result; none when there are no more.
    std::optional<std::size_t> take() {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return stopped_ || next_ >= count_ || next_ < handed_over_ + slots_.size(); });
        if (stopped_ || next_ >= count_) return std::nullopt;
        return next_++;
    }

    void put(std::size_t index, std::string&& result) {
        const std::lock_guard lock(mutex_);
        slots_[index % slots_.size()] = std::move(result);
        ready_.notify_one();
    }

    std::string wait_for(std::size_t index) {
        std::unique_lock lock(mutex_);
        auto& slot = slots_[index % slots_.size()];
        ready_.wait(lock, [&] { return slot.has_value(); });
        std::string result = std::move(*slot);
        slot.reset();
        ++handed_over_;
        room_.notify_all();
        return result;
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        room_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable ready_, room_;
    std::size_t count_;
    std::size_t next_ = 0;
    std::size_t handed_over_ = 0;
    bool stopped_ = false;
    std::vector<std::optional<std::string>> slots_;
};

} // namespace

void produce_in_order(std::size_t count, unsigned workers, std::size_t window,
                      const std::function<std::string(std::size_t)>& produce,
                      const std::function<bool(std::string&&)>& consume) {
    Line line(count, window);
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(workers, 1u); ++i)
        threads.emplace_back([&] {
            while (const auto index = line.take())
                line.put(*index, produce(*index));
        });
    for (std::size_t i = 0; i < count; ++i)
        if (!consume(line.wait_for(i))) break;
    line.stop();
}

} // namespace khabar::cli
