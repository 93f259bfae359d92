#pragma once
// A copy of an input in a heap buffer of exactly its size, so that AddressSanitizer sees a read one byte past
// it.

#include <cstring>
#include <memory>
#include <string_view>

namespace khabar::test {

class ExactBytes {
  public:
    explicit ExactBytes(std::string_view bytes)
        : size_(bytes.size()),
          data_(std::make_unique<char[]>(bytes.size())) {
        if (!bytes.empty()) std::memcpy(data_.get(), bytes.data(), bytes.size());
    }
    [[nodiscard]] std::string_view view() const noexcept { return {data_.get(), size_}; }

  private:
    std::size_t size_;
    std::unique_ptr<char[]> data_;
};

} // namespace khabar::test
