#pragma once
// When each source is due: an indexed binary heap. Every operation is O(log n).

#include "daemon/poll/time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace khabar::poll {

struct Due {
    std::string source;
    Time at;

    friend bool operator==(const Due&, const Due&) = default;
};

class Schedule {
  public:
    // Adds the source, or moves it.
    void set(std::string_view source, Time at);
    // False where it was not there.
    bool remove(std::string_view source);

    [[nodiscard]] std::optional<Time> due(std::string_view source) const;
    [[nodiscard]] std::optional<Time> next_due() const;
    // The source that has waited longest of those due at `now` (then by id), taken off the schedule: set()
    // puts it back.
    [[nodiscard]] std::optional<Due> pop_due(Time now);

    [[nodiscard]] std::size_t size() const noexcept { return heap_.size(); }

  private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Index = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;
    struct Item {
        Time at;
        Index::value_type* entry; // map nodes do not move
    };

    [[nodiscard]] static bool before(const Item& a, const Item& b);
    void place(std::size_t slot, Item item);
    void sift_up(std::size_t slot);
    void sift_down(std::size_t slot);
    void erase_slot(std::size_t slot);

    std::vector<Item> heap_;
    Index index_; // source → slot in heap_
};

} // namespace khabar::poll
