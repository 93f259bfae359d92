#include "parsers/feed/draft.hpp"

#include "parsers/feed/entry_date.hpp"
#include "parsers/feed/links.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>

namespace khabar::feed {
namespace {

// More would be a list of tags for search engines.
constexpr std::size_t max_categories = 50;
constexpr std::size_t max_authors = 50;

void add_new(std::vector<std::string>& list, std::string name, std::size_t most) {
    if (!name.empty() && list.size() < most && std::ranges::find(list, name) == list.end())
        list.push_back(std::move(name));
}

void set_if_empty(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
}

// A path and no mere number or word.
bool is_relative_address(std::string_view id) noexcept {
    return id.find('/') != std::string_view::npos && id.find_first_of(" \t\r\n:") == std::string_view::npos;
}

bool is_web_address(std::string_view text) noexcept {
    return text.starts_with("http://") || text.starts_with("https://");
}

bool is_picture(const xml::Element& element) {
    const std::string_view type = element["type"];
    return type.starts_with("image/") || element["medium"] == "image";
}

// pubDate before atom:published, that before dc:date, and dates of making last.
std::uint8_t published_rank(Meaning what) noexcept {
    switch (what) {
    case Meaning::published:
        return 0;
    case Meaning::issued:
        return 1;
    case Meaning::dc_date:
        return 2;
    case Meaning::created:
        return 3;
    default:
        return UINT8_MAX;
    }
}

} // namespace

void Draft::take(const Capture& capture, std::string_view base, ContentLinks& links) {
    switch (capture.what()) {
    case Meaning::title:
        set_if_empty(entry_.title, capture.line());
        return;
    case Meaning::link:
        set_link(resolve(capture.plain(), base), true);
        return;
    case Meaning::original_link:
        if (std::string link = capture.plain(); is_web_address(link))
            set_if_empty(entry_.original_link, std::move(link));
        return;
    case Meaning::id:
        set_if_empty(entry_.id, capture.plain());
        if (capture.not_a_link()) return;
        set_if_empty(id_link_, is_relative_address(entry_.id) ? resolve(entry_.id, base) : entry_.id);
        return;
    case Meaning::description:
    case Meaning::summary:
        set_if_empty(entry_.summary_html, capture.html(base, links));
        return;
    case Meaning::content:
        set_if_empty(entry_.content_html, capture.html(base, links));
        return;
    case Meaning::body:
        set_if_empty(body_, capture.html(base, links));
        return;
    case Meaning::subtitle:
        set_if_empty(subtitle_, capture.html(base, links));
        return;
    case Meaning::media_title:
        set_if_empty(media_title_, capture.line());
        return;
    case Meaning::media_description:
        set_if_empty(media_description_, capture.html(base, links));
        return;
    case Meaning::category:
    case Meaning::subject:
        category(capture.line());
        return;
    case Meaning::keywords:
        keywords(capture.line());
        return;
    case Meaning::author_text:
        author(capture.line());
        return;
    default:
        take_date(capture.what(), capture.plain());
    }
}

void Draft::take_date(Meaning what, const std::string& text) {
    const std::uint8_t rank = published_rank(what);
    if (rank == UINT8_MAX && what != Meaning::updated) return;
    const auto date = entry_date(text, offset_);
    if (!date) return; // of two of a kind, the later one
    if (what == Meaning::updated) {
        entry_.updated = date;
    } else if (rank <= published_rank_) {
        entry_.published = date;
        published_rank_ = rank;
    }
}

void Draft::take(Meaning what, const xml::Element& element, std::string_view base) {
    switch (what) {
    case Meaning::link:
        take_link(element, base);
        return;
    case Meaning::category: {
        const std::string_view label = element["label"];
        category(plain_text(label.empty() ? element["term"] : label));
        return;
    }
    case Meaning::enclosure:
    case Meaning::media_content:
        if (is_picture(element)) set_if_empty(entry_.image, resolve(element["url"], base));
        return;
    case Meaning::thumbnail:
        set_if_empty(picture_, resolve(element["url"], base));
        return;
    case Meaning::picture:
        set_if_empty(picture_, resolve(element["href"], base));
        return;
    default:
        return;
    }
}

void Draft::take_link(const xml::Element& element, std::string_view base) {
    const std::string_view href = element["href"];
    const std::string rel = relation(element["rel"]);
    if (href.data() == nullptr) return;
    if (rel.empty() || rel == "alternate") {
        const std::string type = text::lower_case(element["type"]);
        set_link(resolve(href, base), type.empty() || type.find("html") != std::string_view::npos);
    } else if (rel == "enclosure") {
        if (is_picture(element)) set_if_empty(entry_.image, resolve(href, base));
    } else if (rel == "self" || rel == "via" || rel == "related") {
        set_if_empty(other_link_, resolve(href, base));
    }
}

// A page before anything else an entry may be had as; of several, the last.
void Draft::set_link(std::string link, bool page) {
    if (link.empty() || (link_is_page_ && !page)) return;
    entry_.link = std::move(link);
    link_is_page_ = page;
}

void Draft::about(std::string_view address, std::string_view base) {
    if (address.empty()) return;
    entry_.id = std::string(address);
    about_ = resolve(address, base);
}

void Draft::take_cdf(const xml::Element& element, std::string_view base) {
    for (const xml::Attribute& attribute : element.attributes) {
        const std::string name = text::lower_case(attribute.name);
        if (name == "href") set_link(resolve(attribute.value, base), true);
        if (name == "lastmod") take_date(Meaning::updated, std::string(attribute.value));
    }
}

void Draft::author(std::string name) {
    add_new(entry_.authors, std::move(name), max_authors);
}

void Draft::source_author(std::string name) {
    add_new(source_authors_, std::move(name), max_authors);
}

void Draft::category(std::string name) {
    add_new(entry_.categories, std::move(name), max_categories);
}

// "press, city": a list with commas.
void Draft::keywords(std::string_view list) {
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        category(std::string(text::trim(list.substr(0, comma))));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
}

Entry Draft::finish() {
    Entry& entry = entry_;
    if (is_absolute(id_link_)) set_if_empty(entry.link, id_link_);
    set_if_empty(entry.link, entry.original_link);
    if (is_absolute(about_)) set_if_empty(entry.link, about_);
    set_if_empty(entry.link, std::move(other_link_));
    set_if_empty(entry.link, std::move(id_link_));
    // Said to be no address, and yet one, and the only one there is.
    if (is_web_address(entry.id)) set_if_empty(entry.link, entry.id);
    if (!entry.published) entry.published = entry.updated;
    if (entry.authors.empty()) entry.authors = std::move(source_authors_);
    set_if_empty(entry.title, std::move(media_title_));
    set_if_empty(entry.content_html, std::move(body_));
    set_if_empty(entry.content_html, std::move(media_description_));
    set_if_empty(entry.summary_html, std::move(subtitle_));
    set_if_empty(entry.image, std::move(picture_));
    return std::move(entry);
}

} // namespace khabar::feed
