#pragma once
// A sitemap and, where it is an index, the files it names: the newest first, each asked for only when it has
// changed, within the bounds of one poll.

#include "daemon/pipeline/source/input_reader.hpp"

#include <boost/asio/awaitable.hpp>

namespace khabar::pipeline {

// Of one poll. What is left is read in the next ones, since files that were read are not asked for again.
inline constexpr std::size_t max_sitemap_files = 50;
inline constexpr std::size_t max_sitemap_total_bytes = 200u << 20; // decoded, of all files together
inline constexpr std::size_t max_sitemap_entries = 50'000;         // candidates held at once
inline constexpr int max_sitemap_depth = 3; // an index of indexes of files; the protocol knows one index only

// An error only where the first file cannot be read, or no file can.
[[nodiscard]] boost::asio::awaitable<InputAnswer> walk_sitemap(Crawl& crawl, InputRequest wanted);

} // namespace khabar::pipeline
