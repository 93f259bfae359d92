#include "parsers/article/body/class_vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace khabar::article {

namespace {

constexpr std::string_view key(const ClutterWord& entry) {
    return entry.word;
}
constexpr std::string_view key(std::string_view entry) {
    return entry;
}

template <typename Table>
constexpr Table sorted(Table table) {
    std::sort(table.begin(), table.end(), [](const auto& a, const auto& b) { return key(a) < key(b); });
    return table;
}

// A table in order, and where in it each first letter begins: three of four comparisons are saved, and every
// class of a page is looked up.
template <typename Entry, std::size_t count>
struct Vocabulary {
    std::array<Entry, count> entries;
    std::array<std::uint16_t, 257> begins{};

    explicit constexpr Vocabulary(const std::array<Entry, count>& table) : entries(sorted(table)) {
        std::size_t at = 0;
        for (std::size_t letter = 0; letter < begins.size(); ++letter) {
            while (at < count && static_cast<unsigned char>(key(entries[at])[0]) < letter)
                ++at;
            begins[letter] = static_cast<std::uint16_t>(at);
        }
    }

    [[nodiscard]] const Entry* find(std::string_view word) const noexcept {
        if (word.empty()) return nullptr;
        const auto letter = static_cast<unsigned char>(word[0]);
        const auto* const end = entries.data() + begins[letter + 1u];
        const auto* const found =
            std::lower_bound(entries.data() + begins[letter], end, word,
                             [](const Entry& entry, std::string_view wanted) { return key(entry) < wanted; });
        return found != end && key(*found) == word ? found : nullptr;
    }
};

constexpr auto words = Vocabulary(std::to_array<ClutterWord>({
    {"survey", Reason::form},
    {"polls", Reason::form},
    {"poll", Reason::form},
    {"embeds", Reason::embed},
    {"oembed", Reason::embed},
    {"embed", Reason::embed},
    {"offscreen", Reason::hidden, true},
    {"screenreader", Reason::hidden, true},
    {"visuallyhidden", Reason::hidden, true},
    {"teasers", Reason::related},
    {"teaser", Reason::related},
    {"bildunterschrift", Reason::caption},
    {"legend", Reason::caption},
    {"affiliate", Reason::notice},
    {"postmeta", Reason::byline},
    {"postmetadata", Reason::byline},
    {"tooltip", Reason::hidden},
    {"whatsapp", Reason::share},
    {"singlepostmeta", Reason::byline},
    {"mediainfo", Reason::caption},
    {"carousel", Reason::caption},
    {"slideshow", Reason::caption},
    {"gallery", Reason::caption},
    {"lightbox", Reason::caption},
    {"addthis", Reason::share, true},
    {"addtoany", Reason::share, true},
    {"adsense", Reason::advertisement, true},
    {"adsbygoogle", Reason::advertisement, true},
    {"advert", Reason::advertisement},
    {"advertisement", Reason::advertisement},
    {"advertising", Reason::advertisement},
    {"authorbox", Reason::author_box},
    {"backtotop", Reason::navigation},
    {"bio", Reason::author_box},
    {"biography", Reason::author_box},
    {"breadcrumb", Reason::navigation, true},
    {"breadcrumbs", Reason::navigation, true},
    {"byline", Reason::byline},
    {"bylines", Reason::byline},
    {"caption", Reason::caption},
    {"commentaires", Reason::comments},
    {"commentlist", Reason::comments, true},
    {"comments", Reason::comments},
    {"consent", Reason::notice},
    {"cookie", Reason::notice},
    {"cta", Reason::newsletter},
    {"cookies", Reason::notice},
    {"disclaimer", Reason::footer},
    {"disqus", Reason::comments, true},
    {"donate", Reason::notice},
    {"donation", Reason::notice},
    {"figcaption", Reason::caption},
    {"footer", Reason::footer},
    {"gdpr", Reason::notice},
    {"jp-relatedposts", Reason::related, true},
    {"login", Reason::notice},
    {"masthead", Reason::navigation},
    {"menu", Reason::navigation},
    {"metadata", Reason::byline},
    {"modal", Reason::notice},
    {"nav", Reason::navigation},
    {"navbar", Reason::navigation},
    {"navigation", Reason::navigation},
    {"newsletter", Reason::newsletter},
    {"newsletters", Reason::newsletter},
    {"outbrain", Reason::related, true},
    {"pager", Reason::navigation},
    {"pagination", Reason::navigation},
    {"popup", Reason::notice},
    {"promo", Reason::related},
    {"promos", Reason::related},
    {"recirc", Reason::related},
    {"recirculation", Reason::related},
    {"recommendation", Reason::related},
    {"recommendations", Reason::related},
    {"recommended", Reason::related},
    {"related", Reason::related},
    {"relatedposts", Reason::related, true},
    {"respond", Reason::comments},
    {"sharebar", Reason::share, true},
    {"sharedaddy", Reason::share, true},
    {"sharing", Reason::share},
    {"sharethis", Reason::share, true},
    {"sidebar", Reason::sidebar},
    {"signup", Reason::newsletter},
    {"sitemap", Reason::footer},
    {"skyscraper", Reason::advertisement},
    {"sociable", Reason::share},
    {"social", Reason::share},
    {"socials", Reason::share},
    {"sponsored", Reason::advertisement},
    {"subscribe", Reason::newsletter},
    {"subscription", Reason::newsletter},
    {"subscriptions", Reason::newsletter},
    {"taboola", Reason::related, true},
    {"tagcloud", Reason::tags},
    {"timestamp", Reason::byline},
    {"toolbar", Reason::navigation},
    {"trending", Reason::related},
    {"zergnet", Reason::related, true},
}));

constexpr auto pairs = Vocabulary(std::to_array<ClutterWord>({
    {"slide-caption", Reason::caption},
    {"video-overlay", Reason::caption},
    {"video-data", Reason::caption},
    {"video-info", Reason::caption},
    {"video-title", Reason::caption},
    {"video-meta", Reason::caption},
    {"video-duration", Reason::caption},
    {"pic-box", Reason::caption},
    {"gallery-caption", Reason::caption},
    {"copyright-info", Reason::caption},
    {"picture-caption", Reason::caption},
    {"media-credit", Reason::caption},
    {"media-info", Reason::caption},
    {"video-caption", Reason::caption},
    {"media-caption", Reason::caption},
    {"bluesky-embed", Reason::embed},
    {"opt-in", Reason::embed},
    {"fb-root", Reason::embed},
    {"fb-post", Reason::embed},
    {"tiktok-embed", Reason::embed},
    {"instagram-media", Reason::embed},
    {"twitter-tweet", Reason::embed},
    {"reader-text", Reason::hidden, true},
    {"sr-only", Reason::hidden, true},
    {"visually-hidden", Reason::hidden, true},
    {"about-author", Reason::author_box},
    {"ad-banner", Reason::advertisement},
    {"ad-container", Reason::advertisement},
    {"ad-slot", Reason::advertisement},
    {"ad-unit", Reason::advertisement},
    {"ad-wrapper", Reason::advertisement},
    {"adjacent-posts", Reason::navigation},
    {"also-read", Reason::related},
    {"article-author", Reason::byline},
    {"article-date", Reason::byline},
    {"article-info", Reason::byline},
    {"article-meta", Reason::byline},
    {"article-share", Reason::share},
    {"article-tags", Reason::tags},
    {"article-topics", Reason::tags},
    {"author-about", Reason::author_box},
    {"author-area", Reason::author_box},
    {"author-bio", Reason::author_box},
    {"author-box", Reason::author_box},
    {"author-card", Reason::author_box},
    {"author-description", Reason::author_box},
    {"author-info", Reason::author_box},
    {"autor-info", Reason::author_box},
    {"autor-box", Reason::author_box},
    {"author-meta", Reason::byline},
    {"author-profile", Reason::author_box},
    {"back-top", Reason::navigation},
    {"bio-box", Reason::author_box},
    {"cat-links", Reason::tags},
    {"comment-area", Reason::comments},
    {"comment-box", Reason::comments},
    {"comment-body", Reason::comments},
    {"comment-content", Reason::comments},
    {"comment-count", Reason::comments},
    {"comment-form", Reason::comments},
    {"comment-list", Reason::comments, true},
    {"comment-reply", Reason::comments, true},
    {"comment-respond", Reason::comments, true},
    {"comment-section", Reason::comments},
    {"comment-thread", Reason::comments},
    {"comment-wrapper", Reason::comments},
    {"comments-area", Reason::comments, true},
    {"entry-meta", Reason::byline},
    {"entry-tags", Reason::tags},
    {"follow-us", Reason::share},
    {"further-reading", Reason::related},
    {"image-credit", Reason::caption},
    {"latest-news", Reason::related},
    {"latest-posts", Reason::related},
    {"image-caption", Reason::caption},
    {"image-description", Reason::caption},
    {"image-text", Reason::caption},
    {"img-caption", Reason::caption},
    {"inline-promo", Reason::related},
    {"keyword-list", Reason::tags},
    {"more-articles", Reason::related},
    {"more-from", Reason::related},
    {"more-news", Reason::related},
    {"more-on", Reason::related},
    {"more-posts", Reason::related},
    {"more-stories", Reason::related},
    {"most-popular", Reason::related},
    {"most-read", Reason::related},
    {"most-viewed", Reason::related},
    {"mailing-list", Reason::newsletter},
    {"meta-data", Reason::byline},
    {"next-post", Reason::navigation},
    {"next-prev", Reason::navigation},
    {"photo-caption", Reason::caption},
    {"photo-credit", Reason::caption},
    {"popular-posts", Reason::related},
    {"post-author", Reason::byline},
    {"post-date", Reason::byline},
    {"post-footer", Reason::footer},
    {"post-info", Reason::byline},
    {"post-meta", Reason::byline},
    {"post-navigation", Reason::navigation},
    {"post-share", Reason::share},
    {"post-tags", Reason::tags},
    {"prev-next", Reason::navigation},
    {"profile-bio", Reason::author_box},
    {"profile-box", Reason::author_box},
    {"profile-container", Reason::author_box},
    {"profile-description", Reason::author_box},
    {"profile-text", Reason::author_box},
    {"publication-date", Reason::byline},
    {"publish-date", Reason::byline},
    {"read-also", Reason::related},
    {"read-more", Reason::related},
    {"read-next", Reason::related},
    {"reading-time", Reason::byline},
    {"recent-posts", Reason::related},
    {"recommended-articles", Reason::related},
    {"see-also", Reason::related},
    {"share-bar", Reason::share},
    {"share-box", Reason::share},
    {"share-button", Reason::share},
    {"share-buttons", Reason::share},
    {"share-icons", Reason::share},
    {"share-links", Reason::share},
    {"share-post", Reason::share},
    {"share-this", Reason::share},
    {"share-tools", Reason::share},
    {"site-footer", Reason::footer, true},
    {"site-header", Reason::navigation},
    {"skip-link", Reason::navigation},
    {"story-meta", Reason::byline},
    {"story-tags", Reason::tags},
    {"tag-cloud", Reason::tags},
    {"tag-links", Reason::tags},
    {"tag-list", Reason::tags},
    {"tags-links", Reason::tags},
    {"top-stories", Reason::related},
    {"user-comments", Reason::comments},
    {"you-may", Reason::related},
}));

constexpr auto whole_names = Vocabulary(std::to_array<ClutterWord>({
    {"about-me", Reason::author_box},
    {"about-us", Reason::author_box},
    {"profile", Reason::author_box},
    {"secondary", Reason::sidebar},
}));

constexpr auto content_names = Vocabulary(std::to_array<std::string_view>({
    "article-body",
    "article-body-content",
    "article-content",
    "article-content-body",
    "article-detail-content",
    "article-main-content",
    "article-text",
    "articlebody",
    "articlecontent",
    "body-content",
    "body-text",
    "content-article",
    "content-body",
    "content-inner",
    "content-text",
    "detail-content",
    "detail-text",
    "details-content",
    "entry-content",
    "entry-content-wrap",
    "entry-text",
    "entrytext",
    "main-article-content",
    "news-body",
    "news-content",
    "news-detail",
    "news-text",
    "newsbody",
    "post-body",
    "post-content",
    "post-entry",
    "post-text",
    "postbody",
    "postcontent",
    "rich-text",
    "s-ct",
    "single-content",
    "single-post-content",
    "story-body",
    "story-content",
    "story-text",
    "storybody",
    "storycontent",
    "td-post-content",
    "text-content",
    "the-content",
    "theiapostslider",
    "wp-block-post-content",
    "wysiwyg",
}));

} // namespace

const ClutterWord* clutter_word(std::string_view word) noexcept {
    return words.find(word);
}
const ClutterWord* clutter_pair(std::string_view pair) noexcept {
    return pairs.find(pair);
}
const ClutterWord* clutter_name(std::string_view name) noexcept {
    return whole_names.find(name);
}
bool is_content_name(std::string_view name) noexcept {
    return content_names.find(name) != nullptr;
}

} // namespace khabar::article
