#include "parsers/article/page/site_memory.hpp"

#include "parsers/article/page/block_trait.hpp"

#include <algorithm>

namespace khabar::article {

using html::Document;
using html::NodeId;
using html::Tag;

namespace {

constexpr std::size_t max_traits = 2000;

// The page itself is in the memory too: on three others makes four.
constexpr std::uint32_t template_pages = 4;
// A paragraph this long that a few stories share is their common background; on so many pages it is the
// site's own.
constexpr std::uint32_t long_paragraph_chars = 200;
constexpr std::uint32_t template_pages_long = 8;
// Words that short recur by chance («قال», "London").
constexpr std::uint32_t shortest_chars = 2;

constexpr std::uint64_t fnv_basis = 14695981039346656037u;
constexpr std::uint64_t fnv_prime = 1099511628211u;

void mix(std::uint64_t& hash, std::string_view text) {
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= fnv_prime;
    }
}

// White space, ASCII punctuation and digits do not tell two copies of a block apart (dates and counters
// change).
void mix_letters(std::uint64_t& hash, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (!letter) continue;
        hash ^= byte >= 'A' && byte <= 'Z' ? byte + 32u : byte;
        hash *= fnv_prime;
    }
}

} // namespace

std::uint64_t block_trait(const PassageList& list, const Passage& passage) {
    std::uint64_t hash = fnv_basis;
    mix_letters(hash, list.text(passage));
    for (NodeId id = passage.container; id != html::no_node; id = list.page().node(id).parent) {
        hash ^= static_cast<std::uint64_t>(list.page().node(id).tag);
        hash *= fnv_prime;
    }
    return hash;
}

bool is_template(const PassageList& list, const Passage& passage, const SiteMemory& memory) {
    if (memory.pages() < template_pages || passage.chars < shortest_chars) return false;
    return memory.pages_with(block_trait(list, passage)) >=
           (passage.chars >= long_paragraph_chars ? template_pages_long : template_pages);
}

std::uint64_t field_trait(std::string_view field, std::string_view value) {
    std::uint64_t hash = fnv_basis;
    mix(hash, field);
    mix(hash, "\n");
    mix(hash, value);
    return hash;
}

PageTraits page_traits(const Document& page) {
    const PassageList list(page);
    PageTraits traits;
    const auto room = [&] { return traits.hashes.size() < max_traits; };
    for (NodeId id = 0; id < page.nodes().size() && room(); ++id) {
        if (page.node(id).tag != Tag::meta) continue;
        const auto property = page.attribute(id, "property");
        traits.hashes.push_back(field_trait(property.empty() ? page.attribute(id, "name") : property,
                                            page.attribute(id, "content")));
    }
    for (const Passage& passage : list.all())
        if (room()) traits.hashes.push_back(block_trait(list, passage));
    std::sort(traits.hashes.begin(), traits.hashes.end());
    traits.hashes.erase(std::unique(traits.hashes.begin(), traits.hashes.end()), traits.hashes.end());
    return traits;
}

void SiteMemory::add(const PageTraits& page) {
    ++pages_;
    for (const std::uint64_t hash : page.hashes)
        ++seen_[hash];
}

std::uint32_t SiteMemory::pages_with(std::uint64_t hash) const noexcept {
    const auto found = seen_.find(hash);
    return found == seen_.end() ? 0 : found->second;
}

} // namespace khabar::article
