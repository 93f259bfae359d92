#include "parsers/opml/opml.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/xml/reader.hpp"

#include <algorithm>

namespace khabar::opml {
namespace {

constexpr std::size_t max_title_bytes = 4096;
constexpr std::size_t max_categories = 100;

// Exporters disagree on the case of xmlUrl.
std::string attribute(const xml::Element& element, std::string_view name) {
    for (const xml::Attribute& a : element.attributes) {
        if (text::equals_ignoring_case(a.name, name)) return text::clean_field(a.value);
    }
    return {};
}

// "/news/world,local" → "news/world", "local": the slash in front says "from the root" (OPML 2.0).
std::vector<std::string> categories(std::string_view list) {
    std::vector<std::string> names;
    while (!list.empty() && names.size() < max_categories) {
        const std::size_t comma = std::min(list.find(','), list.size());
        std::string name = text::clean_field(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
        if (name.starts_with('/')) name.erase(0, 1);
        if (!name.empty()) names.push_back(std::move(name));
    }
    return names;
}

class Reader final : public xml::Handler {
  public:
    void open(const xml::Element& element) override {
        names_.emplace_back();
        if (text::equals_ignoring_case(element.name, "opml")) root_seen_ = true;
        in_title_ =
            text::equals_ignoring_case(element.name, "title") && names_.size() <= 3 && result_.feeds.empty();
        if (text::equals_ignoring_case(element.name, "outline")) outline(element);
    }

    void close() override {
        in_title_ = false;
        names_.pop_back();
    }

    void text(std::string_view piece) override {
        if (in_title_ && result_.title.size() < max_title_bytes) result_.title += piece;
    }

    [[nodiscard]] bool enough() const override { return full_; }

    Result<Subscriptions> finish(xml::Outcome outcome) {
        if (!root_seen_) return fail(Errc::bad_feed, "no <opml> element");
        result_.title = text::clean_field(result_.title);
        result_.salvaged = full_ || outcome == xml::Outcome::repaired || outcome == xml::Outcome::cut;
        return std::move(result_);
    }

  private:
    void outline(const xml::Element& element) {
        std::string title = attribute(element, "title");
        if (title.empty()) title = attribute(element, "text");
        std::string address = attribute(element, "xmlurl");
        if (address.empty()) {
            if (title.size() <= max_title_bytes) names_.back() = std::move(title);
            return;
        }
        if (result_.feeds.size() >= max_feeds) {
            full_ = true;
            return;
        }
        Feed& feed = result_.feeds.emplace_back();
        feed.xml_url = std::move(address);
        feed.html_url = attribute(element, "htmlurl");
        feed.title = std::move(title);
        feed.group = group();
        feed.categories = categories(attribute(element, "category"));
        feed.language = attribute(element, "language");
    }

    // Asked for each feed: one too long is given up before it costs more.
    [[nodiscard]] std::string group() const {
        std::string group;
        for (const std::string& name : names_) {
            if (name.empty()) continue;
            if (!group.empty()) group += " / ";
            group += name;
            if (group.size() > max_title_bytes) return {};
        }
        return group;
    }

    Subscriptions result_;
    std::vector<std::string> names_; // of the open elements; empty where one is no group
    bool root_seen_ = false;
    bool in_title_ = false;
    bool full_ = false;
};

} // namespace

Result<Subscriptions> parse(std::string_view bytes, std::string_view content_type) {
    if (bytes.size() > max_opml_bytes)
        return fail(Errc::too_large, "OPML of " + std::to_string(bytes.size()) + " bytes, at most " +
                                         std::to_string(max_opml_bytes) + " are read");
    const text::Decoded decoded = text::decode(bytes, content_type, text::Markup::xml);
    if (decoded.utf8.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(Errc::empty, "nothing in the file");
    Reader reader;
    const xml::Outcome outcome = xml::read(decoded.utf8, reader);
    return reader.finish(outcome);
}

} // namespace khabar::opml
