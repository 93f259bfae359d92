#pragma once
// Everything that was decided about one page, for the reports beside this file. Plain values; pointers and
// NodeIds are good as long as the explanation and the rule live.

#include "daemon/net/response.hpp"
#include "parsers/article/article.hpp"
#include "parsers/article/page/site_memory.hpp"
#include "parsers/article/page/site_rule.hpp"
#include "parsers/article/page/trace.hpp"
#include "parsers/base/result.hpp"
#include "parsers/html/document.hpp"
#include "parsers/text/encoding.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace khabar::explain {

// A page and where it came from.
struct Input {
    std::string name; // file or address, as the user wrote it
    std::string url;  // the page's own address, after redirects; may be empty
    std::string bytes;
    std::string content_type;
    std::optional<net::Response> response; // without its body; none for a file
    std::string robots;                    // the verdict, in words; empty where nobody asked
    std::string feed_title, feed_summary;  // what the feed said, where the archive knows
    std::optional<std::chrono::sys_seconds> now;
    std::optional<std::chrono::minutes> offset;
    const article::SiteRule* rule = nullptr;
    std::string rule_file;                       // where it stands
    const article::SiteMemory* memory = nullptr; // of the archive
};

struct Explanation {
    Input input; // bytes taken out
    std::size_t bytes = 0;
    std::vector<text::EncodingClaim> claims;
    std::string encoding;
    text::EncodingEvidence evidence = text::EncodingEvidence::fallback;
    std::size_t replaced = 0; // bytes that were no text in that encoding
    std::size_t utf8_bytes = 0;
    std::optional<html::Document> page; // none where parsing failed: then `article` says why
    article::Trace trace;
    Result<article::Article> article = fail(Errc::empty, "not read");
};

// Decodes, parses and extracts by the same functions as the daemon.
[[nodiscard]] Explanation explain(Input input);

} // namespace khabar::explain
