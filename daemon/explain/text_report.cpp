#include "daemon/explain/text_report.hpp"

#include "daemon/explain/element_path.hpp"
#include "daemon/explain/reason_text.hpp"
#include "daemon/explain/response_headers.hpp"
#include "parsers/article/page/site_memory.hpp"
#include "parsers/date/date_time.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace khabar::explain {

using article::Testimony;
using article::TracedPassage;

namespace {

constexpr std::size_t first_words_bytes = 90;
constexpr std::size_t most_lines_a_group = 12; // the picture and --json have all
constexpr std::size_t name_width = 13;
constexpr std::size_t origin_width = 34;

// Of one line and safe; "…" where it was cut.
std::string shown(std::string_view untrusted, std::size_t limit = 200) {
    std::string clean = text::clean_field(untrusted);
    if (clean.size() <= limit) return clean;
    clean.resize(text::prefix(clean, limit).size());
    return clean + "…";
}

class Report {
  public:
    explicit Report(const Explanation& made) : made_(made) {}

    std::string run(const RuleEffect* effect) {
        heading(shown(made_.input.name));
        network();
        encoding();
        parse();
        rule_and_memory();
        outcome();
        if (effect != nullptr) effect_of_rule(*effect);
        body();
        fields();
        left_out();
        return std::move(out_);
    }

  private:
    template <typename... Arguments>
    void print(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
    }
    void heading(std::string_view text) { print("{}{}\n", out_.empty() ? "" : "\n", text); }
    void line(std::string_view name, std::string_view value) {
        print("  {:<{}} {}\n", name, name_width, value);
    }

    void network() {
        if (!made_.input.robots.empty() || made_.input.response) heading("Fetch");
        if (!made_.input.robots.empty()) line("robots.txt", shown(made_.input.robots));
        if (!made_.input.response) return;
        const net::Response& response = *made_.input.response;
        for (const net::Hop& hop : response.hops)
            line("redirect", fmt::format("{} {} -> {}", hop.status, shown(hop.from), shown(hop.to)));
        line("status", fmt::format("{}{} from {}, {} bytes on the wire in {} ms", response.status,
                                   response.http2 ? " (HTTP/2)" : "", shown(response.remote_address),
                                   response.bytes_received, response.timings.total.count() / 1000));
        line("address", shown(response.url));
        for (const auto& [name, value] : headers_that_matter(response))
            line(name, shown(value));
    }

    void encoding() {
        heading("Encoding");
        for (const text::EncodingClaim& claim : made_.claims)
            print("  {} {:<26} {}\n", claim.believed ? "*" : " ", claim.origin, claim.encoding);
        if (made_.replaced > 0)
            print("    {} sequences are no text in {} and became U+FFFD\n", made_.replaced, made_.encoding);
    }

    void parse() {
        heading("Page");
        line("bytes", std::to_string(made_.bytes));
        if (!made_.page) {
            line("parsed", "no: " + shown(to_string(made_.article.error())));
            return;
        }
        const html::ParseFacts& facts = made_.page->facts();
        line("dropped",
             fmt::format("scripts {}, styles {}, comments {}, drawings {} bytes", facts.script_bytes,
                         facts.style_bytes, facts.comment_bytes, facts.svg_bytes));
        line("parsed", fmt::format("{} bytes into {} nodes, {} lines of text; {} JSON-LD blocks",
                                   facts.parsed_bytes, made_.page->nodes().size(),
                                   made_.trace.passages.size(), made_.page->json_ld().size()));
        bound("tags nested too deep", facts.nesting_dropped);
        bound("attributes beyond the cap", facts.attributes_dropped);
        bound("formatting tags left open", facts.formatting_dropped);
        if (made_.trace.foreign_head)
            line("head", "speaks of another page (the front page's, or shared by many): not heard");
    }

    void bound(std::string_view what, std::size_t count) {
        if (count > 0) line("bound reached", fmt::format("{}: {} dropped", what, count));
    }

    void rule_and_memory() {
        if (made_.input.rule != nullptr) {
            std::string hosts;
            for (const std::string& host : made_.input.rule->hosts)
                hosts.append(hosts.empty() ? "" : ", ").append(shown(host));
            line("site rule", hosts + (made_.input.rule_file.empty() ? "" : ", " + made_.input.rule_file));
        } else {
            line("site rule", "none");
        }
        if (made_.input.memory != nullptr)
            line("site memory", fmt::format("{} pages of this site", made_.input.memory->pages()));
    }

    void outcome() {
        heading("Article");
        if (!made_.article) {
            line("none", shown(to_string(made_.article.error())));
            return;
        }
        std::size_t bytes = 0;
        for (const article::Block& block : made_.article->blocks)
            bytes += block.text.size();
        line("text", fmt::format("{} blocks, {} bytes", made_.article->blocks.size(), bytes));
        line("body by", body_from());
        if (made_.page && made_.trace.root != html::no_node) {
            line("container", element_path(*made_.page, made_.trace.root));
            line("core", element_path(*made_.page, made_.trace.core));
        }
    }

    [[nodiscard]] std::string_view body_from() const {
        switch (made_.trace.body_from) {
        case article::BodyFrom::rule:
            return "the site rule";
        case article::BodyFrom::weights:
            return "the largest sum of weights (candidates below)";
        case article::BodyFrom::json_ld:
            return "JSON-LD articleBody: the page itself shows next to nothing";
        case article::BodyFrom::script:
            return "the data of a script: the page itself shows next to nothing";
        case article::BodyFrom::nothing:
            break;
        }
        return "nothing";
    }

    void effect_of_rule(const RuleEffect& effect) {
        heading("What the rule changes");
        if (effect.none()) print("  nothing\n");
        for (const FieldChange& change : effect.fields)
            print("  {}: {} -> {}\n", change.field, change.without.empty() ? "-" : shown(change.without),
                  change.with.empty() ? "-" : shown(change.with));
        for (const std::string& text : effect.gained)
            print("  + {}\n", shown(text, first_words_bytes));
        for (const std::string& text : effect.lost)
            print("  - {}\n", shown(text, first_words_bytes));
    }

    void body() {
        if (made_.trace.candidates.empty()) return;
        heading(
            "Candidates for the body (score, what it calls itself, element; what it holds beside clutter)");
        for (const article::BodyCandidate& candidate : made_.trace.candidates) {
            print("  {} {:9.1f}  {:<10} {}\n", candidate.id == made_.trace.root ? "*" : " ", candidate.score,
                  candidate.mark, element_path(*made_.page, candidate.id));
            print("                        {} paragraphs, {} characters; {:.0f} % in links, {:.0f} % in "
                  "sentences\n",
                  candidate.paragraphs, candidate.chars, candidate.link_share * 100,
                  candidate.sentence_share * 100);
        }
    }

    void fields() {
        if (made_.trace.witnesses.empty()) return;
        heading("Fields (* believed; trust; who says so; what)");
        auto order = made_.trace.witnesses;
        std::ranges::stable_sort(order, {}, &Testimony::field);
        std::string_view last;
        for (const Testimony& one : order) {
            const auto field = article::name(one.field);
            if (field != last) print("  {}\n", field);
            last = field;
            print("   {} {:5.1f}  {:<{}} {}{}\n", one.believed ? "*" : " ", one.trust, shown(one.origin, 60),
                  origin_width, shown(one.value, 120),
                  one.refused.empty() ? "" : fmt::format("  [{}]", one.refused));
        }
    }

    void left_out() {
        std::map<std::string, std::vector<const TracedPassage*>> groups;
        for (const TracedPassage& passage : made_.trace.passages)
            groups[short_reason(passage)].push_back(&passage);
        for (const auto& [reason, passages] : groups)
            if (reason == "kept") group("Kept", passages, false);
        for (const auto& [reason, passages] : groups)
            if (reason != "kept") group("Left out, " + reason, passages, true);
    }

    void group(const std::string& title, const std::vector<const TracedPassage*>& passages, bool with_by) {
        std::size_t chars = 0;
        for (const TracedPassage* one : passages)
            chars += one->passage.chars;
        heading(fmt::format("{} ({} lines, {} characters)", title, passages.size(), chars));
        html::NodeId last = html::no_node;
        for (std::size_t i = 0; i < passages.size() && i < most_lines_a_group; ++i) {
            const html::NodeId by = passages[i]->passage.by;
            if (with_by && by != last && by != html::no_node)
                print("  by {}\n", element_path(*made_.page, by));
            last = by;
            print("    {}\n", shown(passages[i]->text, first_words_bytes));
        }
        if (passages.size() > most_lines_a_group)
            print("    … {} more; --json and --html have all\n", passages.size() - most_lines_a_group);
    }

    const Explanation& made_;
    std::string out_;
};

} // namespace

std::string text_report(const Explanation& made, const RuleEffect* effect) {
    return Report(made).run(effect);
}

} // namespace khabar::explain
