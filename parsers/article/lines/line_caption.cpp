#include "parsers/article/lines/line_caption.hpp"

#include "parsers/article/lines/line_vocabulary.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/punctuation.hpp"

#include <algorithm>

namespace khabar::article {
namespace {

using Words = std::span<const LineWord>;

constexpr std::size_t max_bracket_words =
    28; // behind a longer line a bracket names the source of a statement
constexpr std::size_t max_short_caption_words = 8;

} // namespace

std::optional<LineClass> as_caption(std::string_view line, Words words) {
    if (words.size() > max_bracket_words) return std::nullopt;
    // "… said the ministry (Reuters)." is a sentence; "The market in May. (Reuters)" is not.
    if (line.ends_with(").") && words.size() > max_short_caption_words) return std::nullopt;
    while (!line.empty() && (line.back() == ' ' || line.back() == '.'))
        line.remove_suffix(1);
    const auto open = line.ends_with(')')   ? line.rfind('(')
                      : line.ends_with(']') ? line.rfind('[')
                                            : std::string_view::npos;
    const auto inside = open == std::string_view::npos ? line : line.substr(open + 1, line.size() - open - 2);
    if (open == std::string_view::npos && words.size() > 6) return std::nullopt;
    bool any = false;
    std::size_t begin = 0;
    const auto credit_words = line_words(inside, 16);
    for (std::size_t i = 1; i <= credit_words.size(); ++i) {
        const bool end = i == credit_words.size();
        if (!end) {
            const auto gap =
                inside.substr(credit_words[i - 1].end, credit_words[i].begin - credit_words[i - 1].end);
            if (gap.find_first_of("/,-|+") == std::string_view::npos &&
                gap.find("،") == std::string_view::npos && gap.find("–") == std::string_view::npos)
                continue;
        }
        const Words piece(credit_words.data() + begin, i - begin);
        if (!is_agency(piece)) {
            if (piece.size() > 4) return std::nullopt; // a photographer's name is short
        } else {
            any = true;
        }
        begin = i;
    }
    if (!any) return std::nullopt;
    return LineClass{LineKind::caption, {}, text::clean_field(inside), std::nullopt, false};
}

std::optional<LineClass> as_signed_caption(std::string_view line, Words words) {
    constexpr std::size_t max_signature_words = 8;
    if (words.size() > max_caption_words) return std::nullopt;
    const std::size_t first = words.size() > max_signature_words ? words.size() - max_signature_words : 1;
    for (std::size_t i = std::max<std::size_t>(first, 1); i < words.size(); ++i) {
        const auto label = opening(words.subspan(i));
        if (label.kind != LineKind::caption || i + label.words >= words.size()) continue;
        const auto gap = gap_after(line, words, i + label.words);
        if (gap.find(':') == std::string_view::npos) continue;
        const auto names = line.substr(words[i + label.words].begin);
        if (text::ends_as_sentence(names)) return std::nullopt;
        return LineClass{LineKind::caption, {}, text::clean_field(names), std::nullopt, false};
    }
    return std::nullopt;
}

} // namespace khabar::article
