#include "daemon/pipeline/crawl/crawl.hpp"

namespace khabar::pipeline {

story::Rules story_rules(const settings::Stories& settings) {
    return {settings.likeness, settings.window};
}

} // namespace khabar::pipeline
