#include "parsers/feed/feed_authors.hpp"

namespace khabar::feed {

void hand_down(const std::vector<std::string>& feed_authors, std::vector<Entry>& entries) {
    std::vector<std::string> fit;
    for (const std::string& name : feed_authors) {
        if (fit.size() < max_feed_authors && !name.empty() && name.size() <= max_feed_author_bytes)
            fit.push_back(name);
    }
    for (Entry& entry : entries) {
        if (entry.authors.empty()) entry.authors = fit;
    }
}

} // namespace khabar::feed
