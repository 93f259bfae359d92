#include "parsers/article/metadata/headline.hpp"

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/article/metadata/entities.hpp"
#include "parsers/article/metadata/title_parts.hpp"
#include "parsers/article/page/trace.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

using html::NodeId;
using html::Tag;

constexpr std::size_t min_title_letters = 3;
constexpr std::size_t max_title_bytes = 600;

// Trust of each witness. Shown headings are what readers call the title; the head often carries a rewritten
// one for search engines, and JSON-LD either.
constexpr double trust_h1 = 5.0;
// An h1 whose words the head's titles share is the headline, however the head rewrites it: more than all of
// them together.
constexpr double trust_h1_confirmed = 20.0;
constexpr double confirmed_share = 0.3;
constexpr std::size_t min_telling_bytes = 4; // of a word: "the", "in" tell nothing
constexpr double trust_heading_marked = 3.0; // class or itemprop says headline
constexpr double trust_json_ld = 4.5;
constexpr double trust_og = 4.5;
constexpr double trust_title = 3.5;
constexpr double trust_twitter = 2.5;
constexpr double trust_other_meta = 2.0;
constexpr double trust_feed = 3.0;
// JSON-LD and og:title in one voice: with the others that follow them, more than a confirmed h1.
constexpr double trust_stated_twice = 20.0;
constexpr std::size_t min_stated_words = 3; // shorter ones may be a section's or a site's name
// Where one wording begins or ends another, they half agree.
constexpr double partial_agreement = 0.5;
// A heading that leads to the front page shows the site's name.
constexpr double trust_in_logo = 0.1;
constexpr std::size_t max_beside_bytes = 40; // "(paper.example) 87"; more is a standfirst
constexpr NodeId max_heading_nodes = 12;     // looked at for a kicker
constexpr NodeId logo_levels = 3;            // how far up the link may stand

enum class Voice : std::uint8_t { heading, linked, og, head };

struct Candidate {
    std::string text;
    std::string key; // folded words
    double trust = 0;
    Voice voice = Voice::head;
    std::string_view origin; // for the trace
    NodeId node = html::no_node;
    bool logo = false; // a heading that leads to the front page
};

// "Word word Word word": a ticker shows its text again and again.
std::string once(std::string text) {
    const auto words = line_words(text, 200);
    for (std::size_t times = 4; times > 1; --times) {
        if (words.size() % times != 0 || words.size() / times < 3) continue;
        const std::size_t length = words.size() / times;
        bool same = true;
        for (std::size_t i = length; i < words.size() && same; ++i)
            same = words[i].folded == words[i - length].folded;
        if (same) return text.substr(0, words[length - 1].end);
    }
    return text;
}

// "/", "https://example.org", "https://example.org/".
bool leads_home(std::string_view href) {
    if (const auto scheme = href.find("//"); scheme != std::string_view::npos && scheme < 8) {
        const auto path = href.find('/', scheme + 2);
        href = path == std::string_view::npos ? std::string_view("/") : href.substr(path);
    }
    return href == "/" || href == "/index.html" || href == "/index.php" || href == "./";
}

bool ends_with_words(std::string_view longer, std::string_view part) {
    return longer.size() > part.size() &&
           (longer.starts_with(std::string(part) + " ") || longer.ends_with(" " + std::string(part)));
}

class Vote {
  public:
    explicit Vote(const HeadlineWitnesses& witnesses) : w_(witnesses), page_(witnesses.facts.page()) {}

    Headline run() {
        add_head();
        add_headings();
        cut_frames();
        cut_kickers();
        spell_as_stated();
        judge_names();
        weigh_stated();
        if (w_.trace != nullptr) tell(*w_.trace);
        return count();
    }

  private:
    void add(std::string_view raw, double trust, std::string_view origin, Voice voice = Voice::head,
             NodeId node = html::no_node) {
        auto text = once(plain_value(raw));
        if (text.size() > max_title_bytes || title_letters(text).size() < min_title_letters) return;
        auto key = title_key(text);
        const bool logo = node != html::no_node && is_logo(link_of(node));
        list_.push_back({std::move(text), std::move(key), trust, voice, origin, node, logo});
    }

    void add_head() {
        if (const auto* linked = w_.linked) {
            const bool article = linked->kind == LinkedArticle::Kind::article;
            add(linked->headline.empty() ? linked->name : linked->headline,
                article ? trust_json_ld : trust_other_meta, "JSON-LD", article ? Voice::linked : Voice::head);
        }
        add(w_.feed_title, trust_feed, "feed");
        if (w_.head_is_foreign) return;
        const auto& facts = w_.facts;
        add(facts.meta("og:title"), trust_og, "og:title", Voice::og);
        add(facts.title, trust_title, "<title>");
        add(facts.meta("twitter:title"), trust_twitter, "twitter:title");
        for (const auto key : {"title", "dc.title", "dcterms.title", "headline", "parsely-title",
                               "sailthru.title", "citation_title", "name"})
            add(facts.meta(key), trust_other_meta, key);
    }

    // ── headings ──
    // Share of a heading's words that the head's titles hold.
    [[nodiscard]] double share_in_head(std::string_view heading, bool alone) const {
        std::vector<std::string> said;
        const auto note = [&](std::string_view text) {
            for (auto& word : line_words(text, 60))
                said.push_back(std::move(word.folded));
        };
        if (!w_.head_is_foreign)
            for (const std::string_view text :
                 {std::string_view(w_.facts.title), w_.facts.meta("og:title"), w_.facts.meta("headline")})
                note(plain_value(text));
        if (w_.linked != nullptr) note(w_.linked->headline);
        note(w_.feed_title);
        const auto words = line_words(heading, 60);
        if (words.empty()) return 0;
        std::size_t known = 0, telling = 0;
        for (const LineWord& word : words) {
            if (std::ranges::find(said, word.folded) == said.end()) continue;
            ++known;
            telling += word.folded.size() >= min_telling_bytes;
        }
        // Among several h1 one word in common is chance, unless it is all that the heading says.
        if (!alone && telling < 2 && known < words.size()) return 0;
        return static_cast<double>(known) / static_cast<double>(words.size());
    }

    [[nodiscard]] bool is_hidden(NodeId id) const {
        const auto style = page_.attribute(id, "style");
        return style.find("display:none") != std::string_view::npos ||
               style.find("display: none") != std::string_view::npos;
    }

    // The link that holds the whole heading, inside it or around it.
    [[nodiscard]] NodeId link_of(NodeId id) const {
        NodeId inner = id + 1;
        while (inner < page_.node(id).end && page_.node(inner).is_text() &&
               page_.node(inner).text.find_first_not_of(" \t\r\n") == std::string_view::npos)
            ++inner;
        if (inner < page_.node(id).end && page_.node(inner).tag == Tag::a &&
            w_.facts.shown(inner) == w_.facts.shown(id))
            return inner;
        NodeId up = page_.node(id).parent;
        for (NodeId level = 0; level < logo_levels && up != html::no_node;
             ++level, up = page_.node(up).parent)
            if (page_.node(up).tag == Tag::a) return up;
        return html::no_node;
    }

    [[nodiscard]] bool is_logo(NodeId link) const {
        return link != html::no_node && leads_home(page_.attribute(link, "href"));
    }

    [[nodiscard]] double trust_of_heading(NodeId id, std::string_view text, std::size_t h1) const {
        const auto tag = page_.node(id).tag;
        const bool first_level = tag == Tag::h1;
        double trust = first_level ? trust_h1 : trust_heading_marked;
        if (first_level)
            trust += (trust_h1_confirmed - trust_h1) *
                     std::min(1.0, share_in_head(text, h1 <= 1) / confirmed_share);
        if (w_.facts.is_aside(id)) trust *= 0.3;
        if (first_level && h1 > 2) trust *= 0.7; // a page that heads every card with h1
        // A heading that is one link leads elsewhere: a card, or the logo.
        if (const NodeId link = link_of(id); link != html::no_node) {
            if (is_logo(link))
                trust *= trust_in_logo;
            else if (!first_level)
                trust *= 0.4;
        }
        if (!first_level && tag != Tag::h2 && tag != Tag::h3) trust *= 0.6;
        return trust;
    }

    void add_headings() {
        std::size_t h1 = 0;
        for (const NodeId id : w_.facts.headings)
            h1 += page_.node(id).tag == Tag::h1 && !w_.facts.is_aside(id);
        for (const NodeId id : w_.facts.headings) {
            const auto tag = page_.node(id).tag;
            if (tag == Tag::meta || tag == Tag::body || tag == Tag::article || is_hidden(id)) continue;
            const auto text = w_.facts.shown(id, max_title_bytes + 1);
            add(text, trust_of_heading(id, text, h1), tag == Tag::h1 ? "<h1>" : "marked heading",
                Voice::heading, id);
        }
    }

    // ── wordings ──
    void cut_frames() {
        TitleFrame frame{w_.site, w_.host, w_.section};
        KnownTitles known;
        for (const auto& one : list_)
            if (one.voice == Voice::heading)
                (one.logo ? known.logos : known.shown).push_back(one.key);
            else if (one.key != title_key(w_.site))
                known.stated.push_back(one.key);
        for (auto& one : list_) {
            if (one.voice == Voice::heading) continue;
            one.text = without_frame(one.text, frame, known);
            one.key = title_key(one.text);
        }
    }

    [[nodiscard]] bool is_stated(std::string_view key) const {
        return std::ranges::any_of(
            list_, [&](const Candidate& c) { return c.voice != Voice::heading && c.key == key; });
    }

    // "Premier League" and "Derby ends in a draw" in one h1, each in an element: og:title says whether both
    // are the headline.
    void cut_kickers() {
        const auto* og = stated_by(Voice::og);
        if (og == nullptr) return;
        for (auto& heading : list_) {
            if (heading.node == html::no_node || is_stated(heading.key)) continue;
            const NodeId end = std::min(page_.node(heading.node).end, heading.node + 1 + max_heading_nodes);
            for (NodeId at = heading.node + 1; at < end; ++at) {
                const auto rest = w_.facts.shown_without(heading.node, at, max_title_bytes + 1);
                // All but one element, or one element alone beside a source and a count.
                const auto inner =
                    page_.node(at).is_text() ? std::string() : w_.facts.shown(at, max_title_bytes + 1);
                const bool alone =
                    title_key(inner) == og->key && heading.text.size() <= inner.size() + max_beside_bytes;
                if (!alone && title_key(rest) != og->key) continue;
                heading.text = og->text;
                heading.key = og->key;
                break;
            }
        }
    }

    [[nodiscard]] const Candidate* stated_by(Voice voice) const {
        const auto found = std::ranges::find(list_, voice, &Candidate::voice);
        return found == list_.end() ? nullptr : &*found;
    }

    // "National demoIt is time": the elements of a heading touch; a witness with the same letters knows where
    // its words end.
    void spell_as_stated() {
        for (auto& heading : list_) {
            if (heading.voice != Voice::heading || is_stated(heading.key)) continue;
            const auto letters = title_letters(heading.text);
            for (const auto& one : list_) {
                if (one.voice == Voice::heading || one.key.size() <= heading.key.size()) continue;
                if (title_letters(one.text) != letters) continue;
                heading.text = one.text;
                heading.key = one.key;
                break;
            }
        }
    }

    // ── trust ──
    void judge_names() {
        const auto site_key = title_key(w_.site);
        for (auto& one : list_) {
            if (one.key.empty() || (!site_key.empty() && one.key == site_key)) {
                names_.push_back(one.text);
                one.trust = 0;
            } else if (const auto kind = classify_line(one.text).kind;
                       is_boilerplate(kind) && kind != LineKind::date) {
                one.trust *= 0.2; // "Home", "News", «الرئيسية» name a place in the site
            }
        }
    }

    void weigh_stated() {
        const auto linked = std::ranges::find(list_, Voice::linked, &Candidate::voice);
        const auto og = std::ranges::find(list_, Voice::og, &Candidate::voice);
        if (linked == list_.end() || og == list_.end() || linked->key != og->key) return;
        const bool cut_off = linked->text.ends_with("…") || linked->text.ends_with("...");
        if (cut_off || linked->trust <= 0 || line_words(linked->text, 8).size() < min_stated_words) return;
        linked->trust = trust_stated_twice;
    }

    void tell(Trace& trace) const {
        for (const auto& one : list_)
            trace.hear(Field::title, one.origin, one.text, one.trust, one.trust > 0 ? "" : "names the site");
    }

    [[nodiscard]] double votes_for(std::size_t i) const {
        double votes = list_[i].trust;
        for (std::size_t j = 0; j < list_.size(); ++j) {
            const auto& other = list_[j];
            if (i == j || other.trust <= 0) continue;
            if (list_[i].key == other.key)
                votes += other.trust;
            else if (ends_with_words(list_[i].key, other.key) || ends_with_words(other.key, list_[i].key))
                votes += std::min(other.trust, trust_json_ld) * partial_agreement;
        }
        return votes;
    }

    [[nodiscard]] Headline count() const {
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t i = 0; i < list_.size(); ++i)
            if (list_[i].trust > 0) order.emplace_back(votes_for(i), i);
        std::stable_sort(order.begin(), order.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        Headline result;
        std::vector<std::string> keys;
        for (const auto& [votes, i] : order) {
            if (std::ranges::find(keys, list_[i].key) != keys.end()) continue;
            keys.push_back(list_[i].key);
            result.candidates.push_back(list_[i].text);
        }
        result.node = node_in(order);
        if (!result.candidates.empty())
            result.title = result.candidates.front();
        else if (!names_.empty() && !w_.head_is_foreign)
            result.title = names_.front(); // a page whose only title is the site's name
        return result;
    }

    // The best heading that shows the winner, else the best heading.
    [[nodiscard]] NodeId node_in(const std::vector<std::pair<double, std::size_t>>& order) const {
        for (const auto& [votes, i] : order)
            if (list_[i].node != html::no_node && list_[i].key == list_[order.front().second].key)
                return list_[i].node;
        for (const auto& [votes, i] : order)
            if (list_[i].node != html::no_node) return list_[i].node;
        return html::no_node;
    }

    const HeadlineWitnesses& w_;
    const html::Document& page_;
    std::vector<Candidate> list_;
    std::vector<std::string> names_; // titles that say no more than the site's name
};

} // namespace

Headline choose_headline(const HeadlineWitnesses& witnesses) {
    return Vote(witnesses).run();
}

} // namespace khabar::article
