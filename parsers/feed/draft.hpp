#pragma once
// An entry while its elements come in, in any order and more than once: which of them wins is decided here.

#include "parsers/feed/capture.hpp"
#include "parsers/feed/feed.hpp"

#include <cstdint>

namespace khabar::feed {

class Draft {
  public:
    explicit Draft(std::optional<std::chrono::minutes> offset) noexcept : offset_(offset) {}

    // A captured element of the entry; `base` is for its link, or those of its HTML.
    void take(const Capture& capture, std::string_view base, ContentLinks& links);
    // What says it all in attributes: links, enclosures, thumbnails, categories.
    void take(Meaning what, const xml::Element& element, std::string_view base);
    // rdf:about, an id and an address in one.
    void about(std::string_view address, std::string_view base);
    // Channel Definition Format (W3C note, 1997) says in attributes of an <ITEM> what others say in elements.
    void take_cdf(const xml::Element& element, std::string_view base);
    void author(std::string name);
    // Of the feed that the entry was taken from (atom:source).
    void source_author(std::string name);

    // The entry, its gaps filled from second choices.
    [[nodiscard]] Entry finish();

  private:
    void take_link(const xml::Element& element, std::string_view base);
    void set_link(std::string link, bool page);
    void take_date(Meaning what, const std::string& text);
    void category(std::string name);
    void keywords(std::string_view list);

    Entry entry_;
    std::optional<std::chrono::minutes> offset_;
    std::vector<std::string> source_authors_;
    std::string id_link_; // a guid that may be an address
    std::string about_;
    std::string other_link_; // a link, but not the alternate one
    std::string media_title_;
    std::string media_description_;
    std::string subtitle_;
    std::string body_;
    std::string picture_;
    bool link_is_page_ = false;
    std::uint8_t published_rank_ = UINT8_MAX; // lower wins
};

} // namespace khabar::feed
