#pragma once
// HTML elements khabar tells apart; everything else is Tag::unknown with its name in Node::text.

#include <cstdint>
#include <string_view>

namespace khabar::html {

// clang-format off
#define KHABAR_HTML_TAGS(X) \
    X(html) X(head) X(body) X(title) X(base) X(link) X(meta) X(style) X(script) X(noscript) X(template_) \
    X(article) X(section) X(nav) X(aside) X(header) X(footer) X(main) X(address) X(hgroup) X(search) \
    X(h1) X(h2) X(h3) X(h4) X(h5) X(h6) X(p) X(hr) X(pre) X(blockquote) X(ol) X(ul) X(menu) X(li) X(dl) X(dt) X(dd) \
    X(figure) X(figcaption) X(div) X(center) X(a) X(em) X(strong) X(small) X(s) X(cite) X(q) X(dfn) X(abbr) X(ruby) \
    X(rb) X(rt) X(rp) X(data) X(time) X(code) X(var) X(samp) X(kbd) X(sub) X(sup) X(i) X(b) X(u) X(mark) X(bdi) X(bdo) \
    X(span) X(br) X(wbr) X(ins) X(del) X(font) X(big) X(tt) X(strike) X(nobr) X(acronym) X(picture) X(source) X(img) \
    X(iframe) X(embed) X(object) X(param) X(video) X(audio) X(track) X(map) X(area) X(svg) X(math) X(canvas) \
    X(table) X(caption) X(colgroup) X(col) X(tbody) X(thead) X(tfoot) X(tr) X(td) X(th) \
    X(form) X(label) X(input) X(button) X(select) X(datalist) X(optgroup) X(option) X(textarea) X(output) X(progress) \
    X(meter) X(fieldset) X(legend) X(details) X(summary) X(dialog) X(frameset) X(frame) X(noframes) X(marquee)
// clang-format on

enum class Tag : std::uint8_t {
#define KHABAR_HTML_TAG_ENUM(name) name,
    KHABAR_HTML_TAGS(KHABAR_HTML_TAG_ENUM)
#undef KHABAR_HTML_TAG_ENUM
        unknown,
    text,
};

// "div"; empty for text and unknown.
[[nodiscard]] std::string_view name(Tag tag) noexcept;
// By lower-case name; Tag::unknown for anything else.
[[nodiscard]] Tag tag_from_name(std::string_view lower_case) noexcept;

// Elements that a browser lays out as a block of their own, ending the line before and after.
[[nodiscard]] bool is_block(Tag tag) noexcept;

[[nodiscard]] constexpr bool is_heading(Tag tag) noexcept {
    return tag >= Tag::h1 && tag <= Tag::h6;
}

} // namespace khabar::html
