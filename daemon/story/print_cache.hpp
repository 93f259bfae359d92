#pragma once
// Fingerprints of members, made again from their stored texts when needed, the latest used kept.

#include "daemon/story/story_index.hpp"
#include "parsers/fingerprint/fingerprint.hpp"

#include <cstdint>
#include <list>
#include <memory>
#include <unordered_map>
#include <utility>

namespace khabar::story {

class PrintCache {
  public:
    explicit PrintCache(TextOf text_of) : text_of_(std::move(text_of)) {}

    using Print = std::shared_ptr<const fingerprint::Fingerprint>;

    // `content` guards against a text that another process has revised. Null where the text is gone.
    [[nodiscard]] Print get(std::int64_t article, std::int64_t content);
    void put(std::int64_t article, Print print);
    void forget(std::int64_t article);

  private:
    // A day's stories of a busy daemon; bounded by shingles, not by count alone.
    static constexpr std::size_t max_entries = 4096;
    static constexpr std::size_t max_shingles = 2'000'000; // about 60 MiB, what the allocator adds included

    struct Entry {
        std::int64_t article;
        Print print;
    };

    TextOf text_of_;
    std::list<Entry> recent_; // most recently used first
    std::unordered_map<std::int64_t, std::list<Entry>::iterator> by_article_;
    std::size_t shingles_ = 0;
};

} // namespace khabar::story
