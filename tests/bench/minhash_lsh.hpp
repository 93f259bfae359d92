#pragma once
// The usual way, to compare with: MinHash signatures of 64 values over word 3-grams, 16 bands of 4 rows
// (Broder 1997; Indyk, Motwani 1998), candidates verified by the estimated Jaccard similarity, single link.
// All in memory.

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace khabar::bench {

class MinHashLsh {
  public:
    static constexpr std::size_t bands = 16;
    static constexpr std::size_t rows = 4;

    explicit MinHashLsh(double threshold) : threshold_(threshold) {}
    // The cluster the text falls into.
    std::int64_t place(std::string_view text);
    [[nodiscard]] std::size_t bytes() const noexcept;

  private:
    using Signature = std::array<std::uint32_t, bands * rows>;
    static Signature sign(std::string_view text);

    double threshold_;
    std::vector<Signature> signatures_;
    std::vector<std::int64_t> clusters_;
    std::array<std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>, bands> tables_;
};

} // namespace khabar::bench
