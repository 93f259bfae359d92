#include "daemon/poll/schedule.hpp"

#include <utility>

namespace khabar::poll {

bool Schedule::before(const Item& a, const Item& b) {
    return a.at != b.at ? a.at < b.at : a.entry->first < b.entry->first;
}

void Schedule::place(std::size_t slot, Item item) {
    heap_[slot] = item;
    item.entry->second = slot;
}

void Schedule::sift_up(std::size_t slot) {
    const Item item = heap_[slot];
    while (slot > 0) {
        const std::size_t parent = (slot - 1) / 2;
        if (!before(item, heap_[parent])) break;
        place(slot, heap_[parent]);
        slot = parent;
    }
    place(slot, item);
}

void Schedule::sift_down(std::size_t slot) {
    const Item item = heap_[slot];
    for (;;) {
        std::size_t child = 2 * slot + 1;
        if (child >= heap_.size()) break;
        if (child + 1 < heap_.size() && before(heap_[child + 1], heap_[child])) ++child;
        if (!before(heap_[child], item)) break;
        place(slot, heap_[child]);
        slot = child;
    }
    place(slot, item);
}

void Schedule::erase_slot(std::size_t slot) {
    const Item last = heap_.back();
    heap_.pop_back();
    if (slot == heap_.size()) return;
    place(slot, last);
    sift_up(slot);
    sift_down(last.entry->second);
}

void Schedule::set(std::string_view source, Time at) {
    const auto [entry, added] = index_.try_emplace(std::string(source), heap_.size());
    if (added) {
        heap_.push_back({at, &*entry});
        sift_up(heap_.size() - 1);
        return;
    }
    heap_[entry->second].at = at;
    sift_up(entry->second);
    sift_down(entry->second);
}

bool Schedule::remove(std::string_view source) {
    const auto found = index_.find(source);
    if (found == index_.end()) return false;
    erase_slot(found->second);
    index_.erase(found);
    return true;
}

std::optional<Time> Schedule::due(std::string_view source) const {
    const auto found = index_.find(source);
    if (found == index_.end()) return std::nullopt;
    return heap_[found->second].at;
}

std::optional<Time> Schedule::next_due() const {
    if (heap_.empty()) return std::nullopt;
    return heap_.front().at;
}

std::optional<Due> Schedule::pop_due(Time now) {
    if (heap_.empty() || heap_.front().at > now) return std::nullopt;
    Due due{heap_.front().entry->first, heap_.front().at};
    remove(due.source);
    return due;
}

} // namespace khabar::poll
