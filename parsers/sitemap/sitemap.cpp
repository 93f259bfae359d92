#include "parsers/sitemap/sitemap.hpp"

#include "parsers/date/parse.hpp"
#include "parsers/feed/feed.hpp"
#include "parsers/sitemap/gunzip.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/url/url.hpp"
#include "parsers/xml/reader.hpp"

#include <algorithm>

namespace khabar::sitemap {
namespace {

// Longer than any address or headline; what is beyond is not kept.
constexpr std::size_t max_field_bytes = 16u << 10;

bool has_scheme(std::string_view address) noexcept {
    const std::size_t colon = address.find("://");
    return colon != std::string_view::npos && colon > 0 && colon < 10 &&
           std::ranges::all_of(address.substr(0, colon), text::is_letter);
}

// "www.example.org/a" is meant as an address; "/a" is one on the sitemap's host.
std::string address_of(std::string_view written, const Hints& hints) {
    std::string address = text::clean_field(written);
    address.resize(std::min(address.size(), address.find('#')));
    if (address.empty() || has_scheme(address)) return address;
    if (address.starts_with("www."))
        return (hints.url.starts_with("https:") ? "https://" : "http://") + address;
    const auto base = url::Url::parse(hints.url);
    if (!base) return address;
    const auto resolved = url::Url::parse(address, &*base);
    return resolved ? resolved->href() : address;
}

class Reader final : public xml::Handler {
  public:
    explicit Reader(const Hints& hints) : hints_(hints) {}

    void open(const xml::Element& element) override {
        ++depth_;
        if (depth_ == 1) return open_root(element);
        if (field_depth_ != 0) return; // <loc><url>…</url></loc>
        const bool ours = element.prefix == root_prefix_ || (!root_uri_.empty() && element.uri == root_uri_);
        if (ours && (text::equals_ignoring_case(element.name, "url") ||
                     text::equals_ignoring_case(element.name, "sitemap"))) {
            finish_location();
            location_depth_ = depth_;
            loose_text_.clear();
            return;
        }
        field_ = field_of(element, ours);
        if (field_ == Field::none) return;
        field_depth_ = depth_;
        text_.clear();
    }

    void close() override {
        if (field_depth_ == depth_) {
            finish_field();
            field_depth_ = 0;
        } else if (location_depth_ == depth_) {
            finish_location();
            location_depth_ = 0;
        }
        --depth_;
    }

    void text(std::string_view piece) override {
        if (field_depth_ != 0) {
            if (text_.size() < max_field_bytes) text_ += piece;
        } else if (location_depth_ == depth_ && loose_text_.size() < max_field_bytes) {
            loose_text_ += piece;
        }
    }

    [[nodiscard]] bool enough() const override { return full_ || other_root_; }

    // No sitemap at all, but maybe a feed or a page.
    [[nodiscard]] bool other_root() const noexcept { return other_root_ || !root_seen_; }

    Sitemap finish(xml::Outcome outcome) {
        finish_location();
        if (full_ || outcome == xml::Outcome::repaired || outcome == xml::Outcome::cut)
            sitemap_.salvaged = true;
        return std::move(sitemap_);
    }

  private:
    enum class Field : std::uint8_t {
        none,
        location,
        last_modified,
        news_title,
        news_publication,
        news_language,
        news_date
    };

    void open_root(const xml::Element& element) {
        root_seen_ = true;
        root_uri_ = element.uri;
        root_prefix_ = element.prefix;
        if (text::equals_ignoring_case(element.name, "sitemapindex")) {
            sitemap_.kind = Kind::index;
        } else if (!text::equals_ignoring_case(element.name, "urlset")) {
            other_root_ = true;
        }
    }

    // image:loc and video:title are not ours.
    static Field field_of(const xml::Element& element, bool ours) {
        const bool news =
            element.prefix == "news" || element.uri.find("sitemap-news") != std::string_view::npos;
        if (news) {
            if (text::equals_ignoring_case(element.name, "title")) return Field::news_title;
            if (text::equals_ignoring_case(element.name, "name")) return Field::news_publication;
            if (text::equals_ignoring_case(element.name, "language")) return Field::news_language;
            return text::equals_ignoring_case(element.name, "publication_date") ? Field::news_date
                                                                                : Field::none;
        }
        if (!ours) return Field::none;
        if (text::equals_ignoring_case(element.name, "loc")) return Field::location;
        return text::equals_ignoring_case(element.name, "lastmod") ? Field::last_modified : Field::none;
    }

    void finish_field() {
        switch (field_) {
        case Field::none:
            return;
        case Field::location:
            if (!location_.address.empty()) finish_location(); // two in one <sitemap>
            location_.address = address_of(text_, hints_);
            return;
        case Field::last_modified:
            location_.last_modified = read_date();
            return;
        case Field::news_title:
            news().title = text::clean_field(text_);
            return;
        case Field::news_publication:
            news().publication = text::clean_field(text_);
            return;
        case Field::news_language:
            news().language = text::clean_field(text_);
            return;
        case Field::news_date:
            news().published = read_date();
            return;
        }
    }

    [[nodiscard]] std::optional<date::DateTime> read_date() const {
        return date::parse(text_, {.now = std::nullopt, .offset = hints_.offset});
    }

    News& news() {
        if (!location_.news) location_.news.emplace();
        return *location_.news;
    }

    void finish_location() {
        // Some write the address into <sitemap> itself.
        if (location_.address.empty() && loose_text_.find("://") != std::string::npos)
            location_.address = address_of(loose_text_, hints_);
        if (!location_.address.empty()) {
            if (sitemap_.locations.size() >= max_locations) {
                full_ = true;
            } else {
                sitemap_.locations.push_back(std::move(location_));
            }
        }
        location_ = {};
        loose_text_.clear();
    }

    Hints hints_;
    Sitemap sitemap_;
    Location location_;
    Field field_ = Field::none;
    std::string text_;
    std::string loose_text_;
    std::string root_uri_;
    std::string root_prefix_;
    std::size_t depth_ = 0;
    std::size_t field_depth_ = 0;    // of the element whose text is taken; 0: none
    std::size_t location_depth_ = 0; // of the <url> or <sitemap>
    bool root_seen_ = false;
    bool other_root_ = false;
    bool full_ = false;
};

Result<Sitemap> from_text(std::string_view utf8, const Hints& hints) {
    Sitemap sitemap;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t end = std::min(utf8.find_first_of("\r\n", at), utf8.size());
        const std::string_view line = text::prefix(utf8.substr(at, end - at), max_field_bytes);
        at = end + 1;
        const std::string_view trimmed =
            line.substr(std::min(line.find_first_not_of(" \t\xEF\xBB\xBF"), line.size()));
        if (!has_scheme(trimmed) && !trimmed.starts_with("www.")) continue;
        if (sitemap.locations.size() >= max_locations) {
            sitemap.salvaged = true;
            break;
        }
        sitemap.locations.push_back({address_of(trimmed, hints), std::nullopt, std::nullopt});
    }
    if (sitemap.locations.empty()) return fail(Errc::bad_feed, "no address in a sitemap of plain text");
    return sitemap;
}

Result<Sitemap> from_feed(std::string_view utf8, const Hints& hints) {
    const auto feed = feed::parse(utf8, {.url = hints.url,
                                         .content_type = "text/xml; charset=utf-8",
                                         .content_location = {},
                                         .offset = hints.offset});
    if (!feed) return tl::unexpected(feed.error());
    Sitemap sitemap;
    sitemap.salvaged = feed->salvaged;
    for (const feed::Entry& entry : feed->entries) {
        if (!entry.link.empty())
            sitemap.locations.push_back({address_of(entry.link, hints), entry.published, std::nullopt});
    }
    return sitemap;
}

Result<Sitemap> from_utf8(std::string_view utf8, const Hints& hints) {
    const std::size_t begin = utf8.find_first_not_of(" \t\r\n\f\v\xEF\xBB\xBF");
    if (begin == std::string_view::npos) return fail(Errc::empty, "nothing in the sitemap");
    if (utf8[begin] != '<') return from_text(utf8, hints);
    Reader reader(hints);
    const xml::Outcome outcome = xml::read(utf8, reader);
    if (reader.other_root()) return from_feed(utf8, hints);
    return reader.finish(outcome);
}

Result<std::string> decoded(std::string_view bytes, const Hints& hints) {
    if (bytes.size() > max_sitemap_bytes)
        return fail(Errc::too_large, "sitemap of " + std::to_string(bytes.size()) + " bytes, at most " +
                                         std::to_string(max_sitemap_bytes) + " are read");
    return text::decode(bytes, hints.content_type, text::Markup::xml).utf8;
}

} // namespace

Result<Sitemap> parse(std::string_view bytes, const Hints& hints) {
    bool whole = true;
    Result<std::string> utf8;
    if (is_gzip(bytes)) {
        const auto unpacked = gunzip(bytes, max_sitemap_bytes);
        if (!unpacked) return tl::unexpected(unpacked.error());
        whole = unpacked->whole;
        utf8 = decoded(unpacked->bytes, hints);
    } else {
        utf8 = decoded(bytes, hints);
    }
    if (!utf8) return tl::unexpected(utf8.error());
    auto sitemap = from_utf8(*utf8, hints); // what was unpacked is gone by now: it may have 50 MiB
    if (sitemap && !whole) sitemap->salvaged = true;
    return sitemap;
}

} // namespace khabar::sitemap
