#pragma once
// Site memories in use, least recently used out first. A memory handed to a CPU job is never changed under
// it: it is copied first.

#include "parsers/article/page/site_memory.hpp"

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

namespace khabar::pipeline {

inline constexpr std::size_t max_site_memories =
    256; // of at most 8,000 traits each: about 60 MB at the very most

class SiteMemories {
  public:
    // Null where it must be read from the store first; then put().
    [[nodiscard]] std::shared_ptr<const article::SiteMemory> find(const std::string& site);
    void put(const std::string& site, article::SiteMemory memory);
    // Counts a page that was just stored; nothing where the site's memory is not held.
    void add(const std::string& site, const article::PageTraits& traits);

  private:
    struct Entry {
        std::string site;
        std::shared_ptr<article::SiteMemory> memory;
    };
    std::list<Entry> entries_; // most recently used first
    std::unordered_map<std::string, std::list<Entry>::iterator> index_;
};

} // namespace khabar::pipeline
