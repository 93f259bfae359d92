#include "parsers/article/metadata/json_ld.hpp"

#include "parsers/article/metadata/entities.hpp"
#include "parsers/article/metadata/json_repair.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace khabar::article {
namespace {

namespace json = boost::json;

constexpr std::size_t max_depth = 32;
constexpr std::size_t max_roots = 8; // objects written one behind the other in one block
constexpr std::size_t max_list = 32; // authors or keywords read of one item
constexpr std::size_t max_body_bytes = 512u << 10;

constexpr std::array<std::string_view, 19> article_types{"Article",
                                                         "NewsArticle",
                                                         "ReportageNewsArticle",
                                                         "OpinionNewsArticle",
                                                         "AnalysisNewsArticle",
                                                         "BackgroundNewsArticle",
                                                         "ReviewNewsArticle",
                                                         "AskPublicNewsArticle",
                                                         "AdvertiserContentArticle",
                                                         "SatiricalArticle",
                                                         "ScholarlyArticle",
                                                         "TechArticle",
                                                         "Report",
                                                         "BlogPosting",
                                                         "LiveBlogPosting",
                                                         "SocialMediaPosting",
                                                         "DiscussionForumPosting",
                                                         "MedicalScholarlyArticle",
                                                         "Review"};
constexpr std::array<std::string_view, 11> work_types{
    "VideoObject", "NewsVideo", "CreativeWork", "Recipe", "PodcastEpisode", "AudioObject",
    "Product",     "Event",     "Book",         "HowTo",  "FAQPage"};
constexpr std::array<std::string_view, 6> page_types{"WebPage",   "ItemPage",       "CollectionPage",
                                                     "AboutPage", "MedicalWebPage", "QAPage"};

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::ranges::find(list, word) != list.end();
}

// Bytes of the first object or array of repaired JSON; all of it where it never closes.
std::size_t root_length(std::string_view text) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && (depth == 0 || --depth == 0)) {
            return at + 1;
        }
    }
    return text.size();
}

// Everything parseable in the block; several roots where they stand one behind the other.
std::vector<json::value> parse_roots(std::string_view text) {
    std::vector<json::value> roots;
    json::parse_options options;
    options.max_depth = max_depth;
    options.allow_invalid_utf8 = true;
    options.allow_comments = true;
    options.allow_trailing_commas = true;
    while (!text.empty() && roots.size() < max_roots) {
        const auto length = root_length(text);
        json::error_code error;
        auto root = json::parse(json::string_view(text.data(), length), error, {}, options);
        if (error) break;
        roots.push_back(std::move(root));
        text.remove_prefix(length);
        while (!text.empty() && std::string_view(" \t\r\n,;").find(text.front()) != std::string_view::npos)
            text.remove_prefix(1);
    }
    return roots;
}

const json::value* member(const json::object& object, std::string_view key) {
    return object.if_contains(key);
}

// The value's own text: of a string, of "@value" or "name" in an object, of an array's first element.
std::string_view text_in(const json::value* value) {
    for (int hops = 0; value != nullptr && hops < 4; ++hops) {
        if (const auto* text = value->if_string()) return *text;
        if (const auto* list = value->if_array()) {
            value = list->empty() ? nullptr : &list->front();
        } else if (const auto* object = value->if_object()) {
            const auto* inner = member(*object, "@value");
            value = inner != nullptr ? inner : member(*object, "name");
        } else {
            return {};
        }
    }
    return {};
}

std::string plain(const json::object& object, std::string_view key) {
    return plain_value(text_in(member(object, key)));
}

// {"givenName": "Jane", "familyName": "Doe"}
bool is_named_in_parts(const json::object& person) {
    return !text_in(member(person, "familyName")).empty() && !text_in(member(person, "givenName")).empty();
}

std::string_view address_in(const json::value* value) {
    for (int hops = 0; value != nullptr && hops < 4; ++hops) {
        if (const auto* text = value->if_string()) return *text;
        if (const auto* list = value->if_array()) {
            value = list->empty() ? nullptr : &list->front();
        } else if (const auto* object = value->if_object()) {
            const auto* url = member(*object, "url");
            if (url == nullptr) url = member(*object, "contentUrl");
            value = url != nullptr ? url : member(*object, "@id");
        } else {
            return {};
        }
    }
    return {};
}

// "http://schema.org/NewsArticle" and "NewsArticle" are one; several types may be given.
template <typename Test>
bool has_type(const json::object& object, Test test) {
    const auto* type = member(object, "@type");
    if (type == nullptr) return false;
    const auto check = [&](const json::value& one) {
        const auto* name = one.if_string();
        if (name == nullptr) return false;
        const std::string_view full(*name);
        return test(full.substr(full.find_last_of("/:#") + 1));
    };
    if (const auto* list = type->if_array()) return std::ranges::any_of(*list, check);
    return check(*type);
}

std::optional<LinkedArticle::Kind> kind_of(const json::object& object) {
    if (has_type(object, [](auto t) { return one_of(t, article_types); }))
        return LinkedArticle::Kind::article;
    if (has_type(object, [](auto t) { return one_of(t, work_types); })) return LinkedArticle::Kind::work;
    if (has_type(object, [](auto t) { return one_of(t, page_types); })) return LinkedArticle::Kind::page;
    return std::nullopt;
}

class Reader {
  public:
    LinkedData read(std::span<const std::string> blocks) {
        std::vector<std::vector<json::value>> kept;
        for (const auto& block : blocks.first(std::min(blocks.size(), max_json_ld_blocks))) {
            if (block.size() > max_json_ld_bytes) continue;
            auto roots = parse_roots(repair_json(block));
            if (!roots.empty()) kept.push_back(std::move(roots));
        }
        for (const auto& roots : kept)
            for (const auto& root : roots)
                walk(root);
        for (const auto& [object, nested] : found_)
            take(*object, nested);
        return std::move(data_);
    }

  private:
    // Depth first with a list of its own; notes every object with an @id and every item of a kind we read.
    void walk(const json::value& root) {
        struct Step {
            const json::value* value;
            bool nested;
        };
        std::vector<Step> steps{{&root, false}};
        std::size_t visited = 0;
        while (!steps.empty() && ++visited < 20'000) {
            const auto [value, nested] = steps.back();
            steps.pop_back();
            if (const auto* list = value->if_array()) {
                for (std::size_t i = list->size(); i > 0; --i)
                    steps.push_back({&(*list)[i - 1], nested});
            } else if (const auto* object = value->if_object()) {
                note(*object, nested);
                const bool item =
                    kind_of(*object).has_value() || has_type(*object, [](auto t) { return t == "ItemList"; });
                for (const auto& [key, inner] : *object) {
                    const bool main = key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage" ||
                                      key == "hasPart";
                    if (inner.is_object() || inner.is_array())
                        steps.push_back({&inner, nested || (item && !main)});
                }
            }
        }
    }

    void note(const json::object& object, bool nested) {
        if (const auto* id = member(object, "@id"); id != nullptr && id->is_string() && object.size() > 1)
            by_id_.try_emplace(std::string(id->as_string()), &object);
        if (found_.size() < max_json_ld_items && kind_of(object)) found_.push_back({&object, nested});
        if (data_.site.empty() && has_type(object, [](auto t) { return t == "WebSite"; }))
            data_.site = plain(object, "name");
    }

    // An author is a string, an object, a reference to one, or a list of these.
    void add_authors(const json::value* value, LinkedArticle& article) {
        if (value == nullptr) return;
        std::vector<const json::value*> people;
        if (const auto* list = value->if_array())
            for (const auto& one : *list) {
                if (people.size() < max_list) people.push_back(&one);
            }
        else
            people.push_back(value);
        for (const auto* one : people) {
            const auto* object = one->if_object();
            if (object != nullptr && member(*object, "name") == nullptr && !is_named_in_parts(*object)) {
                const auto* id = member(*object, "@id");
                const auto at = id != nullptr && id->is_string() ? by_id_.find(std::string(id->as_string()))
                                                                 : by_id_.end();
                if (at == by_id_.end()) continue;
                object = at->second;
            }
            const bool organization =
                object != nullptr && has_type(*object, [](auto t) { return t.ends_with("Organization"); });
            auto& list = organization ? article.organizations : article.authors;
            const auto* name = object != nullptr ? member(*object, "name") : one;
            if (name == nullptr) {
                if (list.size() < max_list && is_named_in_parts(*object))
                    list.push_back(plain(*object, "givenName") + ' ' + plain(*object, "familyName"));
                continue;
            }
            if (const auto* names = name->if_array()) { // {"name": ["A", "B"]}
                for (const auto& part : *names)
                    if (list.size() < max_list) list.push_back(plain_value(text_in(&part)));
            } else if (list.size() < max_list) {
                list.push_back(plain_value(text_in(name)));
            }
        }
    }

    static void add_keywords(const json::value* value, LinkedArticle& article) {
        if (value == nullptr) return;
        const auto add = [&](std::string_view list) {
            for (std::size_t begin = 0; begin < list.size() && article.keywords.size() < max_list;) {
                const auto end = std::min(list.find(',', begin), list.size());
                auto word = plain_value(list.substr(begin, end - begin));
                if (!word.empty()) article.keywords.push_back(std::move(word));
                begin = end + 1;
            }
        };
        if (const auto* list = value->if_array()) {
            for (const auto& one : *list)
                if (article.keywords.size() < max_list) add(text_in(&one));
        } else {
            add(text_in(value));
        }
    }

    void take(const json::object& object, bool nested) {
        LinkedArticle article;
        article.kind = *kind_of(object);
        article.nested = nested;
        article.headline = plain(object, "headline");
        article.name = plain(object, "name");
        article.description = plain(object, "description");
        article.section = plain(object, "articleSection");
        article.language = plain(object, "inLanguage");
        article.publisher = organization_name(member(object, "publisher"));
        article.published = text_in(member(object, "datePublished"));
        if (article.published.empty()) article.published = text_in(member(object, "uploadDate"));
        if (article.published.empty()) article.published = text_in(member(object, "dateCreated"));
        article.modified = text_in(member(object, "dateModified"));
        article.image = address_in(member(object, "image"));
        if (article.image.empty()) article.image = address_in(member(object, "thumbnailUrl"));
        article.url = address_in(member(object, "url"));
        if (article.url.empty()) article.url = address_in(member(object, "mainEntityOfPage"));
        article.credit = organization_name(member(object, "sourceOrganization"));
        const auto body = text_in(member(object, "articleBody"));
        article.body = decode_entities(text::prefix(body, max_body_bytes));
        add_authors(member(object, "author"), article);
        if (article.authors.empty() && article.organizations.empty())
            add_authors(member(object, "creator"), article);
        add_keywords(member(object, "keywords"), article);
        if (data_.site.empty()) data_.site = article.publisher;
        data_.articles.push_back(std::move(article));
    }

    std::string organization_name(const json::value* value) {
        auto name = plain_value(text_in(value));
        if (!name.empty() || value == nullptr) return name;
        const auto* list = value->if_array();
        const auto* object =
            list != nullptr && !list->empty() ? list->front().if_object() : value->if_object();
        const auto* id = object != nullptr ? member(*object, "@id") : nullptr;
        const auto at =
            id != nullptr && id->is_string() ? by_id_.find(std::string(id->as_string())) : by_id_.end();
        return at == by_id_.end() ? std::string() : plain(*at->second, "name");
    }

    LinkedData data_;
    std::vector<std::pair<const json::object*, bool>> found_;
    std::unordered_map<std::string, const json::object*> by_id_;
};

} // namespace

LinkedData read_json_ld(std::span<const std::string> blocks) {
    return Reader().read(blocks);
}

} // namespace khabar::article
