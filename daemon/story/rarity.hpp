#pragma once
// What the stream knows of two texts' words. Official titles, stock phrases and moulds stand in many stories:
// to share them proves little. The inverse document frequency of search engines, estimated over the sample
// that was looked up anyway. Pure.

#include "daemon/story/candidates.hpp"
#include "parsers/fingerprint/verdict.hpp"

#include <span>

namespace khabar::story {

// `sketch` is the sample of the document for which `candidate` was found, `other` a member of that story.
[[nodiscard]] fingerprint::Rarity rarity(std::span<const fingerprint::Hash> sketch,
                                         const Candidate& candidate, const fingerprint::Fingerprint& other);

} // namespace khabar::story
