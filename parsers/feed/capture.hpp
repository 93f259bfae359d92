#pragma once
// The content of one element while it is read: its text, and its markup where it holds elements.

#include "parsers/feed/content_links.hpp"
#include "parsers/feed/markup.hpp"
#include "parsers/feed/names.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::feed {

class Capture {
  public:
    // `element` begins; its attributes say how its content is to be read (RFC 4287 §3.1, Atom 0.3 §3.1).
    void begin(Meaning what, const xml::Element& element);

    // Of an inner element. `base` is for the links inside the captured one.
    void open(const xml::Element& element, std::string_view base, ContentLinks& links);
    // Of an inner element; false when it is the captured one that ends.
    bool close();
    void text(std::string_view piece);

    [[nodiscard]] bool active() const noexcept { return active_; }
    void end() noexcept { active_ = false; }

    [[nodiscard]] Meaning what() const noexcept { return what_; }
    // The text as it stands, markup left out; for addresses, dates, names.
    [[nodiscard]] std::string plain() const;
    // One line for a reader.
    [[nodiscard]] std::string line() const;
    // HTML, whatever the type was, its links resolved against `base`. The single <div> that Atom puts around
    // XHTML is left out.
    [[nodiscard]] std::string html(std::string_view base, ContentLinks& links) const;
    // isPermaLink="false" of a guid, in any case, kept from begin().
    [[nodiscard]] bool not_a_link() const noexcept { return not_a_link_; }
    // Content of a kind no reader shows: an image in base64, a video.
    [[nodiscard]] bool foreign() const noexcept { return form_ == Form::foreign; }

  private:
    enum class Form : std::uint8_t { unsaid, text, html, xhtml, base64, foreign };

    struct InnerBase {
        std::size_t depth; // of inner_, while the element that says it is open
        std::string address;
    };

    Meaning what_ = Meaning::unknown;
    Form form_ = Form::unsaid;
    bool active_ = false;
    bool inline_markup_ = false; // elements were seen: text_ is HTML by now
    bool not_a_link_ = false;
    std::string text_;
    std::vector<std::string> inner_; // names of the open inner elements
    std::vector<InnerBase> inner_bases_;
};

} // namespace khabar::feed
