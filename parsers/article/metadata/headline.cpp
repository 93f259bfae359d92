#include "parsers/article/metadata/headline.hpp"

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/article/metadata/entities.hpp"
#include "parsers/article/metadata/heading_trust.hpp"
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

// Trust of each witness; of what is shown heading_trust tells. The head often carries a title rewritten for
// search engines, and JSON-LD either.
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
constexpr std::size_t max_beside_bytes = 40; // "(paper.example) 87"; more is a standfirst
constexpr NodeId max_heading_nodes = 12;     // looked at for a kicker

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

bool begins_or_ends(std::string_view longer, std::string_view part) {
    return longer.size() > part.size() &&
           (longer.starts_with(std::string(part) + " ") || longer.ends_with(" " + std::string(part)));
}

class Vote {
  public:
    explicit Vote(const HeadlineWitnesses& witnesses) : w_(witnesses), page_(witnesses.facts.page()) {}

    Headline run() {
        add_head();
        if (w_.front_page && !list_.empty()) return count();
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
             NodeId node = html::no_node, bool logo = false) {
        auto text = once(plain_value(raw));
        if (text.size() > max_title_bytes || title_letters(text).size() < min_title_letters) return;
        auto key = title_key(text);
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

    void add_headings() {
        const HeadingTrust trust(w_);
        for (const NodeId id : w_.facts.headings) {
            const auto tag = page_.node(id).tag;
            if (tag == Tag::meta || tag == Tag::body || tag == Tag::article || trust.is_hidden(id)) continue;
            const auto text = w_.facts.shown(id, max_title_bytes + 1);
            add(text, trust.of(id, text), tag == Tag::h1 ? "<h1>" : "marked heading", Voice::heading, id,
                trust.is_logo(id));
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
        const Candidate* const og = stated_by(Voice::og);
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

    [[nodiscard]] Candidate* stated_by(Voice voice) {
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
        Candidate* const linked = stated_by(Voice::linked);
        const Candidate* const og = stated_by(Voice::og);
        if (linked == nullptr || og == nullptr || linked->key != og->key) return;
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
            else if (begins_or_ends(list_[i].key, other.key) || begins_or_ends(other.key, list_[i].key))
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
