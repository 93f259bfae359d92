#include "parsers/html/gumbo_tree.hpp"

#include <gumbo.h>

#include <csetjmp>

namespace khabar::html {

namespace {

struct Budget {
    Arena& arena;
    std::jmp_buf escape;
};

// Gumbo cannot be told "no": what is jumped over are its C frames alone, and all they own is in the arena.
void* allocate(void* userdata, std::size_t bytes) {
    auto& budget = *static_cast<Budget*>(userdata);
    void* const block = budget.arena.allocate(bytes);
    if (block == nullptr) std::longjmp(budget.escape, 1);
    return block;
}

void release(void*, void*) {}

const GumboOutput* run(const GumboOptions& options, Budget& budget, const char* text, std::size_t length) {
    if (setjmp(budget.escape) != 0) return nullptr;
    return gumbo_parse_with_options(&options, text, length);
}

} // namespace

Result<GumboTree> GumboTree::parse(const std::string& html, const ParseLimits& limits) {
    auto arena = std::make_unique<Arena>(limits.arena_bytes, limits.cpu_time);
    Budget budget{*arena, {}};
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = &budget;
    options.max_errors = 0; // the default keeps every error: 64 kB of <b> cost 2.7 GB
    const GumboOutput* const output = run(options, budget, html.c_str(), html.size());
    if (output != nullptr) return GumboTree(std::move(arena), output->root);
    if (arena->spent() == Arena::Spent::time)
        return fail(Errc::too_slow,
                    "HTML parse took over " + std::to_string(limits.cpu_time.count()) + " ms");
    return fail(Errc::too_large, "HTML parse needed over " + std::to_string(limits.arena_bytes) + " bytes");
}

} // namespace khabar::html
