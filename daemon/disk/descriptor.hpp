#pragma once
// A POSIX file descriptor that closes itself. What fails tells why as an error code of the generic category
// (errno); whoever asked knows which file it was and what to do about it.

#include "parsers/base/result.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

namespace khabar::disk {

template <typename T>
using Expected = tl::expected<T, std::error_code>;

class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) noexcept : number_(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, none)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const noexcept { return number_; }
    [[nodiscard]] bool is_open() const noexcept { return number_ != none; }

  private:
    static constexpr int none = -1;

    int number_ = none;
};

// open(2); O_CLOEXEC is always set. `mode` is of a file that is made, less the umask.
[[nodiscard]] Expected<Descriptor> open(const std::filesystem::path& file, int flags, unsigned mode = 0);

// What the last system call of this thread failed of.
[[nodiscard]] std::error_code last_error() noexcept;

} // namespace khabar::disk
