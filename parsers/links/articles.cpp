#include "parsers/links/articles.hpp"

#include "parsers/links/anchors.hpp"
#include "parsers/links/cards.hpp"
#include "parsers/links/headline_shape.hpp"
#include "parsers/links/url_shape.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

namespace khabar::links {

namespace {

using html::Document;
using html::NodeId;

// Shares of a link's own score. They add up to 1; text and address say most.
constexpr double weight_headline = 0.40;
constexpr double weight_address = 0.30;
constexpr double weight_heading = 0.10;
constexpr double weight_picture = 0.08;
constexpr double weight_date = 0.08;
constexpr double weight_excerpt = 0.04;
// What takes away from it.
constexpr double cost_frame = 0.35;    // every link to the page stands in navigation, header or footer …
constexpr double cost_ticker = 0.10;   // … a header, and it reads like a headline: a news line
constexpr double cost_repeated = 0.30; // the same words lead there from several cards: an author, a section
constexpr std::size_t repeated = 3;
// How much a link's kin decide, where there are enough of them to tell.
constexpr double share_of_place = 0.45;
constexpr double share_of_family = 0.20;
constexpr std::size_t least_kin = 3;
// A link that stands beside this much of a headline ends the card of another.
constexpr double neighbour_shape = 0.25;
constexpr int place_levels = 5;

struct Judged {
    std::size_t best = 0;              // the anchor whose text reads most like a headline
    std::optional<std::size_t> headed; // the first that stands in a heading: its text is the title
    bool seen = false;
    bool only_frame = true;
    bool in_header = false;
    bool heading = false;
    bool picture = false;
    bool excerpt = false;
    double headline = 0;
    double own = 0;
    double final = 0;
    std::optional<date::DateTime> published;
};

// Words that lead to several pages ("read more", "comments") are no title of any.
void forget_shared_texts(Anchors& anchors) {
    std::unordered_map<std::string_view, std::unordered_set<std::uint32_t>> targets_of;
    for (const Anchor& anchor : anchors.list)
        targets_of[anchor.text].insert(anchor.target);
    std::vector<bool> shared;
    for (const Anchor& anchor : anchors.list)
        shared.push_back(targets_of[anchor.text].size() >= repeated);
    for (std::size_t i = 0; i < anchors.list.size(); ++i)
        if (shared[i]) anchors.list[i].text.clear();
}

// For each anchor whether the same words lead to the same page from several places: from a byline, say. Links
// that follow each other (picture, headline, "more") are one place.
std::vector<bool> repeated_links(const Anchors& anchors) {
    std::unordered_map<std::string, std::size_t> places;
    const auto name = [&](const Anchor& anchor) { return std::to_string(anchor.target) + ' ' + anchor.text; };
    for (std::size_t i = 0; i < anchors.list.size(); ++i)
        if (i == 0 || anchors.list[i - 1].target != anchors.list[i].target) ++places[name(anchors.list[i])];
    std::vector<bool> list;
    for (const Anchor& anchor : anchors.list)
        list.push_back(!anchor.text.empty() && places[name(anchor)] >= repeated);
    return list;
}

// Tag and first class of the link and of what is around it: equal for the cards of one listing. Digits are
// left out, for they number the cards.
std::string place_of(const Document& page, NodeId id) {
    std::string place;
    for (int level = 0; level < place_levels && id != html::no_node; ++level, id = page.node(id).parent) {
        const std::string_view tag = html::name(page.node(id).tag);
        const std::string_view classes = tag.empty() ? tag : page.attribute(id, "class");
        place.append(tag).push_back('.');
        std::ranges::remove_copy_if(classes.substr(0, classes.find(' ')), std::back_inserter(place),
                                    text::is_digit);
        place.push_back('>');
    }
    return place;
}

class Judge {
  public:
    Judge(const Document& page, const ListingHints& hints)
        : page_(page),
          anchors_(collect_anchors(page, hints.url)),
          facts_(page, {.now = hints.now, .offset = hints.offset}),
          judged_(anchors_.targets.size()) {
        forget_shared_texts(anchors_);
        repeated_ = repeated_links(anchors_);
        for (const Anchor& anchor : anchors_.list)
            shapes_.push_back(headline_shape(anchor.text));
        find_neighbours();
        for (std::size_t i = 0; i < anchors_.list.size(); ++i)
            look_at(i);
        for (std::uint32_t target = 0; target < judged_.size(); ++target)
            judged_[target].own = own_score(target);
        ask_kin();
    }

    [[nodiscard]] const Anchors& anchors() const noexcept { return anchors_; }
    [[nodiscard]] ArticleLink link(std::uint32_t target) const {
        const Judged& judged = judged_[target];
        return {anchors_.targets[target].url, anchors_.list[judged.headed.value_or(judged.best)].text,
                judged.final, judged.published};
    }

  private:
    // For each anchor the nearest ones to other pages that have something to say.
    void find_neighbours() {
        const std::size_t count = anchors_.list.size();
        before_.assign(count, html::no_node);
        after_.assign(count, html::no_node);
        const auto scan = [&](std::size_t i, std::vector<NodeId>& out, std::size_t& nearest,
                              std::size_t& other) {
            // `nearest` and `other` are the last two substantial anchors to different targets.
            const auto target = [&](std::size_t at) { return anchors_.list[at].target; };
            if (nearest != npos && target(nearest) != target(i))
                out[i] = anchors_.list[nearest].node;
            else if (other != npos)
                out[i] = anchors_.list[other].node;
            if (shapes_[i] < neighbour_shape || repeated_[i]) return;
            if (nearest != npos && target(nearest) != target(i)) other = nearest;
            nearest = i;
        };
        std::size_t nearest = npos;
        std::size_t other = npos;
        for (std::size_t i = 0; i < count; ++i)
            scan(i, before_, nearest, other);
        nearest = other = npos;
        for (std::size_t i = count; i-- > 0;)
            scan(i, after_, nearest, other);
    }

    void look_at(std::size_t i) {
        const Anchor& anchor = anchors_.list[i];
        Judged& judged = judged_[anchor.target];
        judged.only_frame = judged.only_frame && anchor.in_frame;
        judged.in_header = judged.in_header || anchor.in_header;
        judged.heading = judged.heading || anchor.in_heading;
        if (!judged.headed && anchor.in_heading && !anchor.text.empty()) judged.headed = i;
        const Card card = facts_.card(anchor.node, before_[i], after_[i]);
        judged.picture = judged.picture || anchor.has_picture || card.picture;
        judged.excerpt = judged.excerpt || card.excerpt;
        if (!judged.published) judged.published = card.published;
        const Anchor& best = anchors_.list[judged.best];
        const bool better = !judged.seen || shapes_[i] > judged.headline ||
                            (shapes_[i] == judged.headline && anchor.text.size() > best.text.size());
        if (better) {
            judged.best = i;
            judged.headline = shapes_[i];
        }
        judged.seen = true;
    }

    [[nodiscard]] double own_score(std::uint32_t target) const {
        const Judged& judged = judged_[target];
        const auto url = url::Url::parse(anchors_.targets[target].url);
        double score = weight_headline * judged.headline;
        if (url) score += weight_address * url_shape(*url);
        if (judged.heading) score += weight_heading;
        if (judged.picture) score += weight_picture;
        if (judged.published) score += weight_date;
        if (judged.excerpt) score += weight_excerpt;
        const double relief = judged.in_header ? judged.headline * (cost_frame - cost_ticker) : 0;
        if (judged.only_frame) score -= cost_frame - relief;
        if (repeated_[judged.best] && judged.headline < 1) score -= cost_repeated;
        return std::clamp(score, 0.0, 1.0);
    }

    // A link becomes more like its kin: those in the same place of the markup, and those of the same shape of
    // address.
    void ask_kin() {
        struct Kin {
            double sum = 0;
            std::size_t count = 0;
        };
        std::unordered_map<std::string, Kin> kin;
        std::vector<std::string> places;
        std::vector<std::string> families;
        for (std::uint32_t target = 0; target < judged_.size(); ++target) {
            const Judged& judged = judged_[target];
            places.push_back("@" + place_of(page_, anchors_.list[judged.best].node));
            const auto url = url::Url::parse(anchors_.targets[target].url);
            families.push_back(url ? url_family(*url) : std::string());
            for (const std::string& group : {places.back(), families.back()}) {
                kin[group].sum += judged.own;
                ++kin[group].count;
            }
        }
        for (std::uint32_t target = 0; target < judged_.size(); ++target) {
            double score = judged_[target].own;
            for (const auto& [group, share] :
                 {std::pair(places[target], share_of_place), std::pair(families[target], share_of_family)}) {
                const Kin& group_kin = kin[group];
                if (group_kin.count < least_kin) continue;
                const double mean = group_kin.sum / static_cast<double>(group_kin.count);
                score += share * (mean - judged_[target].own);
            }
            judged_[target].final = std::clamp(score, 0.0, 1.0);
        }
    }

    static constexpr std::size_t npos = ~std::size_t{0};

    const Document& page_;
    Anchors anchors_;
    CardFacts facts_;
    std::vector<bool> repeated_;
    std::vector<double> shapes_;
    std::vector<NodeId> before_, after_;
    std::vector<Judged> judged_;
};

// Of each node whether it matches or stands below what matches.
std::vector<bool> inside(const Document& page, const std::optional<html::Selector>& selector) {
    std::vector<bool> in(page.nodes().size(), !selector);
    if (!selector) return in;
    for (const NodeId id : selector->select(page))
        std::fill(in.begin() + id, in.begin() + page.node(id).end, true);
    return in;
}

} // namespace

std::vector<ArticleLink> article_links(const Document& page, const ListingHints& hints, double least) {
    const Judge judge(page, hints);
    std::vector<ArticleLink> links;
    for (std::uint32_t target = 0; target < judge.anchors().targets.size(); ++target) {
        ArticleLink link = judge.link(target);
        if (link.score >= least) links.push_back(std::move(link));
    }
    std::ranges::stable_sort(links, std::ranges::greater{}, &ArticleLink::score);
    if (links.size() > max_articles) links.resize(max_articles);
    return links;
}

std::vector<ArticleLink> chosen_links(const Document& page, const ListingHints& hints, const Choice& choice) {
    const Judge judge(page, hints);
    const std::vector<bool> in = inside(page, choice.selector);
    std::vector<bool> taken(judge.anchors().targets.size());
    std::vector<ArticleLink> links;
    for (const Anchor& anchor : judge.anchors().list) {
        if (!in[anchor.node] || taken[anchor.target] || links.size() >= max_articles) continue;
        taken[anchor.target] = true;
        const std::string& address = judge.anchors().targets[anchor.target].url;
        const auto url = url::Url::parse(address);
        if (choice.pattern && (!url || !choice.pattern->matches(*url))) continue;
        links.push_back(judge.link(anchor.target));
    }
    return links;
}

} // namespace khabar::links
