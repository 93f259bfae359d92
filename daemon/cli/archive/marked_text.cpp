#include "daemon/cli/archive/marked_text.hpp"

#include "daemon/cli/terminal/terminal_text.hpp"
#include "parsers/text/utf8.hpp"

#include <boost/json/object.hpp>

namespace khabar::cli {

namespace {

constexpr std::string_view first_strong_isolate = "\u2068", pop_isolate = "\u2069";
constexpr std::string_view green = "\x1b[32m", red = "\x1b[31m", plain = "\x1b[0m";

// Hebrew, Arabic and their neighbours, and the presentation forms.
bool has_right_to_left(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = text::next_code_point(utf8, at);
        if ((c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefe))
            return true;
    }
    return false;
}

std::string change(std::string_view paragraph, bool added, bool colours) {
    const std::string text = clean_lines(paragraph);
    std::string out;
    if (colours)
        out.append(added ? green : red).append(text).append(plain);
    else
        out.append(added ? "[+" : "[-").append(text).append(added ? "+]" : "-]");
    if (!has_right_to_left(text)) return out;
    return std::string(first_strong_isolate).append(out).append(pop_isolate);
}

// Each paragraph by itself: an isolate ends with its paragraph (Unicode Standard Annex 9, P1).
std::string change(const diff::Piece& piece, bool colours) {
    const std::string_view between = diff::white_space(diff::Gap::paragraph);
    std::string_view rest = piece.text;
    std::string out;
    for (;;) {
        const std::size_t end = rest.find(between);
        out.append(change(rest.substr(0, end), piece.op == diff::Op::added, colours));
        if (end == std::string_view::npos) return out;
        out.append(between);
        rest.remove_prefix(end + between.size());
    }
}

} // namespace

std::string marked(const diff::TextDiff& diff, bool colours) {
    std::string out;
    for (const diff::Piece& piece : diff.pieces) {
        out.append(diff::white_space(piece.before));
        out.append(piece.op == diff::Op::equal ? clean_lines(piece.text) : change(piece, colours));
    }
    return out;
}

boost::json::array pieces_json(const diff::TextDiff& diff) {
    boost::json::array pieces;
    for (const diff::Piece& piece : diff.pieces)
        pieces.push_back(
            boost::json::object{{"op", diff::name(piece.op)},
                                {"text", std::string(diff::white_space(piece.before)) + piece.text}});
    return pieces;
}

} // namespace khabar::cli
