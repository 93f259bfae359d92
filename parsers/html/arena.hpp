#pragma once
// Memory for one parse: taken in growing chunks, given back all at once. Has a budget in bytes and in CPU
// time.

#include <chrono>
#include <cstddef>

namespace khabar::html {

class Arena {
  public:
    enum class Spent { nothing, bytes, time };

    Arena(std::size_t budget_bytes, std::chrono::milliseconds cpu_time) noexcept;
    ~Arena();
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    // Aligned for any type. Null where the budget is spent: spent() tells which. Never throws: its caller is
    // C.
    [[nodiscard]] void* allocate(std::size_t bytes) noexcept;
    [[nodiscard]] Spent spent() const noexcept { return spent_; }

  private:
    struct Chunk {
        Chunk* previous;
    };

    bool grow(std::size_t bytes) noexcept;

    Chunk* last_ = nullptr;
    std::byte* free_ = nullptr;
    std::size_t left_ = 0;
    std::size_t next_chunk_bytes_;
    std::size_t budget_bytes_;
    unsigned until_clock_;
    std::chrono::nanoseconds deadline_; // on this thread's CPU clock
    Spent spent_ = Spent::nothing;
};

} // namespace khabar::html
