#pragma once
// `khabar extract --batch`: JSON lines {"id","path","url"?} in, one JSON line each out, in input order, by
// all cores. The batch is its own site memory: pages of a host that occurs often are read twice, first for
// what they have in common.

#include <cstdio>
#include <istream>

namespace khabar::cli {

// False where `output` cannot be written. A page that fails has "error" in its line; no page stops the batch.
[[nodiscard]] bool extract_batch(std::istream& input, std::FILE* output, unsigned workers);

} // namespace khabar::cli
