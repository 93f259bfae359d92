#pragma once
// Work on many items by several threads, with the results handed over in the items' order.

#include <cstddef>
#include <functional>
#include <string>

namespace khabar::cli {

// Calls produce(i) for i in [0, count) on `workers` threads, at most `window` items ahead of the one handed
// over last (that bounds memory), and consume(result) on the caller's thread in order. consume returns false
// to stop early. produce must not throw.
void produce_in_order(std::size_t count, unsigned workers, std::size_t window,
                      const std::function<std::string(std::size_t)>& produce,
                      const std::function<bool(std::string&&)>& consume);

} // namespace khabar::cli
