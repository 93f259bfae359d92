#include "daemon/explain/picture.hpp"

#include "daemon/explain/element_path.hpp"
#include "daemon/explain/picture_markup.hpp"
#include "daemon/explain/reason_text.hpp"
#include "parsers/url/url.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace khabar::explain {

using article::TracedPassage;
using html::NodeId;

namespace {

// Class names are ours alone: those of the page are written as data-class. Not `style-src` with a hash, for
// attributes of style are never written.
constexpr std::string_view head = R"html(<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http: https:; style-src 'unsafe-inline'; base-uri http: https:; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<style>
body { font: 16px/1.6 sans-serif; margin: 0 auto; max-width: 60rem; padding: 0 1rem; color: #111; background: #fff; }
img { max-width: 12rem; max-height: 8rem; }
.legend { font-size: 14px; border: 1px solid #999; border-radius: 4px; padding: 0 1rem 0.5rem; margin: 1rem 0; background: #fafafa; }
.legend td, .legend th { text-align: left; padding: 0 1rem 0 0; vertical-align: top; }
.kept { background: #c8f0c8; }
.left { background: #f8cccc; color: #5a1010; }
.root { outline: 2px solid #2a6; outline-offset: 4px; }
.headline { border-bottom: 3px double #26a; }
</style>
)html";

struct Group {
    std::size_t lines = 0, chars = 0;
};

std::string legend(const Explanation& made) {
    std::string out = "<div class=\"legend\" dir=\"ltr\"><p><b>khabar explain</b> <bdi>" +
                      escape_html(made.input.url.empty() ? made.input.name : made.input.url) +
                      "</bdi></p>\n<p><span class=\"kept\">kept</span> <span class=\"left\">left out</span>: "
                      "the reason is shown on hover. The container of the article has a green frame, the "
                      "headline a double line.</p>\n";
    if (!made.article)
        out.append("<p><b>No article:</b> <bdi>" + escape_html(to_string(made.article.error())) +
                   "</bdi></p>\n");
    if (made.page && made.trace.root != html::no_node)
        out.append("<p>Container: <code>" + escape_html(element_path(*made.page, made.trace.root)) +
                   "</code></p>\n");
    std::map<std::string, Group> groups;
    Group kept;
    for (const TracedPassage& passage : made.trace.passages) {
        Group& group = passage.kept ? kept : groups[short_reason(passage)];
        ++group.lines;
        group.chars += passage.passage.chars;
    }
    out.append(fmt::format("<table><tr><th></th><th>lines</th><th>characters</th></tr>\n<tr class=\"kept\">"
                           "<td>kept</td><td>{}</td><td>{}</td></tr>\n",
                           kept.lines, kept.chars));
    for (const auto& [reason, group] : groups)
        out.append(fmt::format("<tr class=\"left\"><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                               escape_html(reason), group.lines, group.chars));
    return out.append("</table></div>\n");
}

// Writes the tree in one pass, with the ends of the open elements on a stack.
class Painter {
  public:
    explicit Painter(const Explanation& made) : made_(made), page_(*made.page) {
        if (auto url = url::Url::parse(made.input.url)) base_ = std::move(*url);
        if (auto own = url::Url::parse(page_.base_href(), base_ ? &*base_ : nullptr); own && own->is_http())
            base_ = std::move(*own);
    }

    [[nodiscard]] const std::optional<url::Url>& base() const { return base_; }

    std::string run() {
        const auto count = static_cast<NodeId>(page_.nodes().size());
        NodeId id = page_.body() == html::no_node ? 0 : page_.body();
        const NodeId end = page_.body() == html::no_node ? count : page_.node(page_.body()).end;
        while (id < end) {
            close(id);
            const auto& node = page_.node(id);
            if (node.is_text()) {
                text(id);
                ++id;
            } else if (written_name(node.tag).empty()) {
                id = node.end;
            } else {
                open(id);
                ++id;
            }
        }
        close(end);
        return std::move(out_);
    }

  private:
    void open(NodeId id) {
        const auto& node = page_.node(id);
        const std::string_view name = written_name(node.tag);
        out_.append("<").append(name).append(written_attributes(page_, id, base_));
        if (id == made_.trace.root) out_.append(" class=\"root\"");
        if (id == made_.trace.headline && id != made_.trace.root) out_.append(" class=\"headline\"");
        out_.append(">");
        if (!is_void(node.tag)) ends_.push_back({node.end, name});
    }

    void close(NodeId id) {
        for (; !ends_.empty() && ends_.back().first <= id; ends_.pop_back())
            out_.append("</").append(ends_.back().second).append(">");
    }

    void text(NodeId id) {
        const auto& passages = made_.trace.passages;
        while (next_ < passages.size() && passages[next_].passage.last < id)
            ++next_;
        const std::string characters = escape_html(page_.node(id).text);
        if (next_ == passages.size() || id < passages[next_].passage.first) {
            out_.append(characters);
            return;
        }
        const TracedPassage& passage = passages[next_];
        out_.append(passage.kept ? "<span class=\"kept\" title=\"" : "<span class=\"left\" title=\"");
        out_.append(escape_html(long_reason(page_, passage))).append("\">");
        out_.append(characters).append("</span>");
    }

    const Explanation& made_;
    const html::Document& page_;
    std::optional<url::Url> base_;
    std::string out_;
    std::vector<std::pair<NodeId, std::string_view>> ends_;
    std::size_t next_ = 0; // the passage that the next text may belong to
};

// As the page says, else as its first letters have it.
std::string direction(const Explanation& made) {
    std::string out;
    if (made.page) out = written_attributes(*made.page, made.page->root(), std::nullopt);
    return out.find(" dir=") == out.npos ? out + " dir=\"auto\"" : out;
}

} // namespace

std::string picture(const Explanation& made) {
    std::string out(head);
    std::string body;
    if (made.page) {
        Painter painter(made);
        if (painter.base())
            out.append("<base href=\"" + escape_html(painter.base()->href()) + "\" target=\"_blank\">\n");
        body = painter.run();
    }
    const std::string title = made.article ? made.article->title : made.input.name;
    out.append("<title>" + escape_html(title) + "</title>\n</head>\n<body>\n");
    out.append(legend(made)).append("<div").append(direction(made)).append(">\n").append(body);
    return out.append("\n</div>\n</body>\n</html>\n");
}

} // namespace khabar::explain
