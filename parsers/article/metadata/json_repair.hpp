#pragma once
// JSON as pages write it, made into JSON.

#include <string>
#include <string_view>

namespace khabar::article {

// Linear. What was valid stays the same value; what cannot be mended comes out still broken.
[[nodiscard]] std::string repair_json(std::string_view text);

} // namespace khabar::article
