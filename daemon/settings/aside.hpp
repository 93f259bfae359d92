#pragma once
// A value that few of many hold: one pointer where it is the default, a copy of its own elsewhere. Copied and
// compared as the value itself.

#include <memory>

namespace khabar::settings {

template <typename T>
class Aside {
  public:
    Aside() = default;
    ~Aside() = default;
    Aside(const Aside& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
    Aside(Aside&&) noexcept = default;
    Aside& operator=(const Aside& other) {
        value_ = other.value_ ? std::make_unique<T>(*other.value_) : nullptr;
        return *this;
    }
    Aside& operator=(Aside&&) noexcept = default;

    [[nodiscard]] const T& operator*() const {
        static const T nothing;
        return value_ ? *value_ : nothing;
    }
    [[nodiscard]] const T* operator->() const { return &**this; }
    // To be written to; there from now on.
    [[nodiscard]] T& edit() {
        if (!value_) value_ = std::make_unique<T>();
        return *value_;
    }

    friend bool operator==(const Aside& a, const Aside& b) { return *a == *b; }

  private:
    std::unique_ptr<T> value_;
};

} // namespace khabar::settings
