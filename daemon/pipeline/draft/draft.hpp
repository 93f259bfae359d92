#pragma once
// The one CPU job of a page: decode → parse → extract → fingerprint. A plain function of its input, run on
// the CPU pool.

#include "daemon/settings/settings.hpp"
#include "parsers/article/article.hpp"
#include "parsers/article/page/site_memory.hpp"
#include "parsers/base/result.hpp"
#include "parsers/fingerprint/fingerprint.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace khabar::pipeline {

// Everything a page's extraction may know, by value: the job outlives whoever asked for it.
struct PageInput {
    std::string body;         // bytes as received
    std::string content_type; // HTTP header
    std::string url;          // after redirects, absolute
    std::string feed_title, feed_summary;
    std::optional<date::DateTime> feed_published;
    std::vector<std::string> feed_authors, feed_tags;
    std::string feed_image; // absolute, http or https
    std::string language;   // what its source is said to be in, for texts that are too short to tell
    std::optional<std::chrono::sys_seconds> now;
    std::optional<std::chrono::minutes> offset;
    std::shared_ptr<const settings::Settings> settings; // its site rules; may be null
    std::shared_ptr<const article::SiteMemory> memory;  // may be null
};

struct Draft {
    article::Article article;
    std::string text; // plain_text(article.blocks)
    article::PageTraits traits;
    std::shared_ptr<const fingerprint::Fingerprint> print; // of title and text: spares the writer thread
    bool from_feed = false; // the page could not be had; this is what the feed said of it
};

// Errors: too_large, too_slow, bad_html, not_an_article, wrong_content.
[[nodiscard]] Result<Draft> draft_from_page(const PageInput& input);

// What the feed itself carries of an entry, for sources without full_text and for pages that cannot be read.
// Errors: not_an_article where that is nothing.
[[nodiscard]] Result<Draft> draft_from_entry(const PageInput& input, const std::string& content_html);

} // namespace khabar::pipeline
