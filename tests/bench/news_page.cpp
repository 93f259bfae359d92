#include "tests/bench/news_page.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace khabar::bench {

namespace {

constexpr std::array<std::string_view, 24> english{
    "council", "harbour", "minister", "market", "storm",  "teacher", "budget", "railway",
    "museum",  "border",  "winter",   "judge",  "bridge", "valley",  "garden", "police",
    "school",  "river",   "worker",   "price",  "street", "doctor",  "farmer", "ship"};
constexpr std::array<std::string_view, 24> arabic{
    "المجلس",  "المرفأ", "الوزير", "السوق",  "العاصفة", "المعلم", "الموازنة", "القطار",
    "المتحف",  "الحدود", "الشتاء", "القاضي", "الجسر",   "الوادي", "الحديقة",  "الشرطة",
    "المدرسة", "النهر",  "العامل", "السعر",  "الشارع",  "الطبيب", "المزارع",  "السفينة"};

class Writer {
  public:
    explicit Writer(const PageShape& shape) : shape_(shape) {}

    std::string run() {
        out_ = shape_.arabic ? "<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n"
                             : "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n";
        title_ = words(9);
        head();
        out_ += "</head>\n<body class=\"single single-post wp-embed\">\n<div id=\"page\" class=\"site\">\n";
        header();
        article();
        sidebar();
        footer();
        return std::move(out_) + "</div>\n</body>\n</html>\n";
    }

  private:
    std::uint64_t random() { // splitmix64
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    std::string words(std::size_t count) {
        const auto& list = shape_.arabic ? arabic : english;
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            text.append(text.empty() ? "" : " ").append(list[random() % list.size()]);
            if (i % 11 == 7 && i + 1 < count) text += shape_.arabic ? "،" : ",";
        }
        return text;
    }

    void paragraph(std::size_t count, std::string_view attributes = "") {
        out_.append("<p").append(attributes).append(">").append(words(count));
        out_.append(" <a href=\"/tag/").append(std::to_string(random() % 900)).append("\">").append(words(2));
        out_.append("</a> <strong>")
            .append(words(2))
            .append("</strong> ")
            .append(words(count / 2))
            .append(".</p>\n");
    }

    // As minified programs look; no worse and no better for a scanner than real ones.
    void script(std::size_t bytes) {
        out_ += "<script>";
        for (const std::size_t end = out_.size() + bytes; out_.size() < end;)
            out_.append("(function(e,t){var n=e[\"")
                .append(std::to_string(random() % 100000))
                .append("\"];if(n<t.length){t.push('<div class=\"ad\">'+n+\"</\"+'div>')}return "
                        "n||{}})(window,[]);");
        out_ += "</script>\n";
    }

    void style(std::size_t bytes) {
        out_ += "<style>";
        for (const std::size_t end = out_.size() + bytes; out_.size() < end;)
            out_.append(".c")
                .append(std::to_string(random() % 100000))
                .append(" > a:hover{margin:0 4px;color:#1a2b3c}");
        out_ += "</style>\n";
    }

    void head() {
        out_.append("<meta charset=\"utf-8\"><title>")
            .append(title_)
            .append(" | The Daily Example</title>\n");
        out_.append("<meta property=\"og:title\" content=\"").append(title_).append("\">\n");
        out_.append("<meta property=\"og:site_name\" content=\"The Daily Example\">\n<meta "
                    "name=\"description\" content=\"");
        out_.append(words(24)).append(
            "\">\n<meta property=\"article:published_time\" content=\"2024-05-06T07:08:09+03:00\">\n");
        for (int i = 0; i < 30; ++i)
            out_.append("<link rel=\"preload\" as=\"style\" href=\"/assets/")
                .append(std::to_string(i))
                .append(".css?ver=6.5\">\n");
        style(shape_.style_bytes);
        script(shape_.script_bytes / 2);
        out_.append("<script "
                    "type=\"application/ld+json\">{\"@context\":\"https://"
                    "schema.org\",\"@type\":\"NewsArticle\",")
            .append("\"headline\":\"")
            .append(title_)
            .append("\",\"datePublished\":\"2024-05-06T07:08:09+03:00\",")
            .append("\"author\":{\"@type\":\"Person\",\"name\":\"Nadia Karam\"}}</script>\n");
    }

    void header() {
        out_ += "<header class=\"site-header\"><nav class=\"main-menu\"><ul>\n";
        for (std::size_t i = 0; i < shape_.menu_links; ++i)
            out_.append("<li class=\"menu-item menu-item-")
                .append(std::to_string(i))
                .append("\"><a href=\"/section/")
                .append(std::to_string(i))
                .append("\">")
                .append(words(2))
                .append("</a></li>\n");
        out_ += "</ul></nav></header>\n<!-- end of the header -->\n";
    }

    void article() {
        out_.append("<main><article id=\"post-1\" class=\"post type-post\"><h1 class=\"entry-title\">")
            .append(title_)
            .append("</h1>\n<div class=\"meta\"><span class=\"author\">Nadia Karam</span> <time "
                    "datetime=\"2024-05-06\">6 May 2024"
                    "</time></div>\n<div class=\"share-buttons\">");
        for (int i = 0; i < 8; ++i)
            out_ += "<a href=\"https://share.example/?u=1\" onclick=\"window.open(this.href)\"><svg "
                    "viewBox=\"0 0 24 24\"><path "
                    "d=\"M12 2C6.5 2 2 6.5 2 12s4.5 10 10 10 10-4.5 10-10S17.5 2 12 2zm0 18c-4.4 "
                    "0-8-3.6-8-8\"/></svg></a>";
        out_ += "</div>\n<div class=\"entry-content\">\n";
        for (std::size_t i = 0; i < shape_.paragraphs; ++i) {
            paragraph(34);
            if (i % 4 == 3) picture();
            if (i % 7 == 6) out_.append("<h2>").append(words(5)).append("</h2>\n");
        }
        out_ += "</div></article>\n";
        comments();
        out_ += "</main>\n";
    }

    void picture() {
        const std::string number = std::to_string(random() % 100000);
        out_.append("<figure class=\"wp-block-image\"><img src=\"/i/")
            .append(number)
            .append(".jpg\" srcset=\"");
        for (int width = 300; width <= 1500; width += 300)
            out_.append("/i/")
                .append(number)
                .append("-")
                .append(std::to_string(width))
                .append(".jpg ")
                .append(std::to_string(width))
                .append("w, ");
        out_.append("\" alt=\"")
            .append(words(4))
            .append("\"><figcaption>")
            .append(words(8))
            .append("</figcaption></figure>\n");
    }

    void card() {
        out_.append("<div class=\"card\"><a href=\"/story/")
            .append(std::to_string(random() % 1000000))
            .append("\"><img src=\"/t.jpg\" data-src=\"/real.jpg\" class=\"lazy\"><h3>")
            .append(words(9))
            .append("</h3></a><span class=\"date\">5 May 2024</span></div>\n");
    }

    void sidebar() {
        out_ += "<aside class=\"sidebar\"><div class=\"related-posts\">\n";
        for (std::size_t i = 0; i < shape_.related; ++i)
            card();
        out_ += "</div></aside>\n";
    }

    void comments() {
        out_ += "<div id=\"comments\"><ol class=\"comment-list\">\n";
        for (std::size_t i = 0; i < shape_.comments; ++i) {
            out_.append("<li class=\"comment\"><div class=\"comment-author\"><b>")
                .append(words(2))
                .append("</b></div>");
            paragraph(18, " class=\"comment-text\"");
            out_ += "</li>\n";
        }
        out_ += "</ol><form><textarea name=\"comment\"></textarea><input type=\"submit\"></form></div>\n";
    }

    void footer() {
        out_ += "<footer><ul>";
        for (std::size_t i = 0; i < shape_.menu_links / 2; ++i)
            out_.append("<li><a href=\"/about/")
                .append(std::to_string(i))
                .append("\">")
                .append(words(2))
                .append("</a></li>\n");
        out_ += "</ul></footer>\n";
        script(shape_.script_bytes / 2);
    }

    const PageShape& shape_;
    std::string out_, title_;
    std::uint64_t state_ = 2024;
};

} // namespace

PageShape small_page(bool arabic) {
    return {arabic, 4, 12, 4, 0, 14'000, 4'000};
}
PageShape medium_page(bool arabic) {
    return {arabic, 14, 90, 24, 10, 70'000, 16'000};
}
PageShape large_page(bool arabic) {
    return {arabic, 60, 300, 160, 250, 480'000, 60'000};
}

std::string news_page(const PageShape& shape) {
    return Writer(shape).run();
}

} // namespace khabar::bench
