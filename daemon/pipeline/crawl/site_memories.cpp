#include "daemon/pipeline/crawl/site_memories.hpp"

namespace khabar::pipeline {

std::shared_ptr<const article::SiteMemory> SiteMemories::find(const std::string& site) {
    const auto found = index_.find(site);
    if (found == index_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->memory;
}

void SiteMemories::put(const std::string& site, article::SiteMemory memory) {
    auto shared = std::make_shared<article::SiteMemory>(std::move(memory));
    if (const auto found = index_.find(site); found != index_.end()) {
        found->second->memory = std::move(shared);
        return;
    }
    Entry entry;
    entry.site = site;
    entry.memory = std::move(shared);
    entries_.push_front(std::move(entry));
    index_.emplace(site, entries_.begin());
    while (entries_.size() > max_site_memories) {
        index_.erase(entries_.back().site);
        entries_.pop_back();
    }
}

void SiteMemories::add(const std::string& site, const article::PageTraits& traits) {
    const auto found = index_.find(site);
    if (found == index_.end()) return;
    std::shared_ptr<article::SiteMemory>& memory = found->second->memory;
    if (memory.use_count() > 1) memory = std::make_shared<article::SiteMemory>(*memory);
    memory->add(traits);
}

} // namespace khabar::pipeline
