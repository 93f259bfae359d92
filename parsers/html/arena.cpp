#include "parsers/html/arena.hpp"

#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace khabar::html {

namespace {

constexpr std::size_t alignment = alignof(std::max_align_t);
constexpr std::size_t first_chunk_bytes = std::size_t{256} << 10;
constexpr std::size_t largest_chunk_bytes = std::size_t{4} << 20;
// Reading the thread's clock is a system call: at this stride it costs nothing and still answers within a
// millisecond.
constexpr unsigned allocations_between_clock_reads = 4096;

std::chrono::nanoseconds thread_cpu_time() noexcept {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace

Arena::Arena(std::size_t budget_bytes, std::chrono::milliseconds cpu_time) noexcept
    : next_chunk_bytes_(first_chunk_bytes),
      budget_bytes_(budget_bytes),
      until_clock_(allocations_between_clock_reads),
      deadline_(thread_cpu_time() + cpu_time) {}

Arena::~Arena() {
    while (last_ != nullptr)
        std::free(std::exchange(last_, last_->previous));
}

void* Arena::allocate(std::size_t bytes) noexcept {
    if (--until_clock_ == 0) {
        until_clock_ = allocations_between_clock_reads;
        if (thread_cpu_time() > deadline_) {
            spent_ = Spent::time;
            return nullptr;
        }
    }
    const std::size_t rounded = (std::max<std::size_t>(bytes, 1) + alignment - 1) & ~(alignment - 1);
    if (rounded < bytes || (rounded > left_ && !grow(rounded))) {
        spent_ = Spent::bytes;
        return nullptr;
    }
    void* const block = free_;
    free_ += rounded;
    left_ -= rounded;
    return block;
}

bool Arena::grow(std::size_t bytes) noexcept {
    constexpr std::size_t header = (sizeof(Chunk) + alignment - 1) & ~(alignment - 1);
    const std::size_t size = std::max(next_chunk_bytes_, bytes + header);
    if (size > budget_bytes_) return false;
    auto* const memory = static_cast<std::byte*>(std::malloc(size));
    if (memory == nullptr) return false;
    budget_bytes_ -= size;
    next_chunk_bytes_ = std::min(next_chunk_bytes_ * 2, largest_chunk_bytes);
    auto* const chunk = reinterpret_cast<Chunk*>(memory);
    chunk->previous = std::exchange(last_, chunk);
    free_ = memory + header;
    left_ = size - header;
    return true;
}

} // namespace khabar::html
