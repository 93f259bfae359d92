#pragma once
// What a fuzz target holds to be true of every input. A broken promise ends the program, and libFuzzer keeps
// the input.

#include <cstdlib>

namespace khabar::fuzz {

inline void expect(bool promise) {
    if (!promise) std::abort();
}

} // namespace khabar::fuzz
