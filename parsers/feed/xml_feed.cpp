#include "parsers/feed/xml_feed.hpp"

#include "parsers/feed/capture.hpp"
#include "parsers/feed/draft.hpp"
#include "parsers/feed/feed_authors.hpp"
#include "parsers/feed/links.hpp"
#include "parsers/feed/names.hpp"
#include "parsers/feed/schedule.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>

namespace khabar::feed {
namespace {

enum class Scope : std::uint8_t {
    document,
    root,
    channel,
    entry,
    group, // of media, inside an entry
    person,
    source, // the feed that an entry was taken from: only its authors matter
    image,
    skip_hours,
    skip_days,
    ignored
};

class Reader final : public xml::Handler {
  public:
    explicit Reader(const Hints& hints) : hints_(hints) {
        scopes_.push_back(Scope::document);
        bases_.push_back(hints.content_location.empty() ? std::string(hints.url)
                                                        : resolve(hints.content_location, hints.url));
    }

    void open(const xml::Element& element) override {
        if (capture_.active()) return capture_.open(element, base(), content_links_);
        push_base(element);
        scopes_.push_back(enter(element));
    }

    void close() override {
        if (capture_.active()) {
            if (capture_.close()) return;
            capture_.end();
            finish_capture();
        } else {
            leave(scopes_.back());
        }
        scopes_.pop_back();
        if (bases_.size() > 1 && base_depths_.back() == scopes_.size()) {
            bases_.pop_back();
            base_depths_.pop_back();
        }
    }

    void text(std::string_view piece) override {
        if (capture_.active()) {
            capture_.text(piece);
        } else if (scopes_.back() == Scope::person && person_text_.size() < max_person_bytes) {
            person_text_ += piece;
        }
    }

    [[nodiscard]] bool enough() const override { return full_ || wrong_; }

    Result<Feed> finish(xml::Outcome outcome) {
        if (wrong_) return fail(Errc::wrong_content, "an HTML page, not a feed");
        if (!root_seen_) return fail(Errc::bad_feed, "no <rss>, <rdf:RDF> or <feed> element");
        while (!drafts_.empty()) // cut inside an entry
            finish_entry();
        if (full_ || outcome == xml::Outcome::repaired || outcome == xml::Outcome::cut) feed_.salvaged = true;
        feed_.update_period = schedule_.period();
        if (feed_.kind == Kind::atom) hand_down(feed_authors_, feed_.entries);
        return std::move(feed_);
    }

  private:
    static constexpr std::size_t max_person_bytes = 1024;

    struct OpenEntry {
        Draft draft;
        std::size_t place; // in feed_.entries, kept since it began
    };

    [[nodiscard]] std::string_view base() const { return bases_.back(); }

    void push_base(const xml::Element& element) {
        const std::string_view own = xml_base(element);
        if (own.empty()) return;
        bases_.push_back(resolve(own, base()));
        base_depths_.push_back(scopes_.size());
    }

    Scope enter(const xml::Element& element) {
        const Meaning what = meaning(element);
        switch (scopes_.back()) {
        case Scope::document:
            return enter_document(what, element);
        case Scope::root:
        case Scope::channel:
            return enter_channel(what, element);
        case Scope::entry:
        case Scope::group:
            return enter_entry(what, element);
        case Scope::person:
            if (what == Meaning::author_name || what == Meaning::author_email) return captured(what, element);
            return Scope::ignored;
        case Scope::source:
            if (what == Meaning::person) return begin_person();
            return what == Meaning::entry ? begin_entry(element) : Scope::ignored;
        case Scope::image:
            return what == Meaning::url ? captured(what, element) : Scope::ignored;
        case Scope::skip_hours:
            return what == Meaning::hour ? captured(what, element) : Scope::ignored;
        case Scope::skip_days:
            return what == Meaning::day ? captured(what, element) : Scope::ignored;
        case Scope::ignored:
            return what == Meaning::entry && !drafts_.empty() ? begin_entry(element) : Scope::ignored;
        }
        return Scope::ignored;
    }

    Scope captured(Meaning what, const xml::Element& element) {
        capture_.begin(what, element);
        return Scope::ignored; // never asked: the capture swallows what is inside
    }

    Scope enter_document(Meaning what, const xml::Element& element) {
        if (what == Meaning::html) {
            wrong_ = true;
            return Scope::ignored;
        }
        root_seen_ = what != Meaning::unknown;
        feed_.kind = what == Meaning::rdf                              ? Kind::rdf
                     : what == Meaning::feed || what == Meaning::entry ? Kind::atom
                                                                       : Kind::rss;
        if (what == Meaning::entry) return begin_entry(element);
        if (what == Meaning::channel) begin_cdf(element);
        return what == Meaning::feed || what == Meaning::channel ? Scope::channel : Scope::root;
    }

    // A <CHANNEL> that is in nothing else and says its address in an attribute.
    void begin_cdf(const xml::Element& element) {
        for (const xml::Attribute& attribute : element.attributes) {
            if (!attribute.prefix.empty()) continue;
            const std::string name = text::lower_case(attribute.name);
            if (name == "base") {
                bases_.push_back(resolve(attribute.value, base()));
                base_depths_.push_back(scopes_.size());
            } else if (name == "href") {
                cdf_ = true;
                feed_.link = resolve(attribute.value, base());
            }
        }
    }

    Scope enter_channel(Meaning what, const xml::Element& element) {
        switch (what) {
        case Meaning::channel:
        case Meaning::feed:
            root_seen_ = true;
            return Scope::channel;
        case Meaning::items:
            return Scope::root;
        case Meaning::entry:
            root_seen_ = true;
            return begin_entry(element);
        case Meaning::image:
            return Scope::image;
        case Meaning::person:
            return begin_person();
        case Meaning::skip_hours:
            return Scope::skip_hours;
        case Meaning::skip_days:
            return Scope::skip_days;
        case Meaning::link:
            if (element["href"].data() != nullptr) {
                channel_link(element);
                return Scope::ignored;
            }
            return captured(what, element);
        case Meaning::title:
        case Meaning::description:
        case Meaning::language:
        case Meaning::ttl:
        case Meaning::update_period:
        case Meaning::update_frequency:
            return captured(what, element);
        default:
            return Scope::ignored;
        }
    }

    // An entry inside an entry (an <item> that was never closed, a copy in an extension) is one of its own;
    // it stands after the outer one, which may still go on.
    Scope begin_entry(const xml::Element& element) {
        if (feed_.entries.size() >= max_entries) {
            full_ = true;
            return Scope::ignored;
        }
        drafts_.push_back({Draft(hints_.offset), feed_.entries.size()});
        feed_.entries.emplace_back();
        for (const xml::Attribute& attribute : element.attributes) {
            if (attribute.name == "about" && !attribute.prefix.empty())
                draft().about(attribute.value, base());
        }
        if (cdf_) draft().take_cdf(element, base());
        return Scope::entry;
    }

    Scope begin_person() {
        person_text_.clear();
        person_name_.clear();
        return Scope::person;
    }

    [[nodiscard]] Draft& draft() { return drafts_.back().draft; }

    Scope enter_entry(Meaning what, const xml::Element& element) {
        switch (what) {
        case Meaning::link:
            if (element["href"].data() == nullptr) return captured(what, element);
            draft().take(what, element, base());
            return Scope::ignored;
        case Meaning::category:
            if (element["term"].data() == nullptr) return captured(what, element);
            draft().take(what, element, base());
            return Scope::ignored;
        case Meaning::entry:
            return begin_entry(element);
        case Meaning::group:
            return Scope::group;
        case Meaning::media_content: // holds titles, descriptions and thumbnails of its own
            draft().take(what, element, base());
            return Scope::group;
        case Meaning::enclosure:
        case Meaning::thumbnail:
        case Meaning::picture:
            draft().take(what, element, base());
            return Scope::ignored;
        case Meaning::person:
            return begin_person();
        case Meaning::source:
            return Scope::source;
        case Meaning::title:
        case Meaning::id:
        case Meaning::description:
        case Meaning::summary:
        case Meaning::content:
        case Meaning::body:
        case Meaning::subtitle:
        case Meaning::subject:
        case Meaning::keywords:
        case Meaning::author_text:
        case Meaning::media_title:
        case Meaning::media_description:
        case Meaning::original_link:
        case Meaning::published:
        case Meaning::issued:
        case Meaning::dc_date:
        case Meaning::created:
        case Meaning::updated:
            return captured(what, element);
        default:
            return Scope::ignored;
        }
    }

    void channel_link(const xml::Element& element) {
        const std::string rel = relation(element["rel"]);
        std::string* field = rel.empty() || rel == "alternate" ? &feed_.link
                             : rel == "self"                   ? &feed_.self
                             : rel == "hub"                    ? &feed_.hub
                                                               : nullptr;
        if (field != nullptr && field->empty()) *field = resolve(element["href"], base());
    }

    void finish_capture() {
        const Scope within = scopes_[scopes_.size() - 2];
        if (within == Scope::entry || within == Scope::group)
            return draft().take(capture_, base(), content_links_);
        switch (capture_.what()) {
        case Meaning::author_name:
            person_name_ = capture_.line();
            return;
        case Meaning::author_email:
            person_text_ = capture_.line();
            return;
        case Meaning::title:
            if (feed_.title.empty()) feed_.title = capture_.line();
            return;
        case Meaning::link:
            if (feed_.link.empty()) feed_.link = resolve(capture_.plain(), base());
            return;
        case Meaning::description:
            if (feed_.description.empty()) feed_.description = capture_.line();
            return;
        case Meaning::language:
            if (feed_.language.empty()) feed_.language = capture_.plain();
            return;
        case Meaning::ttl:
            feed_.ttl = minutes_of(capture_.plain());
            return;
        case Meaning::hour:
            add_skip_hour(feed_.skip_hours, capture_.plain());
            return;
        case Meaning::day:
            add_skip_day(feed_.skip_days, capture_.plain());
            return;
        case Meaning::update_period:
            schedule_.set_period(capture_.plain());
            return;
        case Meaning::update_frequency:
            schedule_.set_frequency(capture_.plain());
            return;
        default:
            return;
        }
    }

    void leave(Scope scope) {
        if (scope == Scope::entry) return finish_entry();
        if (scope != Scope::person) return;
        std::string name = person_name_.empty() ? author_of_rss(person_text_) : std::move(person_name_);
        const Scope within = scopes_[scopes_.size() - 2];
        if (within == Scope::source) return draft().source_author(std::move(name));
        if (within == Scope::entry || within == Scope::group) return draft().author(std::move(name));
        if (feed_authors_.size() < max_feed_authors) feed_authors_.push_back(std::move(name));
    }

    void finish_entry() {
        feed_.entries[drafts_.back().place] = draft().finish();
        drafts_.pop_back();
    }

    // "name@example.org (A Name)" is how RSS wants it, and "A Name" how it is.
    static std::string author_of_rss(std::string_view text) {
        const std::size_t open = text.find('(');
        const std::size_t close = text.rfind(')');
        const bool address = text.find('@') != std::string_view::npos;
        if (address && open != std::string_view::npos && close != std::string_view::npos && close > open + 1)
            return plain_text(text.substr(open + 1, close - open - 1));
        return plain_text(text);
    }

    Hints hints_;
    Feed feed_;
    std::vector<Scope> scopes_;
    std::vector<std::string> bases_;
    std::vector<std::size_t> base_depths_; // of scopes_, for each base but the first
    Capture capture_;
    ContentLinks content_links_;
    std::vector<OpenEntry> drafts_; // one, but for entries inside entries
    Schedule schedule_;
    std::string person_text_;
    std::string person_name_;
    std::vector<std::string> feed_authors_; // the last entry may stand before them
    bool root_seen_ = false;
    bool cdf_ = false;
    bool wrong_ = false;
    bool full_ = false;
};

// Where the feed begins in a text that has other markup before it (warnings of a scripting language, mostly).
std::size_t feed_begin(std::string_view utf8) noexcept {
    constexpr std::size_t looked_at = 64u << 10;
    const std::string_view head = utf8.substr(0, looked_at);
    std::size_t begin = std::string_view::npos;
    for (const std::string_view root : {"<rss", "<rdf:RDF", "<feed"})
        begin = std::min(begin, head.find(root));
    return begin;
}

} // namespace

Result<Feed> parse_xml(std::string_view utf8, const Hints& hints) {
    Reader reader(hints);
    auto feed = reader.finish(xml::read(utf8, reader));
    if (feed && (feed->kind != Kind::rss || !feed->entries.empty() || !feed->title.empty())) return feed;
    const std::size_t begin = feed_begin(utf8);
    if (begin == 0 || begin == std::string_view::npos) return feed;
    Reader again(hints);
    auto rest = again.finish(xml::read(utf8.substr(begin), again));
    if (!rest) return feed;
    rest->salvaged = true;
    return rest;
}

} // namespace khabar::feed
