#include "parsers/article/metadata/declared_dates.hpp"

#include "parsers/text/utf8.hpp"

#include <array>

namespace khabar::article {
namespace {

using namespace std::chrono;

constexpr double trust_json_ld = 10;
constexpr double trust_json_ld_page = 5;
// "Nov 05, 2025" in JSON-LD, or a publication later than the last change: site builders put the day of the
// site's own publication there. What the header shows is better.
constexpr double trust_json_ld_doubtful = 3.5;
constexpr double trust_article_meta = 9;
constexpr double trust_other_meta = 6;
constexpr double trust_plain_meta = 3; // "date": often the time of serving

constexpr std::array<std::string_view, 9> article_metas{
    "article:published_time", "og:article:published_time", "og:published_time",
    "article:published",      "article.published",         "datepublished",
    "rnews:datepublished",    "parsely-pub-date",          "og:article:published"};
constexpr std::array<std::string_view, 29> other_metas{"pubdate",
                                                       "publishdate",
                                                       "publish-date",
                                                       "publish_date",
                                                       "published_date",
                                                       "published-date",
                                                       "publication_date",
                                                       "publication-date",
                                                       "publisheddate",
                                                       "publicationdate",
                                                       "sailthru.date",
                                                       "dc.date.issued",
                                                       "dcterms.issued",
                                                       "dcterms.created",
                                                       "dc.date.created",
                                                       "cxenseparse:recs:publishtime",
                                                       "originalpublicationdate",
                                                       "displaydate",
                                                       "article_date_original",
                                                       "ptime",
                                                       "date_published",
                                                       "publishtime",
                                                       "citation_publication_date",
                                                       "citation_date",
                                                       "shareaholic:article_published_time",
                                                       "datecreated",
                                                       "created",
                                                       "article:post_date",
                                                       "published"};
constexpr std::array<std::string_view, 6> plain_metas{"date",          "dc.date",     "dcterms.date",
                                                      "dc.terms.date", "releasedate", "article:create_date"};
constexpr std::array<std::string_view, 12> updated_metas{
    "article:modified_time", "og:updated_time",  "article:modified", "datemodified",
    "dcterms.modified",      "dc.date.modified", "lastmod",          "last-modified",
    "og:modified_time",      "modified",         "updated_time",     "shareaholic:article_modified_time"};

class Head {
  public:
    Head(const DateWitnesses& witnesses, DateClaims& claims) : w_(witnesses), claims_(claims) {}

    void json_ld() {
        claims_.from("JSON-LD");
        if (w_.linked != nullptr) {
            const double trust =
                w_.linked->kind == LinkedArticle::Kind::article ? trust_json_ld : trust_json_ld_page;
            const double believed = is_doubtful(*w_.linked) ? trust_json_ld_doubtful : trust;
            claims_.hear(Field::published, w_.linked->published, believed);
            claims_.hear(Field::updated, w_.linked->modified, believed);
        }
        claims_.from("JSON-LD of the page");
        if (w_.linked_page != nullptr && w_.linked_page != w_.linked && !w_.head_is_foreign) {
            claims_.hear(Field::published, w_.linked_page->published, trust_json_ld_page);
            claims_.hear(Field::updated, w_.linked_page->modified, trust_json_ld_page);
        }
    }

    [[nodiscard]] bool is_doubtful(const LinkedArticle& item) const {
        if (item.published.empty()) return false;
        if (item.published.front() < '0' || item.published.front() > '9') return true;
        const auto first = date::parse(text::prefix(item.published, 64), claims_.context());
        const auto last = date::parse(text::prefix(item.modified, 64), claims_.context());
        return first && last && first->precision > date::Precision::day &&
               last->precision > date::Precision::day && last->instant() < first->instant() &&
               first->instant() - last->instant() < minutes(1);
    }

    void metas() {
        for (const auto key : article_metas)
            hear_meta(Field::published, key, trust_article_meta);
        for (const auto key : other_metas)
            hear_meta(Field::published, key, trust_other_meta);
        for (const auto key : plain_metas) { // one field of the CMS under several names: one voice
            const auto before = claims_.of(Field::published).size();
            hear_meta(Field::published, key, trust_plain_meta);
            if (claims_.of(Field::published).size() != before) break;
        }
        for (const auto key : updated_metas)
            hear_meta(Field::updated, key, trust_article_meta);
    }

    void hear_meta(Field field, std::string_view key, double trust) {
        claims_.from(key);
        claims_.hear(field, w_.facts.meta(key), trust);
    }

    const DateWitnesses& w_;
    DateClaims& claims_;
};

} // namespace

void hear_declared_dates(const DateWitnesses& witnesses, DateClaims& claims) {
    Head head(witnesses, claims);
    head.json_ld();
    if (!witnesses.head_is_foreign) head.metas();
}

} // namespace khabar::article
