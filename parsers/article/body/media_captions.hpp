#pragma once
// Captions that no tag or class names: the little text that shares a box with a picture.

#include "parsers/article/page/passages.hpp"

namespace khabar::article {

// Marks them Reason::caption. A box with the headline, with a heading or with more text than a caption has is
// left alone.
void mark_media_captions(PassageList& list, html::NodeId headline);

} // namespace khabar::article
