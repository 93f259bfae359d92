#pragma once
// Links and pictures in the HTML of entries, made absolute: an entry is read on no page that they could be
// relative to. Atom says against what (RFC 4287 §2, XML Base, RFC 3986 §5.1); RSS and JSON Feed say nothing
// and are written the same way.

#include "parsers/feed/feed.hpp"
#include "parsers/url/url.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace khabar::feed {

// One of these reads one feed. Time is linear in the HTML it is given, but for one reading of the base a
// link; it spends at most max_resolved_bytes of bases on that, which bounds what it adds to the HTML too.
// Links beyond stay as they are (a thousand entries with fifty links each spend four megabytes).
class ContentLinks {
  public:
    static constexpr std::size_t max_resolved_bytes = max_feed_bytes;

    // `html` with the relative addresses in its tags resolved. What is left as it is written: addresses with
    // a scheme (javascript: too: this is no filter), "#there", what does not lead to http or https, and
    // everything where `base` is no such address.
    [[nodiscard]] std::string resolve_all(std::string html, std::string_view base);

    // The same of one attribute's value, references decoded; none where it stays as it is. Names in any case.
    [[nodiscard]] std::optional<std::string> resolve_value(std::string_view element,
                                                           std::string_view attribute, std::string_view value,
                                                           std::string_view base);

  private:
    [[nodiscard]] bool read_base(std::string_view base);
    [[nodiscard]] std::optional<std::string> resolve_either(bool candidates, std::string_view value);
    [[nodiscard]] std::optional<std::string> resolve_one(std::string_view reference);
    [[nodiscard]] std::optional<std::string> resolve_candidates(std::string_view srcset);

    std::string base_text_; // that base_ was read from: it is the same for link after link
    std::optional<url::Url> base_;
    std::size_t left_ = max_resolved_bytes;
};

} // namespace khabar::feed
