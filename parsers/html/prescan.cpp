#include "parsers/html/prescan.hpp"

#include "parsers/html/markup_scan.hpp"
#include "parsers/html/tag.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <array>

namespace khabar::html {

namespace {

using text::equals_ignoring_case;
using text::is_letter;
using text::is_space;
using text::starts_ignoring_case;

// No honest value that the extractor reads is longer; inlined images and serialised state are.
constexpr std::size_t max_value_bytes = 4096;
constexpr std::size_t max_content_bytes = 65536; // <meta content>, <input value>
constexpr std::size_t max_json_ld_blocks = 64;
constexpr std::size_t max_bytes_before_key = 64; // of white space and brackets
// Scripts that hold paragraphs of HTML: so many ends of them, and so many bytes of such scripts in all.
constexpr int least_script_paragraphs = 3;
constexpr std::size_t max_data_script_bytes = std::size_t{1} << 20;
constexpr std::size_t max_tag_name_bytes = 64;
// Formatting elements left open when their block ended: each is copied into every later block, so a page of n
// costs n².
constexpr std::size_t max_loose_formatting = 64;

bool is_void(Tag tag) noexcept {
    switch (tag) {
    case Tag::area:
    case Tag::base:
    case Tag::br:
    case Tag::col:
    case Tag::embed:
    case Tag::hr:
    case Tag::img:
    case Tag::input:
    case Tag::link:
    case Tag::meta:
    case Tag::param:
    case Tag::source:
    case Tag::track:
    case Tag::wbr:
    case Tag::frame:
        return true;
    default:
        return false;
    }
}

// Elements whose end tag may be left out close each other: counting them as nesting would cap honest old
// pages.
bool closes_itself(Tag tag) noexcept {
    switch (tag) {
    case Tag::p:
    case Tag::li:
    case Tag::dt:
    case Tag::dd:
    case Tag::option:
    case Tag::optgroup:
    case Tag::tr:
    case Tag::td:
    case Tag::th:
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot:
    case Tag::colgroup:
    case Tag::caption:
    case Tag::rb:
    case Tag::rt:
    case Tag::rp:
    case Tag::html:
    case Tag::head:
    case Tag::body:
        return true;
    default:
        return false;
    }
}

// Elements that the parser opens anew in every block that follows while they were not closed (13.2.4.3).
bool is_formatting(Tag tag) noexcept {
    switch (tag) {
    case Tag::a:
    case Tag::b:
    case Tag::big:
    case Tag::code:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::nobr:
    case Tag::s:
    case Tag::small:
    case Tag::strike:
    case Tag::strong:
    case Tag::tt:
    case Tag::u:
        return true;
    default:
        return false;
    }
}

// Start tags that end foreign content (13.2.6.5): an <svg> that was never closed must not swallow the page.
bool breaks_out_of_svg(Tag tag) noexcept {
    return is_block(tag) || tag == Tag::span || tag == Tag::img || tag == Tag::br || tag == Tag::strong ||
           tag == Tag::em || tag == Tag::b || tag == Tag::i || tag == Tag::small;
}

bool is_wanted(const RawAttribute& attribute) noexcept {
    const auto name = attribute.name;
    if (name.size() > max_tag_name_bytes) return false;
    if (name.size() > 2 && starts_ignoring_case(name, "on")) return false;
    if (equals_ignoring_case(name, "srcset") || equals_ignoring_case(name, "data-srcset") ||
        equals_ignoring_case(name, "sizes") || equals_ignoring_case(name, "d"))
        return false;
    const bool long_allowed = equals_ignoring_case(name, "content") || equals_ignoring_case(name, "value");
    return attribute.value.size() <= (long_allowed ? max_content_bytes : max_value_bytes);
}

class Scanner {
  public:
    Scanner(std::string_view html, const ParseLimits& limits) : html_(html), limits_(limits) {
        out_.html.reserve(html.size() / 2 + 64);
        open_.reserve(64);
    }

    Prescan run() {
        while (at_ < html_.size()) {
            if (html_[at_] == '<')
                markup();
            else
                characters();
        }
        out_.facts.source_bytes = html_.size();
        out_.facts.parsed_bytes = out_.html.size();
        return std::move(out_);
    }

  private:
    // Text up to the next '<'. White space runs shrink to a newline where they hold one, else to a space.
    void characters() {
        const std::size_t end = std::min(html_.find('<', at_), html_.size());
        copy_text(html_.substr(at_, end - at_));
        at_ = end;
    }

    void copy_text(std::string_view text) {
        auto& out = out_.html;
        for (std::size_t i = 0; i < text.size();) {
            std::size_t word = i;
            while (word < text.size() && !is_space(text[word]) && text[word] != '\0')
                ++word;
            out.append(text, i, word - i);
            i = word;
            bool newline = false;
            while (i < text.size() && (is_space(text[i]) || text[i] == '\0'))
                newline |= text[i++] == '\n';
            if (i == word) continue;
            if (preformatted_ > 0)
                std::copy_if(text.begin() + word, text.begin() + i, std::back_inserter(out),
                             [](char c) { return c != '\0'; });
            else if (std::any_of(text.begin() + word, text.begin() + i, is_space))
                out.push_back(newline ? '\n' : ' ');
        }
    }

    void markup() {
        const auto rest = html_.substr(at_);
        if (rest.starts_with("<!--")) {
            const std::size_t end = end_of_comment(html_, at_);
            out_.facts.comment_bytes += end - at_;
            at_ = end;
        } else if (rest.size() > 1 && is_letter(rest[1])) {
            start_tag();
        } else if (rest.size() > 2 && rest[1] == '/' && is_letter(rest[2])) {
            end_tag();
        } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?' || rest[1] == '/')) {
            bogus_comment();
        } else {
            out_.html += "&lt;"; // a '<' that opens nothing is a character
            ++at_;
        }
    }

    void bogus_comment() {
        const std::size_t end = std::min(html_.find('>', at_), html_.size() - 1) + 1;
        if (starts_ignoring_case(html_.substr(at_), "<!doctype") && end - at_ < max_value_bytes)
            out_.html.append(html_, at_, end - at_);
        at_ = end;
    }

    // The lower-case name that begins at `at`, kept in name_; returns where it ends.
    std::size_t read_name(std::size_t at) {
        name_.clear();
        for (; at < html_.size() && !is_space(html_[at]) && html_[at] != '/' && html_[at] != '>'; ++at)
            if (name_.size() < max_tag_name_bytes && html_[at] != '\0')
                name_.push_back(text::lower(html_[at]));
        return at;
    }

    void start_tag() {
        TagReader reader(html_, read_name(at_ + 1));
        const Tag tag = tag_from_name(name_);
        const std::size_t mark = out_.html.size();
        out_.html.push_back('<');
        out_.html += name_;
        bool json_ld = false;
        std::uint16_t count = 0;
        for (RawAttribute attribute; reader.next(attribute);) {
            if (tag == Tag::script && equals_ignoring_case(attribute.name, "type"))
                json_ld = starts_ignoring_case(attribute.value, "application/ld+json");
            if (!is_wanted(attribute)) continue;
            if (count >= limits_.attributes) {
                ++out_.facts.attributes_dropped;
                continue;
            }
            out_.html.push_back(' ');
            out_.html += attribute.source;
            ++count;
        }
        at_ = reader.end();
        // A slash after an unquoted value would become part of it.
        out_.html += reader.self_closing() ? " />" : ">";
        if (!reader.closed() || !finish_start(tag, reader.self_closing(), json_ld)) out_.html.resize(mark);
    }

    // What follows a start tag; false where the tag itself is to be dropped.
    bool finish_start(Tag tag, bool self_closing, bool json_ld) {
        switch (tag) {
        case Tag::script:
            counted(out_.facts.script_bytes, [&] { skip_script(json_ld); });
            return false;
        case Tag::style:
            counted(out_.facts.style_bytes, [&] { skip_raw_text("style"); });
            return false;
        case Tag::svg:
            if (!self_closing) counted(out_.facts.svg_bytes, [&] { skip_svg(); });
            return false;
        case Tag::noscript:
            if (in_head_) skip_raw_text("noscript");
            return !in_head_;
        case Tag::noframes:
            skip_raw_text("noframes");
            return false;
        case Tag::iframe:
            return keep_empty("iframe");
        case Tag::textarea:
            return keep_empty("textarea");
        case Tag::title: {
            if (no_more_titles_) return false;
            const std::size_t end = end_of_raw_text(html_, at_, "title");
            no_more_titles_ = end == html_.size(); // asked once, or a flood of <title> would be quadratic
            if (no_more_titles_) return false;     // never closed: what follows is the page, not its title
            copy_raw(html_.substr(at_, end - at_));
            at_ = end;
            return true;
        }
        case Tag::body:
            in_head_ = false;
            return true;
        case Tag::unknown:
            if (name_ == "plaintext" || name_ == "xmp" || name_ == "noembed") return false;
            break;
        case Tag::pre:
            preformatted_ += 1;
            break;
        default:
            break;
        }
        if (is_void(tag) || closes_itself(tag)) return true;
        return open(tag);
    }

    // Adds to `bytes` how far `skip` goes.
    template <typename Skip>
    void counted(std::size_t& bytes, Skip skip) {
        const std::size_t from = at_;
        skip();
        bytes += at_ - from;
    }

    // RCDATA: a '<' is a character here.
    void copy_raw(std::string_view text) { copy_text(text); }

    bool keep_empty(std::string_view name) {
        skip_raw_text(name);
        out_.html.append("</").append(name).push_back('>');
        return true;
    }

    void skip_raw_text(std::string_view name) {
        at_ = end_of_raw_text(html_, at_, name);
        at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
    }

    void skip_script(bool json_ld) {
        const std::size_t end = end_of_script(html_, at_);
        const auto script = html_.substr(at_, end - at_);
        json_ld = json_ld || begins_as_json_ld(script);
        if (json_ld && out_.json_ld.size() < max_json_ld_blocks)
            out_.json_ld.emplace_back(script);
        else if (!json_ld && script.size() <= max_data_script_bytes - data_script_bytes_ &&
                 holds_paragraphs(script)) {
            data_script_bytes_ += script.size();
            out_.data_scripts.emplace_back(script);
        }
        at_ = std::min(html_.find('>', end), html_.size() - 1) + 1;
    }

    // {"@context": … as a script would be an error: whoever wrote it forgot its type.
    static bool begins_as_json_ld(std::string_view script) {
        constexpr std::string_view first_key = "\"@context\"";
        const std::size_t key = script.substr(0, max_bytes_before_key).find_first_not_of(" \t\r\n[{");
        return key != script.npos && key > 0 && script.substr(key).starts_with(first_key);
    }

    // "</p>", "<\/p>", or either with its brackets as \u003c and \u003e, whose backslash may be doubled.
    static bool holds_paragraphs(std::string_view script) {
        int found = 0;
        for (std::size_t at = script.find("/p"); at != script.npos; at = script.find("/p", at + 2)) {
            const std::size_t next = script.find_first_not_of('\\', at + 2);
            if (next == script.npos) return false;
            if ((script[next] == '>' || script.substr(next).starts_with("u003")) &&
                ++found == least_script_paragraphs)
                return true;
        }
        return false;
    }

    void skip_svg() {
        std::size_t depth = 1, foreign_objects = 0;
        while (depth > 0 && (at_ = std::min(html_.find('<', at_), html_.size())) < html_.size()) {
            const auto rest = html_.substr(at_);
            if (rest.starts_with("<!--")) {
                at_ = end_of_comment(html_, at_);
                continue;
            }
            const bool end = rest.size() > 1 && rest[1] == '/';
            if (rest.size() < 3 || !is_letter(rest[end ? 2 : 1])) {
                ++at_;
                continue;
            }
            TagReader reader(html_, read_name(at_ + (end ? 2 : 1)));
            const Tag tag = tag_from_name(name_);
            if (foreign_objects == 0 && !end && breaks_out_of_svg(tag)) return;
            for (RawAttribute attribute; reader.next(attribute);) {
            }
            at_ = reader.end();
            if (reader.self_closing()) continue;
            auto& count = name_ == "foreignobject" ? foreign_objects : depth;
            if (name_ != "foreignobject" && tag != Tag::svg) continue;
            if (!end)
                ++count;
            else if (count > 0)
                --count;
        }
    }

    void end_tag() {
        TagReader reader(html_, read_name(at_ + 2));
        for (RawAttribute attribute; reader.next(attribute);) {
        }
        at_ = reader.end();
        if (!reader.closed()) return;
        const Tag tag = tag_from_name(name_);
        if (tag == Tag::head) in_head_ = false;
        if (tag == Tag::pre && preformatted_ > 0) --preformatted_;
        if (tag == Tag::script || tag == Tag::style || tag == Tag::svg) return;
        if (!is_void(tag) && !closes_itself(tag) && !close(tag)) return;
        out_.html.append("</").append(name_).push_back('>');
    }

    bool open(Tag tag) {
        if (is_formatting(tag) && loose_formatting_ >= max_loose_formatting) {
            ++out_.facts.formatting_dropped;
            return false;
        }
        if (open_.size() >= limits_.depth || dropped_ > 0) {
            ++dropped_;
            ++out_.facts.nesting_dropped;
            return false;
        }
        open_.push_back(tag);
        return true;
    }

    bool close(Tag tag) {
        if (dropped_ > 0) {
            --dropped_;
            return false;
        }
        const auto found = std::find(open_.rbegin(), open_.rend(), tag);
        if (found != open_.rend()) {
            loose_formatting_ +=
                static_cast<std::size_t>(std::count_if(open_.rbegin(), found, is_formatting));
            open_.erase(found.base() - 1, open_.end());
        } else if (is_formatting(tag) && loose_formatting_ > 0) {
            --loose_formatting_;
        }
        return true;
    }

    std::string_view html_;
    const ParseLimits& limits_;
    Prescan out_;
    std::string name_;
    std::size_t at_ = 0;
    std::vector<Tag> open_;   // elements that count as nesting
    std::size_t dropped_ = 0; // start tags left out since the cap was reached
    std::size_t loose_formatting_ = 0;
    std::size_t preformatted_ = 0;
    std::size_t data_script_bytes_ = 0;
    bool in_head_ = true;
    bool no_more_titles_ = false;
};

} // namespace

Prescan prescan(std::string_view utf8, const ParseLimits& limits) {
    return Scanner(utf8, limits).run();
}

} // namespace khabar::html
